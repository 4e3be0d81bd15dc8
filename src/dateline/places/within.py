"""What the text itself says of where a place lies: "Hammond, Indiana", "Marib in Yemen", "Paris (Texas)"."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from dateline.places.atlas import Atlas, Candidate
from dateline.places.names import Name, chains
from dateline.places.words import Words
from dateline.record import Token


class Within(NamedTuple):
    """Name number `inner` is said to lie in number `outer`; `firm` after a comma, `alone` outside of longer lists."""

    inner: int
    outer: int
    firm: bool
    alone: bool = True


def find_within(tokens: Sequence[Token], names: Sequence[Name], atlas: Atlas, words: Words) -> list[Within]:
    """All pairs of names of which one is said to hold the other and some candidates agree."""
    found = []
    long = {n for members in chains(tokens, names, words) if len(members) > 2 for n in members}
    for number, (inner, outer) in enumerate(pairwise(names)):
        link = _link(tokens, inner, outer, words)
        if link and inside(inner.candidates, outer.candidates, atlas, alone=outer.short or number not in long):
            found.append(Within(number, number + 1, link == ",", outer.short or number not in long))
    return found


def _link(tokens: Sequence[Token], inner: Name, outer: Name, words: Words) -> str:
    """How the second name hangs on the first: `,` or `in`; empty where it does not."""
    gap = [t.lower for t in tokens[inner.last : outer.first]]
    if tokens[inner.first].sentence != tokens[outer.first].sentence or len(gap) > 6:
        return ""
    if gap and gap[0] in words.kinds_after:
        gap = gap[1:]
    if gap == [","] or gap == ["("]:
        return ","
    if (
        gap
        and gap[0] in {"in", "of", ","}
        and all(g in words.between or g in words.place_nouns or g in {"of", "in", "us"} for g in gap[1:])
    ):
        return "in"
    return ""


def inside(
    inner: Sequence[Candidate], outer: Sequence[Candidate], atlas: Atlas, *, alone: bool = True
) -> list[tuple[Candidate, Candidate]]:
    """Pairs of which the second holds the first; `alone` where the two names are not part of a longer list.

    "Paris, Texas" and "Peru, Indiana" make a famous name a small one; but "Niger, Nigeria" and "Georgia, Oklahoma,
    Pennsylvania" are lists: there only a name about as well known as its best bearer counts ("Georgia, USA").
    """
    best = inner[0].weight
    town = inner[0].resolution == "city"
    pairs = []
    for o in outer:
        if o.weight < outer[0].weight - 3:
            continue
        wide = o.kind in {"country", "division", "admin1"}
        for i in inner:
            lesser = best - i.weight
            free = town or best < 7 or lesser < 2.5 or (alone and o.kind != "country")
            if holds(o, i, atlas) and (free if wide else lesser < 1.5):
                pairs.append((i, o))
    return pairs


def holds(outer: Candidate, inner: Candidate, atlas: Atlas) -> bool:
    """Whether one place lies in another, by country, division or distance."""
    if outer.identity == inner.identity or inner.kind in {"country", "world"} or outer.weight + 2 < inner.weight:
        return False
    if outer.kind == "country":
        return outer.country == inner.country
    if outer.kind in {"division", "admin1"}:
        if outer.country != inner.country or inner.kind in {"division", "admin1"}:
            return False
        if outer.division >= 0 and inner.division >= 0:
            return outer.division == inner.division
        return distance(outer, inner) < 300
    if outer.resolution in {"region", "city"} and outer.country in {None, inner.country} and inner.resolution != "region":
        return distance(outer, inner) < atlas.kinds[outer.kind].reach
    return False


def distance(a: Candidate, b: Candidate) -> float:
    """Great-circle distance in kilometres; far away where a place has no point."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return 20_000.0
    p, q = math.radians(a.lat), math.radians(b.lat)
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 12_742.0 * math.asin(min(1.0, math.sqrt(h)))
