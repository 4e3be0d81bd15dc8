"""Dates that are written out: days, months, years, decades, centuries."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.times.anchors import Anchors
from dateline.times.moment import (
    Moment,
    of_century,
    of_day,
    of_days,
    of_decade,
    of_month,
    of_year,
)
from dateline.times.rules import Slots

if TYPE_CHECKING:
    from dateline.times.resolve import Context

_INDIRECT = re.compile(
    r"(?:\b(?:the|an?|its|their|his|her|this|of|to|for|until|till|before|through|towards?|between|and)|['’]s)\s+$",
    re.IGNORECASE,
)
_JUST_PAST = 0.2  # months
_SOON = 2.5  # months
_SCHEDULED = 8  # months
_NEAR_TEXT = 250  # characters within which an explicit year still holds in news
_WEEKDAY_YEARS = 6  # years round publication tried for "Friday, December 16"


def date_of(slots: Slots, context: Context) -> Moment | None:
    """A day, month or year, with the year that its place in the text gives it."""
    year, month, day = slots.get("year"), slots.get("month"), slots.get("day")
    if year is None and "yy" in slots:
        year = _century_for(int(slots["yy"]), context.anchors)
    if slots.get("bc") or (slots.get("ancient") and context.anchors.ancient):
        year = 1 - int(year) if year is not None else None
    elif slots.get("ancient"):
        return None
    if year is None and month is not None:
        told = context.anchors.day
        year = told.year if slots.get("paired") and told is not None else year_for(slots, context)
    if year is None:
        return None
    if month is None:
        return of_year(year)
    return of_month(year, month) if day is None else of_day(year, month, day)


def figures(slots: Slots, context: Context) -> Moment | None:
    """`12/25/2014`: only where one order of day and month is possible."""
    first, second, year = int(slots["first"]), int(slots["second"]), int(slots["year"])
    if first == second or first > 12:
        return of_day(year, second, first)
    return of_day(year, first, second) if second > 12 else None


def month_name(slots: Slots, context: Context) -> Moment | None:
    """`last October`, `next March`: from the month of publication; `the same May`: of the year told before."""
    anchors, month, way = context.anchors, int(slots["month"]), slots["way"]
    now = anchors.focus if anchors.narrative or way == "that" else anchors.now
    if now is None:
        return None
    if way in ("this", "that") or not now.month:
        return of_month(now.year, month)
    if way == "last":
        return of_month(now.year if month < now.month else now.year - 1, month)
    return of_month(now.year if month > now.month else now.year + 1, month)


def days(slots: Slots, context: Context) -> Moment | None:
    """Days of one month as an interval."""
    year = slots.get("year")
    if year is None:
        year = year_for(slots, context)
    if year is None:
        return None
    first, last = of_day(year, slots["month"], slots["day"]), of_day(year, slots["month"], slots["until"])
    if first is None or last is None or first.day >= last.day or first.first is None or last.first is None:
        return None
    return of_days(first.first, last.first, "span")


def day_of_month(slots: Slots, context: Context) -> Moment | None:
    """`the 5th`: of the month told last."""
    focus = context.anchors.focus
    if focus is None or not focus.month or focus.unit not in ("day", "clock", "month", "span", "week"):
        return None
    return of_day(focus.year, focus.month, slots["day"])


def decade(slots: Slots, context: Context) -> Moment | None:
    """A decade; of two figures, the last one that has begun."""
    year = slots.get("year")
    if year is None:
        year = _century_for(int(slots["yy"]), context.anchors)
    if year is None:
        return None
    year = int(year)
    # "the late 1800s" is the century; "the 2000s" is more often the decade
    return of_century(year // 100 + 1) if "year" in slots and year % 100 == 0 and year < 2000 else of_decade(year)


def century(slots: Slots, context: Context) -> Moment | None:
    """A century by its number."""
    return of_century(int(slots["nth"]), bc=bool(slots.get("bc")))


def _century_for(yy: int, anchors: Anchors) -> int | None:
    """A year of two figures: in a story of the past near its focus, else the last one before publication."""
    if anchors.narrative and anchors.focus is not None:
        year = anchors.focus.year
        return min((year - year % 100 + yy + c for c in (-100, 0, 100)), key=lambda y: abs(y - year))
    now = anchors.now or anchors.focus
    if now is None:
        return None
    year = now.year - now.year % 100 + yy
    return year if year <= now.year else year - 100


def year_for(slots: Slots, context: Context) -> int | None:
    """The year of a day or month told without one."""
    anchors = context.anchors
    way = slots.get("year_way")
    if way in ("last", "next", "this") and anchors.now is not None and not anchors.narrative:
        return anchors.now.year + {"last": -1, "this": 0, "next": 1}[way]
    if way is not None and anchors.focus is not None:
        return anchors.focus.year + {"last": -1, "next": 1}.get(way, 0)
    month, day = int(slots["month"]), slots.get("day")
    weekday = slots.get("weekday")
    if weekday is not None and day is not None and anchors.now is not None and not anchors.narrative:
        fitting = _fits_weekday(anchors.now.year, month, day, weekday)
        if fitting is not None:
            return fitting
    told = _told_year(month, context)
    if told is not None:
        return told
    if anchors.now is None:
        return anchors.focus.year if anchors.focus is not None else None
    return _nearest_year(anchors.now, month, day, context)


def _told_year(month: int, context: Context) -> int | None:
    """The year of the time told before, in a story, or in news just after a year was named in the past tense."""
    anchors = context.anchors
    if anchors.narrative:
        return _story_year(month, context)
    explicit = anchors.explicit
    if explicit is None or anchors.now is None or context.at - anchors.explicit_at > _NEAR_TEXT:
        return None
    if explicit.unit not in ("year", "month", "day", "season") or explicit.year >= anchors.now.year - 0:
        return None
    return explicit.year if context.tense() == "past" else None


def _story_year(month: int, context: Context) -> int | None:
    anchors = context.anchors
    focus = anchors.focus
    if focus is None:
        return anchors.now.year if anchors.now is not None else None
    # A story that stood in November and names January has gone on to the next year.
    if focus.month >= 11 and month <= 2 and focus.unit in ("day", "month", "clock"):
        return focus.year + 1
    return focus.year


def _fits_weekday(year: int, month: int, day: int, weekday: int) -> int | None:
    """The year nearest to publication in which the date falls on the weekday."""
    for away in sorted(range(-_WEEKDAY_YEARS, _WEEKDAY_YEARS + 1), key=lambda a: (abs(a), a)):
        at = of_day(year + away, month, day)
        if at is not None and at.first is not None and at.first.isoweekday() == weekday:
            return year + away
    return None


def _nearest_year(now: Moment, month: int, day: int | None, context: Context) -> int:
    """The year that puts the date on the side of publication the verb looks to, and nearest where it tells nothing."""
    if not now.month:
        return now.year
    coarse = day is None or not now.day
    today = 0.0 if coarse else now.day / 31
    away = month - now.month + (0.0 if coarse or day is None else day / 31 - today)
    if away == 0:
        return now.year
    back, ahead = (-away) % 12, away % 12
    back_year = now.year if away < 0 else now.year - 1
    ahead_year = now.year if away > 0 else now.year + 1
    tense = context.tense()
    if tense == "past" and (coarse or not _INDIRECT.search(context.before)):
        return back_year
    if tense == "future":
        # "would be signed on June 15" may look back by a few days
        return back_year if back < _JUST_PAST and not coarse else ahead_year
    if tense in ("past", "past_far"):
        # "campaigned ahead of the June 7 primary"; plans told in the past: "She had come home to run in the vote of Jan. 8"
        return ahead_year if ahead <= _SOON else back_year
    if tense == "present":
        # "Glenn flies again in October"
        return ahead_year if ahead <= _SCHEDULED and back > _JUST_PAST else back_year
    return back_year if back <= ahead else ahead_year
