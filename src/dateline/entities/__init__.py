"""Who: to be filled."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from dateline.lexicon import Tables
from dateline.record import Cast, Reading


def build(tables: Tables, *, actors: Sequence[str | Path] = ()) -> Callable[[Reading], Cast]:
    """Compiles the room's tables, and PETRARCH actor dictionaries where given."""

    def find(reading: Reading) -> Cast:
        return Cast()

    return find
