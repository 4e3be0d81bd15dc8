"""Turns what an expression says into moments on the calendar, counted from the anchors."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from dateline.times import named, stepped, written
from dateline.times.anchors import Anchors
from dateline.times.moment import Moment
from dateline.times.rules import Slots
from dateline.times.tense import Tense

_NEAR_DAY = 600  # characters within which a clock time belongs to the last day told

Resolver = Callable[["Slots", "Context"], Moment | None]


class Context(NamedTuple):
    """What a resolver may ask: anchors, tense, holidays, where the expression stands, the text before it."""

    anchors: Anchors
    tense: Callable[[], Tense]
    holidays: Mapping[str, str]
    at: int
    before: str


RESOLVERS: Mapping[str, Resolver] = {
    "date": written.date_of,
    "figures": written.figures,
    "days": written.days,
    "day_of_month": written.day_of_month,
    "month_name": written.month_name,
    "decade": written.decade,
    "century": written.century,
    "weekday": named.weekday,
    "nth_weekday": named.nth_weekday,
    "season": named.season,
    "quarter": named.quarter,
    "half": named.half,
    "holiday": named.holiday,
    "weekend": named.weekend,
    "day": stepped.day,
    "unit": stepped.unit,
    "within": stepped.within,
    "year_end": stepped.year_end,
    "stretch": stepped.stretch,
    "deadline": stepped.deadline,
}


def resolve(slots: Slots, context: Context) -> Moment | None:
    """The moment that slots mean; None where nothing tells it."""
    kind = slots["kind"]
    if slots.get("needs"):
        return None
    if kind == "clock":
        return _clock(slots, context)
    if kind == "offset":
        anchor = resolve(slots["of"], context)
        return None if anchor is None else stepped.offset(slots, anchor)
    resolver = RESOLVERS.get(kind)
    moment = resolver(slots, context) if resolver is not None else None
    if moment is not None and slots.get("part") == "about":
        return moment._replace(value=moment.value + "~") if "/" not in moment.value else moment
    return moment


def _clock(slots: Slots, context: Context) -> Moment | None:
    """A clock time on its day: the one told with it, else the last day told just before it, else that of publication."""
    clock = slots.get("clock", slots)
    day = resolve(slots["day"], context) if "clock" in slots else _day_before(context)
    hour = _hour(clock)
    if day is None or day.date is None or hour is None:
        return None
    return day._replace(unit="clock", value=f"{day.date.isoformat()}T{hour:02d}:{_minute(clock):02d}")


def _day_before(context: Context) -> Moment | None:
    anchors = context.anchors
    day, now = anchors.day, anchors.now
    if day is not None and context.at - anchors.day_at < _NEAR_DAY:
        far = not anchors.narrative and now is not None and abs(12 * (day.year - now.year) + day.month - now.month) > 1
        if not far:
            return day
    return None if anchors.narrative else now


def _minute(clock: Slots) -> int:
    return int(clock["hhmm"]) % 100 if "hhmm" in clock else int(clock.get("minute", 0))


def _hour(clock: Slots) -> int | None:
    hour = int(clock["hhmm"]) // 100 if "hhmm" in clock else int(clock["hour"])
    half = clock.get("meridiem")
    if half == "pm" and hour < 12:
        return hour + 12
    if half == "am" and hour == 12:
        return 0
    return hour if hour < 24 else None
