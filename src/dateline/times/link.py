"""Joins and parts neighbours: a clock time and its day, the ends of a range, two days or years under one name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from dateline.times.find import Found

_CLOCK_THEN_DAY = re.compile(r"(?:\s*,\s*|\s+)(?:on\s+|of\s+|,\s*)?(?:the\s+)?|\s*[(]\s*", re.IGNORECASE)
_DAY_THEN_CLOCK = re.compile(r"\s*,?\s+(?:at\s+|by\s+|around\s+|about\s+|from\s+)*|\s+", re.IGNORECASE)
_RANGE = re.compile(r"\s*(?:[-\u2010-\u2015]|to|until|till|through|and|or)\s*(?:the\s+)?", re.IGNORECASE)
_TWO_DAYS = re.compile(r"(\d\d?)(?:st|nd|rd|th)?\s+(?:and|or)\s+(\d\d?)(?:st|nd|rd|th)?", re.IGNORECASE)
_BRACKET = re.compile(r"\s*\(")
_AFTER_BRACKET = re.compile(r"[^()]{0,12}\)\s*(?:,\s*)?(?:on\s+)?")
_DAYS = ("day", "weekday", "holiday")
_YEARLESS = ("date", "season", "holiday", "quarter", "day_of_month")


def link(text: str, found: Sequence[Found]) -> list[Found]:
    """The expressions with clock times joined to their days, and ranges that share a year or era given it."""
    joined: list[Found] = []
    for item in found:
        before = joined[-1] if joined else None
        if before is not None and _join_clock(text, before, item):
            continue
        joined = _lend_day(text, joined, item)
        joined.append(item)
    for left, right in pairwise(joined):
        _share(text[left.end : right.start], left, right)
    return joined


def _lend_day(text: str, joined: list[Found], item: Found) -> list[Found]:
    """Gives a clock time the day that follows the same time in another zone: `10:30 a.m. (0130 GMT) Wednesday`."""
    if len(joined) < 2 or item.grain() not in _DAYS:
        return joined
    own, other = joined[-2:]
    bracket, after = text[own.end : other.start], text[other.end : item.start]
    if _is_bare_clock(own) and _is_bare_clock(other) and _BRACKET.fullmatch(bracket) and _AFTER_BRACKET.fullmatch(after):
        own.slots = {"kind": "clock", "day": item.slots, "clock": own.slots}
        return joined[:-1]
    return joined


def _is_bare_clock(item: Found) -> bool:
    """A clock time that has no day yet."""
    return item.kind == "clock" and "clock" not in item.slots


def _join_clock(text: str, before: Found, item: Found) -> bool:
    gap = text[before.end : item.start]
    if len(gap) > 20:
        return False
    if before.kind == "midnight" and item.grain() in _DAYS and _CLOCK_THEN_DAY.fullmatch(gap):
        before.slots = item.slots
    elif _is_bare_clock(before) and item.grain() in _DAYS and _CLOCK_THEN_DAY.fullmatch(gap):
        before.slots = {"kind": "clock", "day": item.slots, "clock": before.slots}
    elif item.kind == "midnight" and before.grain() in _DAYS and _DAY_THEN_CLOCK.fullmatch(gap):
        before.rule = item.rule
    elif _is_bare_clock(item) and before.grain() in _DAYS and _DAY_THEN_CLOCK.fullmatch(gap):
        before.slots = {"kind": "clock", "day": before.slots, "clock": item.slots}
        before.rule = item.rule
    else:
        return False
    before.end = item.end
    return True


def _share(gap: str, left: Found, right: Found) -> None:
    """Gives the left end of a range the year of its right end: `February–March 1794`, `499–493 BC`."""
    if len(gap) > 12 or not _RANGE.fullmatch(gap):
        return
    if right.slots.get("bc") and left.kind == "date" and "month" not in left.slots:
        left.slots["bc"] = True
        return
    year = right.slots.get("year")
    if year is None or "year" in left.slots or left.kind not in _YEARLESS or right.kind not in _YEARLESS:
        return
    if left.kind == "date" and "month" not in left.slots:
        return
    over = left.slots.get("month", 0) > right.slots.get("month", 12)
    left.slots["year"] = year - 1 if over else year


def part(text: str, found: Found) -> list[Found]:
    """The expressions of one match: two where a rule found two ends under one name (`1914-18`, `June 6 and 7`)."""
    if found.kind == "years":
        return _two_years(found)
    return _two_days(text, found) if found.kind == "two_days" else [found]


def _two_years(found: Found) -> list[Found]:
    first, short, last = int(found.slots["year"]), found.slots.get("until_short"), found.slots.get("until")
    if last is None and short is not None:
        last = first - first % 100 + int(short)
    start = Found(found.start, found.start + 4, found.rule, {"kind": "date", "year": first})
    if last is None or last <= first:
        return [start]
    width = 2 if short is not None else 4
    return [start, Found(found.end - width, found.end, found.rule, {"kind": "date", "year": int(last), "ends": True})]


def _two_days(text: str, found: Found) -> list[Found]:
    joint = _TWO_DAYS.search(text, found.start, found.end)
    shared = {k: v for k, v in found.slots.items() if k not in ("kind", "day", "until")}
    if joint is None or int(joint.group(2)) <= int(joint.group(1)):
        return []
    first, last = ({"kind": "date", **shared, "day": int(joint.group(n))} for n in (1, 2))
    return [
        Found(found.start, joint.end(1), found.rule, first),
        Found(joint.start(2), found.end, found.rule, {**last, "paired": True}),
    ]
