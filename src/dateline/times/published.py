"""Infers the day an article appeared from what it says: null rather than wrong.

Years are scored by clues (years told as past or ahead, "next year", weekdays against days of the month, anniversaries,
terms of office); the day follows from the weekdays told, seen from the undated days round which the story moves.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from dateline.lexicon import Row, Tables
from dateline.record import Published, Reading
from dateline.times.clues import (
    Clue,
    Named,
    Undated,
    ago_clues,
    bare_weekdays,
    dateline_day,
    fitting_years,
    landmark_clues,
    undated_days,
    year_clues,
)
from dateline.times.find import Found
from dateline.times.holders import Term, holder_clues, load_holders
from dateline.times.reader import TimesReader
from dateline.times.tense import Tense, Tenses

_YEARS = range(1950, 2101)
_SURE = 3.0  # what the best year must score
_AHEAD = 1.5  # by how much it must beat the next
_STRONG = 2.0  # a clue that names the very year
_STALE = 0.4  # what a year loses for each year it lies after the last one told as past
_LATER = 3  # days after a dated weekday within which it is most often written


class Guess(NamedTuple):
    """A year, and the clues that spoke for it."""

    year: int
    clues: list[Clue]
    fit: float


class PublishedReader:
    """Compiled once; call it with a reading whose article has no published date."""

    def __init__(self, tables: Tables, times: TimesReader) -> None:
        """Raises TableError."""
        self._times = times
        self._tense_words = tables.toml("times/tense.toml")
        self._months = times.months
        self._numbers = times.classes["number"].values
        self._landmarks = [_landmark(row) for row in tables.rows("times/landmarks.tsv")]
        self._tables = tables

    @cached_property
    def _holders(self) -> Mapping[str, Sequence[Term]]:
        """Read where first wanted: many sources date every page."""
        return load_holders(self._tables)

    def __call__(self, reading: Reading) -> Published | None:
        """The inferred date with its evidence; None where the text does not tell it surely."""
        text = reading.article.text
        found = self._times.find(reading)
        tenses = Tenses(self._tense_words, reading)

        def tense(f: Found) -> Tense:
            return tenses.at(f.start, f.end)

        days = undated_days(found, text, tense)
        weekdays = bare_weekdays(found, text, tense)
        clues = [
            *year_clues(found, text, tense),
            *ago_clues(found, text),
            *landmark_clues(text, self._landmarks, self._numbers),
            *holder_clues(text, self._holders),
        ]
        line = dateline_day(reading, self._months)
        near = _near(days)
        guess = _best_year(clues, near, weekdays)
        if guess is None:
            return None
        return _published(guess, near, weekdays, line)


def _near(days: Sequence[Undated]) -> list[Undated]:
    """The undated days round which the story moves: those not told as ahead, else all."""
    return [d for d in days if d.tense != "future"] or list(days)


def _best_year(clues: Sequence[Clue], days: Sequence[Undated], weekdays: Sequence[Named]) -> Guess | None:
    """The year the clues agree on; None where there is none, or two that are nearly as good."""
    past = [c.first for c in clues if c.first is not None and c.why.endswith("past")]
    since = [c.first for c in clues if c.first is not None]
    if not since and not any(c.years for c in clues):
        return None
    latest = max(past or since, default=None)
    fits = fitting_years(days, weekdays, _YEARS)
    scores: dict[int, float] = {}
    for year in _YEARS:
        score = sum(c.score(year) for c in clues) + fits[year]
        if latest is not None and not any(c.weight >= _STRONG and c.score(year) > 0 for c in clues):
            score -= _STALE * max(0, year - latest)
        scores[year] = score
    ranked = sorted(scores, key=lambda y: (-scores[y], y))
    best, second = ranked[0], ranked[1]
    if scores[best] < _SURE - 1.2 or scores[best] - scores[second] < _AHEAD:
        return None
    positive = sum(c.score(best) for c in clues if c.years) + fits[best]
    if positive < _SURE:
        return None
    return Guess(best, [c for c in clues if c.score(best) > 0 or c.first or c.last], fits[best])


def _published(guess: Guess, days: Sequence[Undated], weekdays: Sequence[Named], line: tuple[int, int] | None) -> Published:
    """The day where the text tells it, else the year."""
    why = _evidence(guess, days, weekdays)
    if line is not None:
        try:
            return Published(value=date(guess.year, *line).isoformat(), from_="dateline", why=why)
        except ValueError:
            pass
    value = _day(guess.year, days, weekdays) if guess.fit > 0 else None
    return Published(value=value or str(guess.year), from_="inferred", why=why)


def _day(year: int, days: Sequence[Undated], weekdays: Sequence[Named]) -> str | None:
    """The last weekday told as past, on the calendar by the undated days near it; a month where days have dates only.

    "On Friday" is written in the days after that Friday, most often on it; "on Friday, March 4" may be written later.
    """
    past = {w.weekday for w in weekdays if w.tense not in ("future", "present")}
    told: list[date] = []
    for day in days:
        covered = day.weekdays(year)
        if not covered or day.weekday is not None or not covered & past:
            continue
        first = date(year, day.month, day.day)
        near = (first + timedelta(days=n) for n in range(day.until - day.day + 3))
        told += [d for d in near if d.isoweekday() in past]
    if told:
        return max(told).isoformat()
    dated = [
        date(year, d.month, d.until) for d in days if d.weekday is not None and d.tense in ("past", "past_far", "unknown")
    ]
    if not dated:
        return None
    last = max(dated)
    return f"{last:%Y-%m}" if (last + timedelta(days=_LATER)).month == last.month else None


def _evidence(guess: Guess, days: Sequence[Undated], weekdays: Sequence[Named]) -> str:
    parts = [c.why for c in guess.clues if c.years]
    if guess.fit > 0 and days:
        names = sorted({w.text for w in weekdays})
        parts.append(
            f"{', '.join(dict.fromkeys(d.text for d in days))} fits {' and '.join(names) or 'its weekday'} in {guess.year}"
        )
    parts += [c.why for c in guess.clues if not c.years]
    return "; ".join(dict.fromkeys(parts))


def _landmark(row: Row) -> tuple[re.Pattern[str], str, int]:
    names = "|".join(re.escape(n) for n in sorted((row["event"], *row.many("others")), key=len, reverse=True))
    return re.compile(rf"\b(?:{names})\b"), row["event"], int(row["year"])
