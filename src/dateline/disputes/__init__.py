"""disputes: to be filled."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dateline.lexicon import Tables
from dateline.record import Dispute, Reading


def build(tables: Tables) -> Callable[[Reading], Sequence[Dispute]]:
    """Compiles the room's tables."""

    def find(reading: Reading) -> Sequence[Dispute]:
        return ()

    return find
