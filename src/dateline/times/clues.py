"""What a text says of the day it appeared on: each clue with the years it allows, its weight and its words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.record import Reading
from dateline.times.find import Found
from dateline.times.moment import days_in
from dateline.times.tense import Tense

_NEAR_YEARS = 130  # "71 years" counts from a landmark; more than this many is history
_COUNTED = re.compile(
    r"\b(\d{1,3}|[a-z]+(?:-[a-z]+)?)"
    r"(?:(?:st|nd|rd|th) anniversary (?:of|since)|[ -]years?(?: of| after| since| on from| ago)?\b)",
    re.IGNORECASE,
)
_DATED = re.compile(r"\s*\(")
_BEYOND = -5.0  # one sentence may be misread: bounds weigh heavily, but are not absolute
# "nearly 25 years after the fall of the Berlin Wall" names no year
_INEXACT = re.compile(
    r"\b(?:nearly|almost|about|around|some|over|more than|than|past|last|next|roughly|for|first|within|in)\s$"
)


@dataclass(slots=True, frozen=True)
class Clue:
    """One piece of evidence: the first and last year it allows (None: open), or the very years it speaks for."""

    why: str
    first: int | None = None
    last: int | None = None
    years: frozenset[int] | None = None
    weight: float = 0.0
    outside: float = 0.0  # what it takes from the years it does not speak for

    def score(self, year: int) -> float:
        """What the clue adds for a year; much less where the year is out of its bounds."""
        if (self.first is not None and year < self.first) or (self.last is not None and year > self.last):
            return _BEYOND
        if self.years is None:
            return 0.0
        return self.weight if year in self.years else self.outside


@dataclass(slots=True, frozen=True)
class Undated:
    """A day told without its year, or a run of days: `December 15-16`, with a weekday if one stands by it."""

    month: int
    day: int
    until: int
    weekday: int | None
    text: str
    tense: Tense

    def weekdays(self, year: int) -> set[int] | None:
        """The weekdays it covers in a year; None where the year has no such day."""
        if self.until > days_in(year, self.month):
            return None
        return {date(year, self.month, d).isoweekday() for d in range(self.day, self.until + 1)}


@dataclass(slots=True, frozen=True)
class Named:
    """A weekday told by itself, looking back or ahead."""

    weekday: int
    tense: Tense
    text: str


TenseAt = Callable[[Found], Tense]


def undated_days(found: Iterable[Found], text: str, tense: TenseAt) -> list[Undated]:
    """Days told without their year."""
    days: list[Undated] = []
    for f in found:
        s = f.slots
        if f.kind not in ("date", "days") or "year" in s or "day" not in s or "month" not in s or s.get("year_way"):
            continue
        until = int(s["until"]) if "until" in s else int(s["day"])
        if until >= s["day"]:
            days.append(Undated(s["month"], s["day"], until, s.get("weekday"), text[f.start : f.end], tense(f)))
    return days


def bare_weekdays(found: Iterable[Found], text: str, tense: TenseAt) -> list[Named]:
    """Weekdays told by themselves, without last or next or a date: not `Monday (Nov. 18)`."""
    return [
        Named(int(f.slots["weekday"]), tense(f), text[f.start : f.end])
        for f in found
        if f.kind == "weekday" and not f.slots.get("way") and not _DATED.match(text, f.end)
    ]


def year_clues(found: Sequence[Found], text: str, tense: TenseAt) -> list[Clue]:
    """Bounds from years told: those behind are over or under way, those ahead are not yet over."""
    clues: list[Clue] = []
    ahead: list[int] = []
    behind: list[int] = []
    for f in found:
        year = f.slots.get("year")
        if (
            f.kind not in ("date", "days", "season", "holiday")
            or not isinstance(year, int)
            or year < 1900
            or f.slots.get("bc")
        ):
            continue
        words = text[f.start : f.end]
        before = text[max(0, f.start - 12) : f.start].lower()
        if before.endswith("since "):
            behind.append(year)
            clues.append(Clue(f"'since {words}'", first=year))
        elif tense(f) == "past" and not before.endswith(("by ", "until ", "for ")):
            behind.append(year)
            clues.append(Clue(f"'{words}' is told as past", first=year))
        elif tense(f) == "future":
            ahead.append(year)
            clues.append(Clue(f"'{words}' lies ahead", last=year))
    clues += _neighbours(found, text, ahead, behind)
    return clues


def _neighbours(found: Sequence[Found], text: str, ahead: Sequence[int], behind: Sequence[int]) -> list[Clue]:
    """ "In 2017" of one sentence is "next year" of another: the nearest year ahead is taken for next year."""
    clues: list[Clue] = []
    ways = {(f.slots.get("step"), f.slots.get("unit")) for f in found if f.kind == "unit" and f.slots.get("from") == "now"}
    if ahead and (1, "year") in ways:
        clues.append(Clue(f"{min(ahead)} is also 'next year'", years=frozenset({min(ahead) - 1}), weight=2.5))
    if behind and (-1, "year") in ways:
        clues.append(Clue(f"{max(behind)} is also 'last year'", years=frozenset({max(behind) + 1}), weight=1.0))
    return clues


def ago_clues(found: Sequence[Found], text: str) -> list[Clue]:
    """ "Eight years ago" beside "in 2008": the text may be of 2016."""
    told = sorted({y for f in found if isinstance(y := f.slots.get("year"), int) and f.kind == "date" and y >= 1900})
    clues: list[Clue] = []
    if not 0 < len(told) < 4:
        return clues
    for f in found:
        slots = f.slots
        number = slots.get("n")
        if f.kind == "unit" and slots.get("unit") == "year" and slots.get("from") == "now" and isinstance(number, int):
            years = frozenset(y - number * int(slots["step"]) for y in told)
            if 1 < number < 40:
                clues.append(Clue(f"'{text[f.start : f.end]}' may be {told[-1]}", years=years, weight=0.8))
    return clues


def landmark_clues(
    text: str, landmarks: Sequence[tuple[re.Pattern[str], str, int]], numbers: Mapping[str, int | str]
) -> list[Clue]:
    """ "71 years after the Second World War": the year is the landmark's plus the number."""
    told: list[tuple[str, int]] | None = None  # looked for once, and only where somebody counts years
    clues: list[Clue] = []
    for m in _COUNTED.finditer(text):
        word = m.group(1).lower()
        number = int(word) if word.isdigit() else int(numbers.get(word, 0))
        if _INEXACT.search(text, max(0, m.start() - 16), m.start()):
            continue
        near = text[m.start() : m.end() + 90]
        anniversary = "anniversary" in m.group().lower()
        for pattern, name, year in landmarks:
            if 5 <= number <= _NEAR_YEARS and pattern.search(near):
                clues.append(Clue(f"{m.group()} {name} ({year})", years=frozenset({year + number}), weight=2.5))
                break
        else:
            if number >= 20 and not anniversary:
                if told is None:
                    told = [(name, year) for pattern, name, year in landmarks if pattern.search(text)]
                clues += [
                    Clue(f"'{m.group()}' fits {name} ({year})", years=frozenset({year + number}), weight=1.0)
                    for name, year in told
                ]
    return clues


def fitting_years(days: Sequence[Undated], weekdays: Sequence[Named], years: Iterable[int]) -> dict[int, float]:
    """How well the weekdays told fit the days told, by year: 3 for an exact fit, less for a part of one."""
    scores: dict[int, float] = {}
    loose = {w.weekday for w in weekdays}
    for year in years:
        score = 0.0
        for day in days:
            covered = day.weekdays(year)
            if covered is None:
                score -= 3
            elif day.weekday is not None:
                score += 3 if covered == {day.weekday} else -3
            elif loose and len(covered) > 1 and covered <= loose:
                score += 3
            elif loose and loose <= covered:
                score += 1.5
        scores[year] = score
    return scores


def dateline_day(reading: Reading, months: Mapping[str, int | str]) -> tuple[int, int] | None:
    """Month and day of the dateline's date (`GENEVA, March 3`), as printed."""
    line = reading.article.dateline
    if line is None or not line.date:
        return None
    month = next((m for w in re.findall(r"[^\W\d_]+", line.date) if (m := months.get(w.lower()))), None)
    day = re.search(r"\d{1,2}(?!\d)", line.date)
    if month is None or day is None or not 1 <= int(day.group()) <= 31:
        return None
    return int(month), int(day.group())
