"""commitments: to be filled."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dateline.lexicon import Tables
from dateline.record import Commitment, Reading


def build(tables: Tables) -> Callable[[Reading], Sequence[Commitment]]:
    """Compiles the room's tables."""

    def find(reading: Reading) -> Sequence[Commitment]:
        return ()

    return find
