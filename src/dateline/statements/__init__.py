"""statements: to be filled."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dateline.lexicon import Tables
from dateline.record import Reading, Statement


def build(tables: Tables) -> Callable[[Reading], Sequence[Statement]]:
    """Compiles the room's tables."""

    def find(reading: Reading) -> Sequence[Statement]:
        return ()

    return find
