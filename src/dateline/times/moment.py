"""Points on the calendar, and reckoning with them: shifting by units, weekdays, EDTF values."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

_MONTHS_OF_SEASON = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
# Days of each unit, to tell finer from coarser.
UNIT_SIZE = {
    "clock": 0, "day": 1, "weekend": 2, "week": 7, "span": 20, "month": 30,
    "season": 91, "quarter": 91, "half": 182, "year": 365, "decade": 3650, "century": 36500,
}  # fmt: skip


class Moment(NamedTuple):
    """A value with what reckoning needs: astronomical year (0 is 1 BC), month and day of its start (0: unknown), unit."""

    year: int
    month: int
    day: int
    unit: str
    value: str

    @property
    def first(self) -> date | None:
        """The first day; None before year 1."""
        if not 1 <= self.year <= 9999:
            return None
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def date(self) -> date | None:
        """The day, where this is a day or a clock time."""
        return self.first if self.unit in ("day", "clock") else None


def year_text(year: int) -> str:
    """A year in EDTF: four digits, with a minus before year 0."""
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


def of_year(year: int) -> Moment:
    """A whole year."""
    return Moment(year, 0, 0, "year", year_text(year))


def of_month(year: int, month: int) -> Moment:
    """A whole month."""
    return Moment(year, month, 0, "month", f"{year_text(year)}-{month:02d}")


def of_day(year: int, month: int, day: int) -> Moment | None:
    """A day; None where the month has no such day."""
    if not 1 <= month <= 12 or not 1 <= day <= days_in(year, month):
        return None
    return Moment(year, month, day, "day", f"{year_text(year)}-{month:02d}-{day:02d}")


def days_in(year: int, month: int) -> int:
    """Days of a month, also before year 1 and after 9999."""
    return monthrange(year if 1 <= year <= 9999 else year % 400 + 2000, month)[1]


def of_date(day: date) -> Moment:
    """A day given as a `date`."""
    return Moment(day.year, day.month, day.day, "day", day.isoformat())


def of_days(first: date, last: date, unit: str) -> Moment:
    """A run of days: a week, a weekend, a range."""
    return Moment(first.year, first.month, first.day, unit, f"{first.isoformat()}/{last.isoformat()}")


def of_week(day: date) -> Moment:
    """The week, Monday to Sunday, in which a day lies."""
    monday = add_days(day, -day.weekday()) or day
    return of_days(monday, add_days(monday, 6) or day, "week")


def of_weekend(day: date) -> Moment:
    """Saturday and Sunday of a day's week."""
    saturday = add_days(day, 5 - day.weekday()) or day
    return of_days(saturday, add_days(saturday, 1) or day, "weekend")


def of_season(year: int, season: int) -> Moment:
    """A season; a winter is that of the year in which it begins."""
    return Moment(year, _MONTHS_OF_SEASON[season][0], 0, "season", f"{year_text(year)}-{season}")


def of_quarter(year: int, quarter: int) -> Moment:
    """A quarter, 1 to 4."""
    return Moment(year, 3 * quarter - 2, 0, "quarter", f"{year_text(year)}-{32 + quarter}")


def of_half(year: int, half: int) -> Moment:
    """A half of a year, 1 or 2."""
    return Moment(year, 6 * half - 5, 0, "half", f"{year_text(year)}-{39 + half}")


def of_decade(year: int) -> Moment | None:
    """The decade in which a year lies; None before the year 0."""
    return Moment(year - year % 10, 0, 0, "decade", f"{year // 10:03d}X") if year >= 0 else None


def of_century(number: int, *, bc: bool = False) -> Moment | None:
    """The nth century: 1900 to 1999 for the 20th (as TimeML has it); as an interval before Christ."""
    if bc:
        first, last = 1 - 100 * number, -100 * (number - 1)
        return Moment(first, 0, 0, "century", f"{year_text(first)}/{year_text(last)}")
    return Moment(100 * (number - 1), 0, 0, "century", f"{number - 1:02d}XX") if 0 < number < 100 else None


def add_days(day: date, days: int) -> date | None:
    """A day moved by days; None outside the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def add_months(year: int, month: int, months: int) -> tuple[int, int]:
    """Year and month, moved by months."""
    at = year * 12 + month - 1 + months
    return at // 12, at % 12 + 1


def season_at(day: date) -> tuple[int, int]:
    """Year and code of the season of a day; January belongs to the winter that began the year before."""
    if day.month < 3:
        return day.year - 1, 24
    return day.year, 20 + day.month // 3


def shifted(anchor: Moment, number: int, unit: str) -> Moment | None:
    """The anchor moved by so many units, at that unit's grain; None where the anchor is too coarse to say.

    >>> shifted(of_day(2016, 12, 15), -3, "week").value
    '2016-11-21/2016-11-27'
    """
    if unit == "fortnight":
        number, unit = 2 * number, "week"
    if unit in ("year", "decade", "century"):
        return _shifted_years(anchor, number, unit)
    if unit == "month":
        return of_month(*add_months(anchor.year, anchor.month, number)) if anchor.month else None
    if unit == "quarter":
        if not anchor.month:
            return None
        year, month = add_months(anchor.year, anchor.month, 3 * number)
        return of_quarter(year, (month + 2) // 3)
    if unit == "season":
        return _shifted_season(anchor, number)
    return _shifted_days(anchor, number, unit)


def _shifted_days(anchor: Moment, number: int, unit: str) -> Moment | None:
    first = anchor.first
    if first is None or UNIT_SIZE[anchor.unit] > 7:
        return None
    if unit == "day":
        moved = add_days(first, number) if anchor.unit in ("day", "clock") else None
        return of_date(moved) if moved else None
    moved = add_days(first, 7 * number)
    if moved is None:
        return None
    return of_weekend(moved) if unit == "weekend" else of_week(moved)


def _shifted_years(anchor: Moment, number: int, unit: str) -> Moment | None:
    if unit == "year":
        return of_year(anchor.year + number)
    if unit == "decade":
        return of_decade(anchor.year + 10 * number)
    return of_century(anchor.year // 100 + 1 + number) if anchor.year > 0 else None


def _shifted_season(anchor: Moment, number: int) -> Moment | None:
    first = anchor.first
    if first is None or not anchor.month:
        return None
    year, season = season_at(first)
    at = year * 4 + season - 21 + number
    return of_season(at // 4, 21 + at % 4)


def truncated(anchor: Moment, unit: str) -> Moment | None:
    """The unit in which the anchor lies: its day, week, month or year; None where the anchor is coarser."""
    return shifted(anchor, 0, unit) if UNIT_SIZE.get(anchor.unit, 0) <= UNIT_SIZE.get(unit, 0) else None


def easter(year: int) -> date:
    """Easter Sunday of the Western churches (the Gregorian computus of Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    shift = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * shift) // 451
    month = (h + shift - 7 * m + 114) // 31
    return date(year, month, (h + shift - 7 * m + 114) % 31 + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Orthodox churches (Julian computus of Meeus, in Gregorian days of 1900 to 2099)."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month = (d + e + 114) // 31
    return date(year, month, (d + e + 114) % 31 + 1) + timedelta(days=13)
