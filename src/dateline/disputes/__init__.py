"""By what name: places that the parties of an article call differently."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dateline.disputes.contested import Knowledge, find_contested
from dateline.lexicon import Tables
from dateline.record import Dispute, Reading

__all__ = ["build"]


def build(tables: Tables) -> Callable[[Reading], Sequence[Dispute]]:
    """Compiles the tables; the result finds the contested names of one reading.  Raises TableError."""
    known = Knowledge.load(tables)

    def find_disputes(reading: Reading) -> Sequence[Dispute]:
        return find_contested(reading, known)

    return find_disputes
