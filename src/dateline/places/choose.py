"""Chooses which place of a name is meant: what the text says first, then what lies near, fame last."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dateline.places.atlas import Atlas, Candidate
from dateline.places.names import Name
from dateline.places.within import Within, distance, inside

_SURE = 2.0  # a lead in weight that leaves no doubt, before the text is asked


class Choice(NamedTuple):
    """The place that a name stands for, and why."""

    place: Candidate
    why: str


class Scene:
    """Where the article plays: countries and divisions it names, and points already known."""

    def __init__(self, demonyms: Mapping[str, int], siblings: Mapping[str, set[str]]) -> None:
        self.siblings = siblings
        self.countries: Counter[str] = Counter()
        self.divisions: Counter[int] = Counter()
        self.points: dict[str, Candidate] = {}
        for iso3, count in demonyms.items():
            self.countries[iso3] += 0.7 * math.sqrt(count)  # type: ignore[assignment]

    def add(self, key: str, place: Candidate, count: int) -> None:
        """Counts a name whose place is known."""
        if key in self.points:
            return
        self.points[key] = place
        if place.country:
            self.countries[place.country] += math.sqrt(count) * (1.0 if place.kind == "country" else 0.7)  # type: ignore[assignment]
        if place.division >= 0:
            self.divisions[place.division] += math.sqrt(count)  # type: ignore[assignment]

    def score(self, key: str, place: Candidate) -> float:
        """Weight of a candidate in this scene; the name itself does not count for it."""
        own = self.points.get(key)
        country, division = self.countries.get(place.country or "", 0.0), self.divisions.get(place.division, 0.0)
        if own is not None and own.country == place.country:
            country = max(0.0, country - 1.0)
        if own is not None and own.division == place.division:
            division = max(0.0, division - 1.0)
        top = max([*self.countries.values(), 0.0])
        score = place.weight + 1.2 * country / (1 + country) + 1.2 * country / (1 + top)
        if place.division >= 0 and place.kind != "country":
            score += 2.2 * division / (1 + division)
        return score + self._nearness(key, place) + self._likeness(key, place)

    def _likeness(self, key: str, place: Candidate) -> float:
        """Members of a list are of one kind: "Texas and Georgia", "Georgia and Armenia"."""
        known = [self.points[s] for s in self.siblings.get(key, ()) if s in self.points]
        alike = [p for p in known if p.resolution == place.resolution]
        return min(1.6, 0.8 * sum(1 for p in alike if p.kind == "country" or p.country == place.country))

    def _nearness(self, key: str, place: Candidate) -> float:
        best = 0.0
        if place.kind in {"country", "world", "sea"}:
            return 0.0
        for other, point in self.points.items():
            if other == key or point.kind in {"country", "world"} or point.resolution == "region":
                continue
            best = max(best, math.exp(-distance(place, point) / 80))
        return 2.0 * best


def choose(
    names: Sequence[Name],
    within: Sequence[Within],
    lists: Sequence[Sequence[int]],
    demonyms: Mapping[str, int],
    atlas: Atlas,
) -> list[Choice]:
    """A choice for each name, in order; `lists` numbers names that stand in one list."""
    counts = Counter(n.key for n in names)
    siblings: dict[str, set[str]] = defaultdict(set)
    for members in lists:
        keys = {names[m].key for m in members}
        for key in keys:
            siblings[key] |= keys - {key}
    scene = Scene(demonyms, siblings)
    said = _said(names, within, atlas)
    told: dict[str, Choice] = {}
    for number, pair in sorted(said.items()):
        told.setdefault(names[number].key, pair)
    fixed: dict[str, Choice] = {}
    for key, name in {n.key: n for n in reversed(names)}.items():
        if key in told:
            fixed[key] = told[key]
        elif len(name.candidates) == 1 or name.candidates[0].weight - name.candidates[1].weight >= _SURE:
            fixed[key] = Choice(name.candidates[0], _alone_why(name))
    for key in sorted(fixed):
        scene.add(key, fixed[key].place, counts[key])
    open_names = {n.key: n for n in names if n.key not in told}
    chosen = _settle(open_names, scene, counts)
    return [said.get(number) or told.get(n.key) or chosen[n.key] for number, n in enumerate(names)]


def _alone_why(name: Name) -> str:
    return "the only place of that name" if len(name.candidates) == 1 else "by far the best known of that name"


def _said(names: Sequence[Name], within: Sequence[Within], atlas: Atlas) -> dict[int, Choice]:
    """Choices that the text spells out, for inner and outer names."""
    said: dict[int, Choice] = {}
    for w in reversed(within):
        inner, outer = names[w.inner], names[w.outer]
        outers = [said[w.outer].place] if w.outer in said else outer.candidates
        pairs = inside(inner.candidates, outers, atlas, alone=w.alone)
        if not pairs and w.outer in said and w.firm:  # "Buffalo, New York, in the United States": the state, not the city
            pairs = inside(inner.candidates, outer.candidates, atlas, alone=w.alone)
            said.pop(w.outer)
        if not pairs:
            continue
        place, holder = max(pairs, key=lambda p: (p[0].weight + p[1].weight, p[0].name))
        why = f"the text has it in {holder.name}"
        said[w.inner] = Choice(place, why)
        said.setdefault(w.outer, Choice(holder, f"the text has {place.name} in it"))
    return said


def _settle(open_names: Mapping[str, Name], scene: Scene, counts: Mapping[str, int]) -> dict[str, Choice]:
    """Ambiguous names, clearest first; each settled one is a point for the next; then all once more."""
    chosen: dict[str, Choice] = {}
    ranked = {key: _rank(scene, name) for key, name in open_names.items()}
    for key in sorted(ranked, key=lambda k: (-_lead(ranked[k]), k)):
        place = _rank(scene, open_names[key])[0][1]
        scene.add(key, place, counts[key])
    for key, name in open_names.items():
        best = _rank(scene, name)[0][1]
        chosen[key] = Choice(best, _why(scene, name, best))
    return chosen


def _rank(scene: Scene, name: Name) -> list[tuple[float, Candidate]]:
    scored = [(scene.score(name.key, c), c) for c in name.candidates]
    return sorted(scored, key=lambda s: -s[0])


def _lead(ranked: Sequence[tuple[float, Candidate]]) -> float:
    return ranked[0][0] - ranked[1][0] if len(ranked) > 1 else 99.0


def _why(scene: Scene, name: Name, best: Candidate) -> str:
    if len(name.candidates) == 1:
        return "the only place of that name"
    by_place: dict[str, float] = defaultdict(float)
    by_place["near other places of the text"] = scene._nearness(name.key, best)
    by_place["in a country the text names"] = (
        min(1.5, scene.countries.get(best.country or "", 0.0)) if best.kind != "country" else 0.0
    )
    reason = max(by_place, key=lambda k: by_place[k])
    if by_place[reason] > 0.7:
        return f"{reason}; {len(name.candidates)} places of that name"
    if best is name.candidates[0]:
        return f"the best known of {len(name.candidates)} places of that name"
    return f"best fits the text among {len(name.candidates)} places of that name"
