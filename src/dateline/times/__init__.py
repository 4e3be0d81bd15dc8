"""When: expressions of time as EDTF, and the day of publication where the page does not give it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from dateline.lexicon import Tables
from dateline.record import Published, Reading, Time
from dateline.times.check import check
from dateline.times.published import PublishedReader
from dateline.times.reader import TimesReader

__all__ = ["build", "build_published", "check"]


def build(tables: Tables) -> Callable[[Reading], Sequence[Time]]:
    """Compiles the room's tables.  Raises TableError."""
    return _room(tables)


def build_published(tables: Tables) -> Callable[[Reading], Published | None]:
    """Compiles what infers a publication date from the text."""
    return PublishedReader(tables, _room(tables))


@lru_cache(maxsize=4)
def _room(tables: Tables) -> TimesReader:
    """One room for both: its rules take a third of a second to compile."""
    return TimesReader(tables)
