"""What an archive holds already: which articles, by which makers, and which it held once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import msgspec
import numpy as np
import numpy.typing as npt

from dateline.record import Problem
from dateline.store.folder import Folder
from dateline.store.holding import Holder, Holding, in_order, read_holding
from dateline.store.keys import Keys, among, as_keys, as_written, place_of, unpack
from dateline.store.manifest import Makers, Manifest, Removal
from dateline.store.unit import table_batches

_GONE, _OTHER, _SAME = 0, 1, 2
_NO_KEYS: Keys = np.empty(0, np.uint64)


@dataclass(slots=True)
class There:
    """Keys that are there by the same makers or by others, or that were removed; the problems of those that are there."""

    problems: dict[str, list[Problem]] = field(default_factory=dict)
    _keys: Keys = field(default_factory=lambda: _NO_KEYS)
    _turns: npt.NDArray[np.int32] = field(default_factory=lambda: np.empty(0, np.int32))
    _whose: npt.NDArray[np.int8] = field(default_factory=lambda: np.empty(0, np.int8))

    def is_same(self, key: str) -> bool:
        """Whether it is there, read by the same makers."""
        return self._state(key) == _SAME

    def is_other(self, key: str) -> bool:
        """Whether it is there, read by others."""
        return self._state(key) == _OTHER

    def turn_after(self, key: str) -> int:
        """The turn in which a new reading stands above all that was there."""
        at = place_of(int(key, 16), self._keys)
        return 0 if at is None else int(self._turns[at]) + 1

    def _state(self, key: str) -> int | None:
        at = place_of(int(key, 16), self._keys)
        return None if at is None else int(self._whose[at])


def there_of(*, same: list[str] | None = None, other: list[str] | None = None) -> There:
    """What is there, from keys in a first turn."""
    parts = [(as_keys(same or []), 0, _SAME), (as_keys(other or []), 0, _OTHER)]
    return _put_together(parts)


def there(folder: Folder, makers: Makers) -> There:
    """What the archive holds.  Raises RecordError where a manifest is damaged."""
    holding = read_holding(folder)
    holders = in_order([*holding.removals, *holding.manifests])
    found = _put_together([(unpack(h.keys), h.turn, _whose(h, makers)) for h in holders])
    for manifest in holding.counting():
        _add_problems(folder, manifest, holding, found)
    return found


def _whose(holder: Holder, makers: Makers) -> int:
    if isinstance(holder, Removal):
        return _GONE
    return _SAME if holder.made_by == makers else _OTHER


def _put_together(parts: list[tuple[Keys, int, int]]) -> There:
    """Of each key what the last part says that has it."""
    keys = np.concatenate([_NO_KEYS, *(part for part, _, _ in parts)])
    sizes = [len(part) for part, _, _ in parts]
    turns = np.repeat(np.array([turn for _, turn, _ in parts], np.int32), sizes)
    whose = np.repeat(np.array([who for _, _, who in parts], np.int8), sizes)
    order = np.argsort(keys, kind="stable")
    keys, turns, whose = keys[order], turns[order], whose[order]
    last = np.ones(len(keys), np.bool_)
    last[:-1] = keys[:-1] != keys[1:]
    return There(_keys=keys[last], _turns=turns[last], _whose=whose[last])


def _add_problems(folder: Folder, manifest: Manifest, holding: Holding, found: There) -> None:
    hidden = set(as_written(holding.hidden.get(manifest.unit, _NO_KEYS)))
    for batch in table_batches(folder, "problems", manifest):
        for row in batch.to_pylist():
            key = row.pop("article")
            if key not in hidden:
                found.problems.setdefault(key, []).append(msgspec.convert(row, Problem))


def out_of_date(folder: Folder, seen: Keys, origins: Keys) -> Iterator[dict[str, str]]:
    """Keys and sources of articles that were not seen and may stand in these origins, unit by unit."""
    holding = read_holding(folder)
    for manifest in holding.counting():
        keys = holding.visible(manifest)
        unseen = keys[~among(keys, seen)]
        if len(unseen) and among(unpack(manifest.origins), origins).any():
            yield _sources(folder, manifest, unseen)


def held_sources(folder: Folder) -> Iterator[tuple[str, dict[str, str]]]:
    """Units with the keys and sources of all articles and problems for which they count."""
    holding = read_holding(folder)
    for manifest in holding.counting():
        yield manifest.unit, _sources(folder, manifest, holding.visible(manifest))


def _sources(folder: Folder, manifest: Manifest, wanted: Keys) -> dict[str, str]:
    names = set(as_written(wanted))
    found: dict[str, str] = {}
    for table in ("articles", "problems"):
        for batch in table_batches(folder, table, manifest, columns=["article", "source"]):
            rows = zip(batch["article"].to_pylist(), batch["source"].to_pylist(), strict=True)
            found.update((key, source) for key, source in rows if key in names)
    return found
