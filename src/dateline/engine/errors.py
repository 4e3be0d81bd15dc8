"""What is wrong with an engine."""

from __future__ import annotations


class EngineError(RuntimeError):
    """The engine is not installed, or can't be started or reached; the message says what to do."""
