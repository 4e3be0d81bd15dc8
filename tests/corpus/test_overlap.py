"""What two texts share, and what of it does not count."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pytest

from dateline.corpus.overlap import Lists, overlap


def lists(*values: list[int] | None) -> Lists:
    return Lists.of(pa.array(values, pa.list_(pa.uint32())))


@pytest.mark.parametrize(
    ("left", "right", "common", "found"),
    [
        ([1, 2, 3, 4], [3, 4, 5], ([], []), (4, 3, 2, 3, 2 / 5)),
        ([1, 2, 3, 4], [3, 4, 5], ([3], None), (3, 2, 1, 3, 2 / 5)),
        ([1, 2], [1, 2], ([1, 2], [1, 2]), (0, 0, 0, 2, 1.0)),
        ([], [1], ([], []), (0, 1, 0, 0, 0.0)),
    ],
)
def test_overlap(left: list[int], right: list[int], common: Any, found: tuple[float, ...]) -> None:
    result = overlap(lists(left), lists(right), lists(common[0]), lists(common[1]))
    assert tuple(column[0] for column in result) == pytest.approx(found)


def test_pairs_do_not_mix() -> None:
    result = overlap(lists([1, 2], [7], [3]), lists([2], [1, 2], [3]), lists(None, None, [3]), lists(None, None, None))
    assert result.both.tolist() == [1, 0, 0]
    assert result.left.tolist() == [2, 1, 0]
