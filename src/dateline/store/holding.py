"""Which unit counts for an article: the rule by which builders, compaction and removal need not wait for each other.

Two builders may read the same page, a compaction may join units that another one joins too, a killed refresh leaves old and
new readings.  So an article may stand in several units.  The one that counts is that of the highest turn (the newest
reading), then of the highest round (rows written again stand above those that they were made from), then of the last name.
A removal counts like a unit, one that says the article is gone.

All that ever happens to the folder is that units come that stand above others, and that units go of which every article
stands higher elsewhere.  So no order of events, and nobody killed on the way, loses an article or shows one twice.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from dateline.store.folder import Folder
from dateline.store.keys import Keys, among, unpack
from dateline.store.manifest import Manifest, Removal, read_manifests, read_removals

Holder: TypeAlias = Manifest | Removal


@dataclass(frozen=True, slots=True)
class Holding:
    """Units and removals, by name, and of each unit the keys that another stands above."""

    manifests: list[Manifest]
    removals: list[Removal]
    hidden: dict[str, Keys]

    def counting(self) -> list[Manifest]:
        """The units that hold at least one article that no other stands above."""
        return [m for m in self.manifests if len(self.hidden.get(m.unit, ())) * 8 < max(len(m.keys), 1)]

    def visible(self, manifest: Manifest) -> Keys:
        """The keys for which a unit counts."""
        keys = unpack(manifest.keys)
        hidden = self.hidden.get(manifest.unit)
        return keys if hidden is None else keys[~among(keys, hidden)]


def read_holding(folder: Folder) -> Holding:
    """What the folder holds at this moment.  Raises RecordError where a manifest is damaged.

    Manifests are read first: a removal that comes between is then seen, never an article without the removal before it.
    """
    manifests, removals = read_manifests(folder), read_removals(folder)
    return Holding(manifests, removals, _hidden(manifests, removals))


def in_order(holders: Iterable[Holder]) -> list[Holder]:
    """The lowest first."""
    return sorted(holders, key=_height)


def _height(holder: Holder) -> tuple[int, int, str]:
    """Of two that hold an article, the one that stands higher counts."""
    return (holder.turn, holder.round, holder.unit)


def _hidden(manifests: list[Manifest], removals: list[Removal]) -> dict[str, Keys]:
    holders = in_order([*manifests, *removals])
    parts = [unpack(h.keys) for h in holders]
    if not parts:
        return {}
    keys = np.concatenate(parts)
    twice = _held_twice(keys)
    if not len(twice):
        return {}
    places = np.repeat(np.arange(len(parts), dtype=np.int64), [len(p) for p in parts])
    chosen = among(keys, twice)
    keys, places = keys[chosen], places[chosen]
    order = np.lexsort((places, keys))
    keys, places = keys[order], places[order]
    below = np.flatnonzero(keys[:-1] == keys[1:])  # the same key follows, in a holder that stands above
    found: dict[str, Keys] = {}
    for place in np.unique(places[below]).tolist():
        if isinstance(holders[place], Manifest):
            found[holders[place].unit] = np.sort(keys[below][places[below] == place])
    return found


def _held_twice(keys: Keys) -> npt.NDArray[np.uint64]:
    ordered = np.sort(keys)
    return np.unique(ordered[1:][ordered[1:] == ordered[:-1]])
