"""Where: place names in the text, and which place each means.

    find = build(tables); places = find(reading)

The gazetteer (GeoNames towns, divisions, districts; `gazetteer.py`) and our own tables (`tables/places/regions`) say
what a name can mean (`atlas.py`).  `names.py` finds names, `evidence.py` and `accept.py` throw out those that are part of
something else, `within.py` and `choose.py` settle which place is meant.  docs/places.md has the figures.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dateline.lexicon import Tables
from dateline.places.check import check
from dateline.places.find import Finder
from dateline.record import Place, Reading

__all__ = ["build", "check"]


def build(tables: Tables) -> Callable[[Reading], Sequence[Place]]:
    """Compiles the room's tables.  Raises TableError."""
    return Finder(tables).find
