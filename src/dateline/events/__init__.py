"""What was done: events coded in PLOVER's types and modes with CAMEO codes, by rules over grammar."""

from __future__ import annotations

from collections.abc import Callable

from dateline.events.coder import Knowledge, code_article
from dateline.lexicon import Tables
from dateline.record import EventFindings, Reading

__all__ = ["build"]


def build(tables: Tables) -> Callable[[Reading], EventFindings]:
    """Compiles the rules and lists; the result codes one reading.  Raises TableError."""
    known = Knowledge.load(tables)

    def find_events(reading: Reading) -> EventFindings:
        return code_article(reading, known)

    return find_events
