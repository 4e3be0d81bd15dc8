"""Near-copies: the same story on many sites, cut, signed anew, with small edits, or merged with another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dateline.corpus.overlap import Lists, overlap
from dateline.corpus.shingles import VERSION, sketches
from dateline.corpus.stories import BOUNDS, Shared, find_stories
from dateline.store import Linking

# What a site prints on this many pages, on as many days, over so many days is its own, and no sign of a copy.
_COMMON = {"often": 5, "days": 7}


def find_copies(linking: Linking) -> None:
    """Fills `copies`."""
    linking.sketch(VERSION, sketches)
    with linking.prepared("copies", {**_COMMON, "least": BOUNDS.least}):
        copies = find_stories(_shared(linking))
        keys = _keys(linking, {c.article for c in copies})
        rows = (
            {"article": keys[c.article], "story": keys[c.story], "similarity": c.similarity, "kind": c.kind} for c in copies
        )
        linking.put("copies", rows)


def _shared(linking: Linking) -> Iterator[Shared]:
    """Pairs of articles with what they share."""
    for batch in linking.batches("copy_pairs"):
        found = overlap(*(Lists.of(batch.column(name)) for name in ("left", "right", "left_common", "right_common")))
        columns: list[Any] = [batch.column(name).to_pylist() for name in ("a", "b")]
        yield from map(Shared, *columns, *(column.tolist() for column in found))


def _keys(linking: Linking, wanted: set[int]) -> dict[int, str]:
    """The keys of articles by their numbers."""
    found: dict[int, str] = {}
    for batch in linking.batches("numbered_in_order", size=100_000):
        pairs = zip(batch.column("n").to_pylist(), batch.column("article").to_pylist(), strict=True)
        found.update((n, key) for n, key in pairs if n in wanted)
    return found
