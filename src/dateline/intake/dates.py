"""Dates as sources write them, brought to a day: `2016-12-16T09:30:00Z`, `Fri, 16 Dec 2016 12:30:00 +0300`, `20161216`."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T ]\S.*)?")
_RUN = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})(?:T?\d{4,6}.*)?")
_SLASHES = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?:[T ]\S.*)?")
_EARLIEST, _LATEST = 1600, 2200  # the first newspapers; beyond the second a number is no year of publication


def edtf_day(value: object) -> str | None:
    """An EDTF date (`2016-12-16`, or `2016-12`, `2016` where no more is said) of a date as written; None where it is none.

    The day is the one in the writer's own time zone.  Numbers of 9 to 13 digits are taken as Unix times (UTC).

    >>> edtf_day("Fri, 16 Dec 2016 23:30:00 +0300")
    '2016-12-16'
    """
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _unix_day(float(value))
    if not isinstance(value, str):
        return None
    text = value.strip()[:64]
    for pattern in (_ISO, _RUN, _SLASHES):
        if m := pattern.fullmatch(text):
            return _checked(*m.groups())
    return _unix_day(float(text)) if re.fullmatch(r"\d{9,13}", text) else _mail_day(text)


def _checked(year: str, month: str | None, day: str | None) -> str | None:
    if not _EARLIEST <= int(year) <= _LATEST:
        return None
    if month is None:
        return year
    if not 1 <= int(month) <= 12:
        return None
    if day is None:
        return f"{year}-{int(month):02}"
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _unix_day(seconds: float) -> str | None:
    seconds = seconds / 1000 if seconds > 1e11 else seconds
    if not 0 < seconds < 7e9:
        return None
    return (datetime(1970, 1, 1) + timedelta(seconds=seconds)).date().isoformat()


def _mail_day(text: str) -> str | None:
    """A date as mail and RSS write it."""
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return found.date().isoformat() if _EARLIEST <= found.year <= _LATEST else None
