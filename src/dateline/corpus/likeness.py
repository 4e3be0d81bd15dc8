"""How far two portraits may be of one event: each finding by name, and what they sum up to."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

import msgspec

from dateline.corpus.days import COARSE, DAY, VAGUE
from dateline.corpus.families import Families
from dateline.corpus.portrait import Portrait, Rarity
from dateline.corpus.told import SIZES, Party, Spot

SAME, ALIKE, OPEN, OTHER = "same", "alike", "open", "other"
_NEAR = 30.0  # kilometres between the names that reports give to one place
_ROUNDED = 0.12
_GROWN = 4.0
_CIVIL = {"CVL", "OPP", "REF", "EDU", "LAB", "SOC", "REL", "JRN", ""}
_PLACES = ("same", "within", "near", "open", "other")


class Likeness(msgspec.Struct, frozen=True):
    """A sum, and the findings it is made of."""

    score: float
    findings: tuple[str, ...]


class Judge:
    """Compares portraits by the table's weights."""

    def __init__(self, families: Families, rarity: Rarity) -> None:
        self._families = families
        self._rarity = rarity

    def compare(self, a: Portrait, b: Portrait) -> Likeness:
        """What speaks for and against one event behind both.  Cheap findings that decide come first."""
        weights = a.family.weights
        found = [_days(a, b)]
        if found[0] == "day-apart":
            return Likeness(weights["day-apart"], ("day-apart",))
        found += self._parties(a, b)
        found += [_places(a, b), _sizes(a, b), _modes(a, b), *_acts(a, b)]
        if not a.triggers.isdisjoint(b.triggers):
            found.append("trigger-same")
        if not a.articles.isdisjoint(b.articles):
            found.append("same-article")
        elif not a.marks.isdisjoint(b.marks):
            found.append("copy")
        score = sum(weights[name] for name in found if name) + weights["words-base"]
        if score + weights["words"] < a.family.threshold:  # no words could make up for that
            return Likeness(score, tuple(f for f in found if f))
        words = self._words(a, b)
        return Likeness(score + weights["words"] * words, (*(f for f in found if f), f"words {words:.2f}"))

    def _parties(self, a: Portrait, b: Portrait) -> list[str]:
        official, armed = self._families.official, self._families.armed
        if a.family.mutual:
            actor, recipient = _both_sides(a, b, official, armed)
        else:
            actor = _side(a.actors, b.actors, official, armed)
            recipient = _side(a.recipients, b.recipients, official, armed)
        found = [f"actor-{actor}", f"recipient-{recipient}"]
        if actor not in (SAME, ALIKE) and recipient not in (SAME, ALIKE):
            found.append("strangers")
        return found

    def _words(self, a: Portrait, b: Portrait) -> float:
        both = sum(map(self._rarity.weight, a.words & b.words))
        return both / sqrt(self._rarity.mass(a) * self._rarity.mass(b)) if both else 0.0


def _days(a: Portrait, b: Portrait) -> str:
    x, y = a.when, b.when
    gap = max(x.first - y.last, y.first - x.last)
    if x.kind == DAY and y.kind == DAY:
        return "day-same" if gap <= 0 else "day-beside" if gap == 1 else "day-apart"
    if gap > 0:
        return "day-beside" if gap == 1 else "day-apart"
    kinds = (x.kind, y.kind)
    return "day-vague" if VAGUE in kinds else "day-coarse" if COARSE in kinds else "day-within"


def _side(a: Iterable[Party], b: Iterable[Party], official: frozenset[str], armed: frozenset[str]) -> str:
    """One side's parties held against the other's: every one of the fewer has to find its like."""
    few, many = list(a), list(b)
    if not few or not many:
        return OPEN
    if len(few) > len(many):
        few, many = many, few
    best = [max(party_likeness(p, q, official, armed) for q in many) for p in few]
    return _named(max(best) if len(few) > 1 and max(best) > 0 else min(best))


def _both_sides(a: Portrait, b: Portrait, official: frozenset[str], armed: frozenset[str]) -> tuple[str, str]:
    """Of acts that are told either way round: all parties of one against all of the other."""
    few, many = [*a.actors, *a.recipients], [*b.actors, *b.recipients]
    if not few or not many:
        return OPEN, OPEN
    if len(few) > len(many):
        few, many = many, few
    best = sorted((max(party_likeness(p, q, official, armed) for q in many) for p in few), reverse=True)
    if len(best) == 1:
        return _named(best[0]), OPEN
    return _named(best[0]), _named(best[-1])


def _named(value: float) -> str:
    return SAME if value >= 0.95 else ALIKE if value >= 0.3 else OTHER if value <= -0.5 else OPEN


@lru_cache(maxsize=1 << 17)
def party_likeness(p: Party, q: Party, official: frozenset[str], armed: frozenset[str]) -> float:
    """From 1 (the same) over 0 (may be) to -1 (somebody else)."""
    if (p.key and p.key == q.key) or (p.name == q.name and p.country == q.country):
        return 1.0
    if p.country and q.country:
        return _compatriots(p, q, official) if p.country == q.country else -1.0
    if _is_described(p) or _is_described(q):
        if p.sector in armed and q.sector in armed:
            return 0.4
        return 0.0 if not (p.sector and q.sector) else 0.4 if p.sector == q.sector else -0.3
    if p.kind == "person" and q.kind == "person":
        return 0.9 if _last(p.name) == _last(q.name) else -1.0
    return 0.5 if _share_word(p.name, q.name) else -0.8


def _compatriots(p: Party, q: Party, official: frozenset[str]) -> float:
    """Two of one country: the state and who acts for it, two names of one body, or the army and a crowd."""
    if p.kind == "state" or q.kind == "state":
        return 0.8
    if _is_described(p) or _is_described(q):
        if p.sector == q.sector:
            return 0.7
    elif p.kind == "person" and q.kind == "person":
        return 0.9 if _last(p.name) == _last(q.name) else -0.9
    if p.sector in official and q.sector in official:
        return 0.7 if p.sector == q.sector else 0.35
    if p.sector == q.sector:
        return 0.7
    return 0.3 if p.sector in _CIVIL and q.sector in _CIVIL else -0.3


def _is_described(party: Party) -> bool:
    """Whether somebody is called by a common noun ("gunmen", "the Swedish defence minister")."""
    return party.kind == "group" or not party.name.rsplit(" ", 1)[-1][:1].isupper()


@lru_cache(maxsize=1 << 14)
def _last(name: str) -> str:
    return name.lower().rsplit(" ", 1)[-1]


def _share_word(a: str, b: str) -> bool:
    return any(len(w) > 3 for w in set(a.lower().split()) & set(b.lower().split()))


def _places(a: Portrait, b: Portrait) -> str:
    """The best that any two of the places allow; what only stands in the sentence may be another's place."""
    found = {_spots(x, y) for x in a.spots for y in b.spots}
    told = next((name for name in _PLACES if name in found), "open")
    return f"place-{told}" if told != "other" or (a.sure and b.sure) else "place-doubt"


@lru_cache(maxsize=1 << 17)
def _spots(x: Spot, y: Spot) -> str:
    if x.country and y.country and x.country != y.country:
        return "other"
    if "country" in (x.resolution, y.resolution):
        return "open"
    if x == y or (x.geonames is not None and x.geonames == y.geonames):
        return "same"
    if x.resolution == "region" or y.resolution == "region":
        if x.name in (y.admin1, y.name) or y.name in (x.admin1, x.name):
            return "within"
        return "other" if x.admin1 and y.admin1 and x.admin1 != y.admin1 else "open"
    apart = kilometres(x, y)
    if apart is None:
        return "open"
    return "near" if apart <= _NEAR else "other"


def kilometres(x: Spot, y: Spot) -> float | None:
    """The way between two places over the globe; None where one has no coordinates."""
    if x.lat is None or x.lon is None or y.lat is None or y.lon is None:
        return None
    lat = radians(y.lat - x.lat) / 2
    lon = radians(y.lon - x.lon) / 2
    part = sin(lat) ** 2 + cos(radians(x.lat)) * cos(radians(y.lat)) * sin(lon) ** 2
    return 2 * 6371.0 * asin(sqrt(min(1.0, part)))


def _sizes(a: Portrait, b: Portrait) -> str:
    for name in SIZES:
        mine, theirs = a.sizes.get(name), b.sizes.get(name)
        if mine and theirs:
            pairs = [_numbers(x, y) for x in mine for y in theirs]
            return next(f"size-{told}" for told in ("same", "near", "grown", "other") if told in pairs)
    return ""


def _numbers(x: tuple[int, int], y: tuple[int, int]) -> str:
    """Two figures with the days of their reports."""
    (_, fewer), (_, more) = sorted((x, y))  # by day
    low, high = min(fewer, more), max(fewer, more)
    if low == high:
        return "same"
    if high - low <= max(1, high * _ROUNDED) and high > 2:
        return "near"
    return "grown" if fewer < more <= _GROWN * fewer else "other"


def _modes(a: Portrait, b: Portrait) -> str:
    if not a.modes or not b.modes:
        return "mode-open"
    return "mode-same" if not a.modes.isdisjoint(b.modes) else "mode-other"


def _acts(a: Portrait, b: Portrait) -> list[str]:
    found = []
    if a.acts and b.acts:
        found.append("act-same" if not a.acts.isdisjoint(b.acts) else "act-other")
    if a.types.isdisjoint(b.types):
        found.append("type-other")
    if a.fresh != b.fresh and a.when.kind == b.when.kind == VAGUE:
        found.append("day-again")
    return found
