"""What was promised: a ledger of what parties bind themselves or others to."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dateline.commitments.ledger import Knowledge, keep_ledger
from dateline.lexicon import Tables
from dateline.record import Commitment, Reading

__all__ = ["build"]


def build(tables: Tables) -> Callable[[Reading], Sequence[Commitment]]:
    """Compiles the rules; the result reads the commitments of one reading.  Raises TableError."""
    known = Knowledge.load(tables)

    def find_commitments(reading: Reading) -> Sequence[Commitment]:
        return keep_ledger(reading, known)

    return find_commitments
