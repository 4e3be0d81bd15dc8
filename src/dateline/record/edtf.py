"""Dates as EDTF (ISO 8601-2:2019): which values are valid, and which days they cover.

The subset a record uses: years, months, days, clock times, seasons 21-24, quarters 33-36, halves 40 and 41, decades
`199X`, centuries `19XX`, a suffix `~`, `?` or `%`, and intervals of these with `..` for an open end.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_POINT = re.compile(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d)(?:T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-]\d\d:\d\d)?)?)?)?[~?%]?")
_UNSPECIFIED = re.compile(r"(\d{1,3})(X{1,3})[~?%]?")
_OPEN = ("..", "")

# First and last month of the codes that stand where a month stands; a winter is that of the year in which it begins.
_PARTS_OF_YEAR = {
    21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14),
    33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12),
    40: (1, 6), 41: (7, 12),
}  # fmt: skip


def bounds(value: str) -> tuple[date, date] | None:
    """The first and last day a value covers; None where it is not valid EDTF of this subset.

    Open ends and years that `date` can't hold become `date.min` and `date.max`.

    >>> bounds("2016-12-15/2016-12-16")
    (datetime.date(2016, 12, 15), datetime.date(2016, 12, 16))
    """
    if "/" not in value:
        return _point(value)
    first, _, last = value.partition("/")
    if first in _OPEN and last in _OPEN:
        return None
    start = (date.min, date.min) if first in _OPEN else _point(first)
    end = (date.max, date.max) if last in _OPEN else _point(last)
    if start is None or end is None or start[0] > end[1]:
        return None
    return start[0], end[1]


def is_edtf(value: str) -> bool:
    """Whether a value is valid EDTF of the subset a record uses."""
    return bounds(value) is not None


def _point(value: str) -> tuple[date, date] | None:
    found = _POINT.fullmatch(value)
    if found:
        year, month, day = (int(g) if g else 0 for g in found.group(1, 2, 3))
        if value.startswith("-0000"):
            return None
        if found.group(2) is None:
            return _day(year, 1, 1), _day(year, 12, 31)
        return _in_year(year, month, day if found.group(3) else None)
    masked = _UNSPECIFIED.fullmatch(value)
    if masked and len(masked.group(1) + masked.group(2)) == 4:
        low = int(masked.group(1)) * 10 ** len(masked.group(2))
        return _day(low, 1, 1), _day(low + 10 ** len(masked.group(2)) - 1, 12, 31)
    return None


def _in_year(year: int, month: int, day: int | None) -> tuple[date, date] | None:
    if month in _PARTS_OF_YEAR and day is None:
        first, last = _PARTS_OF_YEAR[month]
        over = last > 12
        return _day(year, first, 1), _last_of(year + over, last - 12 * over)
    if not 1 <= month <= 12:
        return None
    if day is None:
        return _day(year, month, 1), _last_of(year, month)
    if not 1 <= day <= days_in_month(year, month):
        return None
    return _day(year, month, day), _day(year, month, day)


def days_in_month(year: int, month: int) -> int:
    """Days of a month; years before 1 follow the same (proleptic Gregorian) calendar."""
    return monthrange(year if 1 <= year <= 9999 else year % 400 + 2000, month)[1]


def _last_of(year: int, month: int) -> date:
    return _day(year, month, days_in_month(year, month))


def _day(year: int, month: int, day: int) -> date:
    if year < 1:
        return date.min
    return date.max if year > 9999 else date(year, month, day)
