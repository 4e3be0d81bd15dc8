"""Times with names: weekdays, weekends, seasons, quarters, halves, holidays."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dateline.times.moment import (
    Moment,
    add_days,
    add_months,
    easter,
    of_date,
    of_half,
    of_quarter,
    of_season,
    of_weekend,
    orthodox_easter,
    season_at,
)
from dateline.times.rules import Slots
from dateline.times.stepped import season_of
from dateline.times.written import year_for

if TYPE_CHECKING:
    from dateline.times.resolve import Context

_NTH = re.compile(r"nth:(\d):(-?\d):(\d\d)(?:\+(\d+))?")
_FIXED = re.compile(r"(\d\d)-(\d\d)")
_AHEAD = re.compile(r"\b(?:until|till|by|before)\s+$", re.IGNORECASE)
_FEAST = re.compile(r"(easter|orthodox)([+-]\d+)")


def weekday(slots: Slots, context: Context) -> Moment | None:
    """A weekday by its way (last, next ...), else by the tense of its clause."""
    anchors = context.anchors
    wanted = int(slots["weekday"])
    way = slots.get("way", "")
    told = anchors.day
    if way in ("following", "previous") and told is not None and told.date is not None:
        return _day(_after(told.date, wanted) if way == "following" else _before(told.date, wanted))
    if anchors.narrative and told is not None and told.date is not None:
        return _day(_nearest(told.date, wanted))
    now = anchors.now.date if anchors.now is not None else None
    if now is None:
        return None
    return _day(_from_now(now, wanted, way, context))


def _from_now(now: date, wanted: int, way: str, context: Context) -> date | None:
    if way == "last":
        return _before(now, wanted)
    if way == "next":
        return _after(now, wanted)
    if way in ("last week", "next week", "this"):
        return add_days(now, wanted - now.isoweekday() + {"last week": -7, "next week": 7}.get(way, 0))
    if way == "following" or context.tense() in ("future", "present"):
        return now if now.isoweekday() == wanted and way != "following" else _after(now, wanted)
    return now if now.isoweekday() == wanted else _before(now, wanted)


def _before(day: date, wanted: int) -> date | None:
    return add_days(day, -((day.isoweekday() - wanted - 1) % 7 + 1))


def _after(day: date, wanted: int) -> date | None:
    return add_days(day, (wanted - day.isoweekday() - 1) % 7 + 1)


def _nearest(day: date, wanted: int) -> date | None:
    return add_days(day, (wanted - day.isoweekday() + 3) % 7 - 3)


def _day(day: date | None) -> Moment | None:
    return of_date(day) if day is not None else None


def nth_weekday(slots: Slots, context: Context) -> Moment | None:
    """`the first Tuesday of November`: its month by year, tense and place as for any month."""
    month, number, wanted = int(slots["month"]), int(slots["nth"]), int(slots["weekday"])
    year = slots["year"] if "year" in slots else year_for({"month": month}, context)
    if year is None:
        return None
    return _day(day_of_holiday(f"nth:{wanted}:{number}:{month:02d}", int(year)))


def weekend(slots: Slots, context: Context) -> Moment | None:
    """The weekend past or to come, by the tense; on a Saturday or Sunday that very one."""
    now = context.anchors.now.date if context.anchors.now is not None else None
    if now is None:
        return None
    if now.isoweekday() >= 6:
        return of_weekend(now)
    at = now if context.tense() not in ("past", "past_far") else add_days(now, -7)
    return of_weekend(at) if at is not None else None


def season(slots: Slots, context: Context) -> Moment | None:
    """A season of its year, or of the year that its way and its place give it."""
    code, year, way = int(slots["season"]), slots.get("year"), slots.get("way") or slots.get("year_way")
    anchors = context.anchors
    if year is not None:
        return of_season(int(year), code)
    if way in ("following", "previous", "that") or (anchors.narrative and anchors.focus is not None):
        return _season_told(code, way or "that", context)
    if anchors.now is None or anchors.now.first is None:
        return None
    year, now_code = season_at(anchors.now.first)
    if slots.get("year_way"):
        return of_season(anchors.now.year + {"last": -1, "next": 1}.get(str(way), 0), code)
    if way == "this":
        return of_season(year if code == 24 else anchors.now.year, code)
    if way == "last":
        return of_season(year if code < now_code else year - 1, code)
    if way == "next":
        return of_season(anchors.now.year + 1 if code <= now_code or code < 24 else year, code)
    if context.tense() == "future" or (_AHEAD.search(context.before) and code != now_code):
        return of_season(year if code >= now_code else year + 1, code)
    return of_season(year if code <= now_code else year - 1, code)


def _season_told(code: int, way: str, context: Context) -> Moment | None:
    focus = context.anchors.focus or context.anchors.now
    if focus is None:
        return None
    at = season_of(focus)
    if at is None or way in ("that", "this"):
        return of_season(focus.year, code)
    year, now_code = at
    if way in ("following", "next"):
        return of_season(year if code > now_code else year + 1, code)
    return of_season(year if code < now_code else year - 1, code)


def quarter(slots: Slots, context: Context) -> Moment | None:
    """A quarter; without its year the last that has begun, or the next where the verb looks ahead."""
    number = int(slots.get("nth", 4))
    focus = context.anchors.focus
    if number == 0 and focus is not None and focus.unit == "quarter":
        number = (focus.month + 2) // 3
    if not 1 <= number <= 4:
        return None
    year = slots.get("year")
    if year is None:
        year = _year_of_part(3 * number - 2, slots, context)
    return of_quarter(int(year), number) if year is not None else None


def half(slots: Slots, context: Context) -> Moment | None:
    """A half of a year."""
    number = int(slots["half"])
    year = slots.get("year")
    if year is None:
        year = _year_of_part(6 * number - 5, slots, context)
    return of_half(int(year), number) if year is not None else None


def _year_of_part(month: int, slots: Slots, context: Context) -> int | None:
    anchors = context.anchors
    anchor = anchors.focus if anchors.narrative else anchors.now
    if anchor is None:
        return None
    way = slots.get("year_way")
    if way:
        return anchor.year + {"last": -1, "next": 1}.get(str(way), 0)
    if not anchor.month or anchors.narrative:
        return anchor.year
    if context.tense() == "future":
        # A quarter is still ahead while its last month is.
        return anchor.year if month + 2 >= anchor.month else anchor.year + 1
    return anchor.year if month <= anchor.month else anchor.year - 1


def holiday(slots: Slots, context: Context) -> Moment | None:
    """A holiday of its year, or the nearest on the side the verb looks to."""
    rule = context.holidays.get(str(slots["holiday"]))
    if rule is None:
        return None
    year = slots.get("year")
    if year is not None:
        return _day(day_of_holiday(rule, int(year)))
    anchors = context.anchors
    if anchors.narrative and anchors.focus is not None:
        return _day(day_of_holiday(rule, anchors.focus.year))
    now = anchors.now.first if anchors.now is not None else None
    if now is None:
        return None
    if slots.get("year_way"):
        return _day(day_of_holiday(rule, now.year + {"last": -1, "next": 1}.get(str(slots["year_way"]), 0)))
    days = [d for y in (now.year - 1, now.year, now.year + 1) if (d := day_of_holiday(rule, y)) is not None]
    way = slots.get("way")
    tense = {"last": "past", "next": "future"}.get(str(way)) or context.tense()
    side = days
    if tense not in ("past", "future") and _AHEAD.search(context.before):
        tense = "future"
    if tense in ("past", "future"):
        side = [d for d in days if (d <= now if tense == "past" else d >= now)]
    return _day(min(side, key=lambda d: abs(d - now))) if side else None


def day_of_holiday(rule: str, year: int) -> date | None:
    """The day of a holiday in a year, by the rule its table gives; None where it has none."""
    if not 1 <= year <= 9998:
        return None
    fixed = _FIXED.fullmatch(rule)
    if fixed:
        return date(year, int(fixed.group(1)), int(fixed.group(2)))
    feast = _FEAST.fullmatch(rule)
    if feast:
        sunday = easter(year) if feast.group(1) == "easter" else orthodox_easter(year)
        return sunday + timedelta(days=int(feast.group(2)))
    nth = _NTH.fullmatch(rule)
    if nth is None:
        return None
    weekday, number, month = int(nth.group(1)), int(nth.group(2)), int(nth.group(3))
    if number > 0:
        first = date(year, month, 1)
        day = first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (number - 1))
    else:
        over, after = add_months(year, month, 1)
        last = date(over, after, 1) - timedelta(days=1)
        day = last - timedelta(days=(last.isoweekday() - weekday) % 7)
    return day + timedelta(days=int(nth.group(4) or 0))
