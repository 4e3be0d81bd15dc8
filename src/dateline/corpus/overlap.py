"""How much of one text stands in another, for many pairs at once."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from dateline.corpus.shingles import Numbers

_Ints = npt.NDArray[np.int64]


class Lists(NamedTuple):
    """A list of numbers for each pair: all of them in a row, and where each pair's begin."""

    values: npt.NDArray[np.uint32]
    starts: _Ints

    @classmethod
    def of(cls, column: Any) -> Lists:
        """From a column of Arrow lists."""
        filled = column.fill_null([]) if column.null_count else column
        starts = filled.offsets.to_numpy()
        return cls(filled.flatten().to_numpy(), starts - starts[0])

    def keyed(self) -> Numbers:
        """Each number with its pair's above it."""
        pairs = np.repeat(np.arange(len(self.starts) - 1, dtype=np.uint64), np.diff(self.starts))
        return (pairs << np.uint64(32)) | self.values


class Overlap(NamedTuple):
    """Of each pair: how many numbers the one has, the other, both.

    With what is common on their sites: how many the shorter one has, and how alike the two are.
    """

    left: _Ints
    right: _Ints
    both: _Ints
    shorter: _Ints
    whole: npt.NDArray[np.float64]


def overlap(left: Lists, right: Lists, left_common: Lists, right_common: Lists) -> Overlap:
    """What pairs of texts share; what is common on the pages of either's site is left out."""
    pairs = len(left.starts) - 1
    ours, theirs = left.keyed(), right.keyed()
    whole_both = _per_pair(_in_both(ours, theirs), pairs)
    sizes = np.diff(left.starts), np.diff(right.starts)
    whole = whole_both / np.maximum(sizes[0] + sizes[1] - whole_both, 1)
    common = np.unique(np.concatenate([left_common.keyed(), right_common.keyed()]))
    if len(common):
        ours, theirs = (keyed[~np.isin(keyed, common, assume_unique=True)] for keyed in (ours, theirs))
    both = _per_pair(_in_both(ours, theirs), pairs)
    return Overlap(_per_pair(ours, pairs), _per_pair(theirs, pairs), both, np.minimum(*sizes), whole)


def _in_both(ours: Numbers, theirs: Numbers) -> Numbers:
    """What two sets have in common, each being one of different numbers."""
    merged = np.sort(np.concatenate([ours, theirs]), kind="stable")
    found: Numbers = merged[:-1][merged[1:] == merged[:-1]]
    return found


def _per_pair(keyed: Numbers, pairs: int) -> _Ints:
    return np.bincount((keyed >> np.uint64(32)).astype(np.int64), minlength=pairs)
