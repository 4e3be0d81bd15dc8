"""On which days an event may have happened, by what its article says and by when the article appeared."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import msgspec

from dateline.corpus.families import Families, Family
from dateline.corpus.told import Told

DAY, SPAN, COARSE, VAGUE = range(4)
_LONGEST_DAY = 1  # "Thursday night" covers two days and is still as good as a day
_LONGEST_SPAN = 31
_PAST = 3650


class When(msgspec.Struct, frozen=True):
    """The days an event may have happened on (ordinals), and how well they are known."""

    first: int
    last: int
    kind: int


def find_days(tolds: Sequence[Told], families: Families) -> dict[str, When]:
    """The days of an article's events, by their ids.

    What stands beside a sentence's main event has that event's date from the reader, though it may have led up to it:
    "China fired missiles on Thursday, two days after she *visited*"; "Tehran recalled its envoy over the *attack*".
    """
    mains: dict[int, Told] = {}
    for told in sorted(tolds, key=lambda t: (t.sentence, t.salience != "main", t.trigger_start)):
        mains.setdefault(told.sentence, told)
    found = {}
    for told in tolds:
        family, main = families.of(told), mains[told.sentence]
        when = find_when(told, family)
        if main is not told and told.date and told.date == main.date:
            when = _earlier(told, main, when, families) or _led_up(told, main, when, families)
        found[told.event] = when
    return found


def find_when(told: Told, family: Family) -> When:
    """The days of a telling: its own date, else what its status and the day of its report leave open."""
    day = published_day(told)
    first, last = told.first_day, told.last_day
    if first and last and first > date.min and last < date.max:
        return _between(first.toordinal(), last.toordinal())
    if told.status in ("future", "hypothetical"):
        return When(day, day + family.horizon, VAGUE)
    if told.status == "historical":
        return When(day - _PAST, day - 1, VAGUE)
    return When(day - family.lag, day, VAGUE)


def best_when(votes: dict[When, set[str]]) -> When:
    """What most stories give of the finest kind that any gives; the earlier of equals."""
    return min(votes, key=lambda w: (w.kind, -len(votes[w]), w.last - w.first, w.first))


def published_day(told: Told) -> int:
    """The day of the report; of one without, the day it tells of."""
    day = told.published or told.last_day or told.first_day
    return day.toordinal() if day else 1


def _between(first: int, last: int) -> When:
    length = last - first
    return When(first, last, DAY if length <= _LONGEST_DAY else SPAN if length <= _LONGEST_SPAN else COARSE)


def _earlier(told: Told, main: Told, when: When, families: Families) -> When | None:
    """The day that "two days after" before a trigger gives."""
    at = told.text.find(told.trigger)
    after = main.text.find(main.trigger)
    steps = list(families.steps.finditer(told.text, max(after, 0), max(at, 0)))
    if not steps:
        return None
    match = steps[-1]
    number = families.numbers.get(match["number"].lower() if match["number"] else "a", 1)
    unit = families.units[match["unit"].lower()]
    back = number * unit
    loose = unit // 2
    return _between(when.first - back - loose, when.last - back + loose)


def _led_up(told: Told, main: Told, when: When, families: Families) -> When:
    """Days before the main event where the words between say that this one led up to it, or its kind does."""
    start, end = sorted((main.text.find(main.trigger), told.text.find(told.trigger)))
    between = set(re.findall(r"[a-z]+", told.text[max(start, 0) : max(end, 0)].lower()))
    if families.of(told) is families.of(main) and families.before.isdisjoint(between):
        return when
    if families.of(told) is not families.of(main) and told.salience == "main":
        return when
    return When(when.first - families.of(told).reach, when.last, VAGUE)
