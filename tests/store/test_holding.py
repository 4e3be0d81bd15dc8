"""Which unit counts for an article."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from dateline.store.holding import Holding, _hidden
from dateline.store.keys import as_keys, as_written, pack
from dateline.store.manifest import Makers, Manifest, Removal

MAKERS = Makers(dateline="0", model="m", tables="t")


def unit(name: str, *keys: int, turn: int = 0, round: int = 0) -> Manifest:
    packed = pack(as_keys(f"{k:x}" for k in keys))
    return Manifest(unit=name, made_by=MAKERS, rows={}, columns="", keys=packed, origins=b"", turn=turn, round=round)


def removal(*keys: int, turn: int) -> Removal:
    return Removal(unit="r", keys=pack(as_keys(f"{k:x}" for k in keys)), turn=turn)


def seen(manifests: Sequence[Manifest], removals: Sequence[Removal] = ()) -> dict[str, list[int]]:
    holding = Holding(list(manifests), list(removals), _hidden(list(manifests), list(removals)))
    return {m.unit: [int(k, 16) for k in as_written(holding.visible(m))] for m in holding.counting()}


@pytest.mark.parametrize(
    ("manifests", "removals", "counts"),
    [
        ([unit("a", 1, 2), unit("b", 3)], [], {"a": [1, 2], "b": [3]}),
        ([unit("a", 1, 2), unit("b", 2, 3)], [], {"a": [1], "b": [2, 3]}),  # two builders cut their units differently
        ([unit("b", 1, 2, turn=1), unit("c", 1, 2, 3)], [], {"b": [1, 2], "c": [3]}),  # read again
        ([unit("x", 1), unit("y", 2), unit("a", 1, 2, round=1)], [], {"a": [1, 2]}),  # joined, not yet taken away
        ([unit("x", 1, 2), unit("a", 1, round=1)], [removal(2, turn=1)], {"a": [1]}),  # written again without 2
        ([unit("x", 1, 2)], [removal(1, 2, turn=1)], {}),
        ([unit("x", 1, 2, turn=2)], [removal(1, 2, turn=1)], {"x": [1, 2]}),  # removed, and there again
        ([unit("a", 1, round=1), unit("b", 1, 2, round=1)], [], {"b": [1, 2]}),  # two compactions at once
        ([unit("a")], [], {"a": []}),
        ([], [removal(1, turn=1)], {}),
    ],
)
def test_the_highest_turn_then_round_then_name_counts(
    manifests: list[Manifest], removals: list[Removal], counts: dict[str, list[int]]
) -> None:
    assert seen(manifests, removals) == counts
    assert seen(manifests[::-1], removals) == dict(reversed(counts.items()))
