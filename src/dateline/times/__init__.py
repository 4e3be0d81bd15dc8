"""When: to be filled."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dateline.lexicon import Tables
from dateline.record import Published, Reading, Time


def build(tables: Tables) -> Callable[[Reading], Sequence[Time]]:
    """Compiles the room's tables."""

    def find(reading: Reading) -> Sequence[Time]:
        return ()

    return find


def build_published(tables: Tables) -> Callable[[Reading], Published | None]:
    """Compiles what infers a publication date from the text."""

    def infer(reading: Reading) -> Published | None:
        return None

    return infer
