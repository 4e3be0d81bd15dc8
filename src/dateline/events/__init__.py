"""What was done: to be filled."""

from __future__ import annotations

from collections.abc import Callable

from dateline.lexicon import Tables
from dateline.record import EventFindings, Reading


def build(tables: Tables) -> Callable[[Reading], EventFindings]:
    """Compiles the room's tables."""

    def find(reading: Reading) -> EventFindings:
        return EventFindings()

    return find
