"""All that is told of one event, by one article or by many: who, when, where, how many, in which words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from math import log

import msgspec

from dateline.corpus.days import When, best_when, published_day
from dateline.corpus.families import Families, Family
from dateline.corpus.told import SIZES, Party, Spot, Told

_WORD = re.compile(r"[^\W\d_]{4,}|\d[\d,.]*\d")
_STEM = 6
_OPENING = 30  # characters of a sentence by which copies of it are known
_ROUND = 30  # characters on either side of a trigger in which "again" belongs to it


class Portrait(msgspec.Struct, eq=False):
    """What is told of one event.  Grows as tellings join it.

    `merged` is the portrait it went into; `closed` says that it was given out.
    """

    family: Family
    tolds: list[Told]
    when: When
    votes: dict[When, set[str]]
    actors: set[Party]
    recipients: set[Party]
    spots: set[Spot]
    sure: bool
    lands: set[str]
    sizes: dict[str, list[tuple[int, int]]]
    modes: set[str]
    types: set[str]
    acts: set[str]
    triggers: set[str]
    words: set[str]
    articles: set[str]
    marks: set[tuple[str, str, str, str]]
    fresh: bool = False
    days: dict[tuple[str, str], When] = {}
    reasons: dict[tuple[str, str], tuple[str, ...]] = {}
    mass: float = -1.0
    closed: bool = False
    merged: Portrait | None = None

    @property
    def reported(self) -> int:
        """The day of its first report."""
        return min(published_day(t) for t in self.tolds)


def draw(told: Told, families: Families, when: When, *, words: bool = True) -> Portrait:
    """The portrait that one telling gives; `words` only where it will be held against other articles."""
    family = families.of(told)
    day = published_day(told)
    sizes = {name: [(day, value)] for name in SIZES if (value := getattr(told, name)) is not None}
    return Portrait(
        family=family,
        tolds=[told],
        when=when,
        votes={when: {told.story}},
        actors=set(told.actors),
        recipients=set(told.recipients),
        spots={s for s in (told.place,) if s and s.resolution != "country"}
        or {s for s in told.near if s.resolution != "country"},
        sure=told.place is not None and told.place.resolution != "country",
        lands={s.country for s in (told.place, *told.near) if s and s.country},
        sizes=sizes,
        modes={m for m in (_mode(told),) if m},
        types={_type(told)},
        acts={told.act_type + told.act_mode} if told.act_type and _type(told) == told.type else set(),
        triggers={stem(told.trigger)},
        words=set(find_words(told.text, families)) if words else set(),
        articles={told.article},
        marks={(told.story, told.type, told.trigger, told.text[:_OPENING])},
        fresh=is_fresh(told, families),
        days={(told.article, told.event): when},
        reasons={},
    )


def join(into: Portrait, other: Portrait) -> None:
    """Adds all that the other tells."""
    into.tolds += other.tolds
    for when, stories in other.votes.items():
        into.votes[when] = into.votes.get(when, set()) | stories
    into.when = best_when(into.votes)
    for name, values in other.sizes.items():
        into.sizes.setdefault(name, []).extend(values)
    for mine, theirs in (
        (into.actors, other.actors),
        (into.recipients, other.recipients),
        (into.lands, other.lands),
        (into.modes, other.modes),
        (into.types, other.types),
        (into.acts, other.acts),
        (into.triggers, other.triggers),
        (into.words, other.words),
        (into.articles, other.articles),
        (into.marks, other.marks),
    ):
        mine.update(theirs)  # type: ignore[arg-type]
    if other.spots and (other.sure or not into.sure):
        into.spots = into.spots | other.spots if into.sure == other.sure else set(other.spots)
        into.sure = other.sure
    into.fresh = into.fresh and other.fresh
    into.mass = -1.0
    into.days |= other.days
    into.reasons |= other.reasons
    other.merged = into


def final(portrait: Portrait) -> Portrait:
    """The portrait that this one has become part of, itself where it stands alone."""
    while portrait.merged is not None:
        portrait = portrait.merged
    return portrait


def _type(told: Told) -> str:
    return told.act_type if told.status in ("future", "hypothetical") and told.act_type else told.type


def _mode(told: Told) -> str:
    return told.act_mode if _type(told) != told.type else told.mode


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Enough of a word to know "shelled" and "shelling" as one."""
    return word.lower().split(" ")[0][: _STEM - 1]


def find_words(text: str, families: Families) -> Iterable[str]:
    """The words of a sentence that may tell which event it is about, cut to their beginnings."""
    for word in _WORD.findall(text):
        low = word.lower()
        if low not in families.plain:
            yield low[:_STEM]


def is_fresh(told: Told, families: Families) -> bool:
    """Whether "again" or "a second" stands by the trigger: another event of the kind went before."""
    text = told.text
    at = text.find(told.trigger)
    if at < 0:
        return False
    beside = text[max(0, at - _ROUND) : at + len(told.trigger) + _ROUND].lower()
    return not families.fresh.isdisjoint(re.findall(r"[a-z]+", beside))


class Rarity:
    """How telling a word is: near 1 where few events of the archive are told with it, near 0 where most are."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._total = 0
        self._weights: dict[str, float] = {}

    def note(self, words: Iterable[str]) -> None:
        """Counts the words of one more telling."""
        self._counts.update(words)
        self._total += 1
        self._weights.clear()

    def weight(self, word: str) -> float:
        """Between 0 and 1."""
        found = self._weights.get(word)
        if found is None:
            total = max(self._total, 1000)  # in a small archive no word can be known to be common
            found = self._weights[word] = 1 - log(1 + self._counts[word]) / log(1 + total)
        return found

    def mass(self, portrait: Portrait) -> float:
        """The weight of all words of a portrait."""
        if portrait.mass < 0:
            portrait.mass = max(1.0, sum(map(self.weight, portrait.words)))
        return portrait.mass
