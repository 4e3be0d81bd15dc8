"""places: to be filled."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dateline.lexicon import Tables
from dateline.record import Place, Reading


def build(tables: Tables) -> Callable[[Reading], Sequence[Place]]:
    """Compiles the room's tables."""

    def find(reading: Reading) -> Sequence[Place]:
        return ()

    return find
