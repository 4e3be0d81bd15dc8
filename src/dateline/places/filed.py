"""The place a story was filed from: the dateline, which no sentence holds."""

from __future__ import annotations

from bisect import bisect_right

from dateline.places.atlas import Atlas, Candidate
from dateline.places.fold import fold
from dateline.places.names import Name
from dateline.places.within import inside
from dateline.record import Reading

NOWHERE = -1  # the number of a token where a name has none


def find_filed(reading: Reading, atlas: Atlas) -> list[Name]:
    """The names of a dateline such as `RALEIGH, N.C. (AP) —`: the town and what it lies in, each with the place it means.

    Empty where the article has no dateline, or where its words are tokens and are read like any others.
    """
    line = reading.article.dateline
    if line is None or not line.place:
        return []
    start = reading.article.text.find(line.place)
    if start < 0 or _has_token(reading, start):
        return []
    inner, _, outer = line.place.partition(",")
    towns = atlas.find(fold(inner))
    if not towns:
        return []
    lands = _outer(outer.strip(), atlas)
    pairs = inside(towns, lands, atlas) if lands else []
    if pairs:
        town, land = max(pairs, key=lambda p: (p[0].weight + p[1].weight, p[0].name))
        at = start + line.place.index(outer.strip())
        return [_name(start, inner.rstrip(), (town,)), _name(at, outer.strip(), (land,))]
    return [_name(start, inner.rstrip(), towns)]


def _outer(text: str, atlas: Atlas) -> tuple[Candidate, ...]:
    return atlas.abbreviations.get(text) or atlas.abbreviations.get(f"{text}.") or (atlas.find(fold(text)) if text else ())


def _name(start: int, text: str, candidates: tuple[Candidate, ...]) -> Name:
    return Name(NOWHERE, NOWHERE, start, start + len(text), fold(text), candidates, True)


def _has_token(reading: Reading, at: int) -> bool:
    tokens = reading.tokens
    n = bisect_right(tokens, at, key=lambda t: t.start)
    return n > 0 and tokens[n - 1].end > at
