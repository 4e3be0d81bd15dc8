"""Times counted in steps: yesterday, last week, three days later, the past two years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.times.anchors import Anchors
from dateline.times.moment import (
    UNIT_SIZE,
    Moment,
    add_months,
    of_date,
    of_day,
    of_days,
    of_month,
    of_year,
    season_at,
    shifted,
    truncated,
)
from dateline.times.rules import Slots

if TYPE_CHECKING:
    from dateline.times.resolve import Context

_CLOCK = ("hour", "minute", "second")
_PARTS = ("TMO", "TMI", "TAF", "TEV", "TNI")


def anchor_for(slots: Slots, anchors: Anchors) -> Moment | None:
    """The anchor that an expression is counted from; in a story of the past the focus stands for publication."""
    if slots.get("from") == "now":
        return (anchors.focus or anchors.now) if anchors.narrative else anchors.now
    return anchors.focus or anchors.now


def day(slots: Slots, context: Context) -> Moment | None:
    """`yesterday`, `tonight`: from publication, also in a story (they stand in quotations there)."""
    anchor = context.anchors.now
    if context.anchors.narrative and context.anchors.day is not None:
        anchor = context.anchors.day
    return None if anchor is None else shifted(anchor, int(slots["step"]), "day")


def unit(slots: Slots, context: Context) -> Moment | None:
    """`last week`, `two years ago`, `three days later`."""
    name = _unit_of(slots)
    anchor = anchor_for(slots, context.anchors)
    if anchor is None:
        return None
    if slots.get("from") == "focus":
        if context.anchors.focus is None and UNIT_SIZE.get(name, 0) < UNIT_SIZE["quarter"]:
            return None  # "two days later" in a text that has told no time yet
        anchor = _fine_enough(anchor, name, context.anchors)
    if slots.get("grain") == "focus":
        return _same_a_year_before(anchor)
    number = int(slots.get("n") or 1) * int(slots["step"])
    if abs(number) > 5000:
        return None
    if slots.get("exact"):
        return _exactly(anchor, number, name, coarse=slots.get("grain") == "month")
    return shifted(anchor, number, name)


def _exactly(anchor: Moment, number: int, unit: str, *, coarse: bool) -> Moment | None:
    """`ten years ago today`, `a week ago today`: the same day or month, so many units away."""
    if unit == "week":
        return shifted(anchor, 7 * number, "day")
    months = number * {"month": 1, "year": 12, "decade": 120}.get(unit, 0)
    if not months or not anchor.month:
        return shifted(anchor, number, unit)
    year, month = add_months(anchor.year, anchor.month, months)
    return of_day(year, month, anchor.day) if anchor.day and not coarse else of_month(year, month)


def _unit_of(slots: Slots) -> str:
    return "day" if slots.get("part") in _PARTS else str(slots.get("unit", "day"))


def _fine_enough(anchor: Moment, unit: str, anchors: Anchors) -> Moment:
    """The last day told, where the focus is too coarse: "in May ... two days later"."""
    if UNIT_SIZE.get(anchor.unit, 0) > UNIT_SIZE.get(unit, 0) and anchors.day is not None and unit in ("day", "week"):
        return anchors.day
    return anchor


def _same_a_year_before(anchor: Moment) -> Moment:
    if anchor.unit not in ("quarter", "half", "month"):
        return of_year(anchor.year - 1)
    value = anchor.value.replace(f"{anchor.year:04d}", f"{anchor.year - 1:04d}")
    return anchor._replace(year=anchor.year - 1, value=value)


def within(slots: Slots, context: Context) -> Moment | None:
    """`this week`, `that year`, `the same day`: the unit in which the anchor lies."""
    name = _unit_of(slots)
    anchor = anchor_for(slots, context.anchors)
    if anchor is None:
        return None
    if slots.get("from") == "focus":
        anchor = _fine_enough(anchor, name, context.anchors)
    if name == "weekend" and anchor.first is not None:
        return shifted(anchor, 0, "weekend")
    return truncated(anchor, name)


def year_end(slots: Slots, context: Context) -> Moment | None:
    """`year-end`, `year-end 2013`: the year."""
    return of_year(int(slots["year"])) if "year" in slots else within(slots, context)


def stretch(slots: Slots, context: Context) -> Moment | None:
    """`the past three years`: from so many units away up to publication, or on from it."""
    anchor = anchor_for(slots, context.anchors)
    if anchor is None or anchor.first is None:
        return None
    name, step = _unit_of(slots), int(slots["step"])
    number = int(slots.get("n") or 1)
    if number > 5000:
        return None
    if name in ("day", "week", "fortnight", "weekend"):
        days = number * {"day": 1, "fortnight": 14}.get(name, 7)
        other = shifted(of_date(anchor.first), step * days, "day")
        if other is None or other.first is None:
            return None
        return of_days(min(other.first, anchor.first), max(other.first, anchor.first), "span")
    grain = {"month": "month", "quarter": "quarter"}.get(name, "year")
    far, near = shifted(anchor, step * number * _years(name), grain), shifted(anchor, 0, grain)
    if far is None or near is None:
        return None
    first, last = (far, near) if step < 0 else (near, far)
    return Moment(first.year, first.month, 0, "span", f"{first.value}/{last.value}")


def deadline(slots: Slots, context: Context) -> Moment | None:
    """`will pay within ten days`: from publication to the last day; what was done within some days is no date."""
    if context.tense() != "future":
        return None
    if slots.get("unit") in _CLOCK:
        hours = int(slots.get("n") or 1)
        days = -(-hours // 24) if slots["unit"] == "hour" else 0
        return stretch({**slots, "unit": "day", "n": days}, context) if days else None
    return stretch(slots, context)


def _years(name: str) -> int:
    return {"decade": 10, "century": 100}.get(name, 1)


def offset(slots: Slots, anchor: Moment) -> Moment | None:
    """`two days after Christmas`, `the week of May 3`: counted from a time that is told with it."""
    name = str(slots.get("unit") or "day")
    if name == "week_of_days":
        return shifted(anchor, -7, "day")
    if int(slots["step"]) == 0:
        return truncated(anchor, name)
    return shifted(anchor, int(slots["step"]) * int(slots.get("n") or 1), name)


def season_of(moment: Moment) -> tuple[int, int] | None:
    """Year and code of the season in which a moment begins."""
    return season_at(moment.first) if moment.first is not None and moment.month else None
