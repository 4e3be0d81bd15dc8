"""Dates as pages print them: `March 3, 2022`, `3 Mar. 2022`, `Friday, 16 December 2016, 12:30`."""

from __future__ import annotations

import re
from collections.abc import Callable

from dateline.intake import edtf_day
from dateline.lexicon import Tables

FindDate = Callable[[str], str | None]
IsStamp = Callable[[str], bool]
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[ap]\.?m\.?)?|\b\d{1,2} ?[ap]\.?m\b\.?|\d{1,2}h\d{2}")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
_YEAR = re.compile(r"(?:19|20)\d\d")  # every date that is read here has one: a line without is passed over
_WORD = re.compile(r"[^\W_]+")


def build_date(tables: Tables) -> FindDate:
    """A function that gives the EDTF day of the first full date (day, month and year) in a line, or None.

    `03/04/2021` is left alone where day and month could change places.
    """
    months, shapes = _shapes(tables)

    def find_date(line: str) -> str | None:
        if not _YEAR.search(line):
            return None
        folded = _parted(line).lower()
        for shape in shapes:
            if m := shape.search(folded):
                month = months.get(m["m"]) or int(m["m"])
                return edtf_day(f"{m['y']}-{month:02}-{int(m['d']):02}")
        return None

    return find_date


def build_stamp(tables: Tables) -> IsStamp:
    """A function that tells whether a line is a date and little else: `Posted 3 March 2022, 9:15 pm EDT`."""
    _, shapes = _shapes(tables)
    table = tables.toml("article/dates.toml")
    beside = frozenset(table["weekdays"]) | frozenset(table["beside_dates"])

    def is_stamp(line: str) -> bool:
        if len(line) > 110 or not _YEAR.search(line):
            return False
        folded = _parted(line).lower()
        shape = next((s for s in shapes if s.search(folded)), None)
        if shape is None:
            return False
        rest = _WORD.findall(_CLOCK.sub(" ", shape.sub(" ", folded)))
        return sum(w not in beside and not w.isdigit() for w in rest) <= 1

    return is_stamp


def build_opening_date(tables: Tables) -> IsStamp:
    """A function that tells whether a line opens with a date: `Monday, November 18, 2019 by Anna Roe`."""
    _, shapes = _shapes(tables)
    table = tables.toml("article/dates.toml")
    beside = frozenset(table["weekdays"]) | frozenset(table["beside_dates"])

    def opens_with_date(line: str) -> bool:
        folded = _parted(line[:110]).lower()
        if not _YEAR.search(folded):
            return False
        found = [m.start() for s in shapes if (m := s.search(folded))]
        if not found:
            return False
        before = _WORD.findall(_CLOCK.sub(" ", folded[: min(found)]))
        return all(w in beside or w.isdigit() for w in before)

    return opens_with_date


def _parted(line: str) -> str:
    """A line with spaces where scrapers lost them: `2 minute readApril 25, 2023`."""
    return _CAMEL.sub(" ", line)


def _shapes(tables: Tables) -> tuple[dict[str, int], tuple[re.Pattern[str], ...]]:
    table = tables.toml("article/dates.toml")
    months = {name: n for n, names in enumerate(table["months_elsewhere"], 1) for name in names}
    months |= {name: n for n, names in enumerate(table["months"], 1) for name in names}
    name = "|".join(sorted(months, key=len, reverse=True))
    year = r"(?P<y>(?:19|20)\d\d)(?=\d?\d:\d\d|(?!\d))"  # `20232:26 PM`: scrapers lose the space between
    shapes = (
        re.compile(rf"\b(?P<m>{name})\.? (?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? {year}"),
        re.compile(rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th|\.)?(?: of| de)?[ -](?P<m>{name})\.?,?(?: de)?[ -]{year}"),
        re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)"),
        re.compile(r"(?<!\d)(?P<d>1[3-9]|2\d|3[01])[./](?P<m>\d\d?)[./](?P<y>(?:19|20)\d\d)(?!\d)"),
        re.compile(r"(?<!\d)(?P<m>0?\d|1[0-2])/(?P<d>1[3-9]|2\d|3[01])/(?P<y>(?:19|20)\d\d)(?!\d)"),
        re.compile(r"(?<!\d)(?P<m>0?\d|1[0-2])\.(?P<d>1[3-9]|2\d|3[01])\.(?P<y>(?:19|20)\d\d)(?!\d)"),
        re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)[./](?P<m>\d\d?)[./](?P<d>\d\d?)(?!\d)"),
        re.compile(r"(?<!\d)(?P<d>\d\d?)\.(?P<m>\d\d)\.(?P<y>(?:19|20)\d\d)(?!\d)"),
    )
    return months, shapes
