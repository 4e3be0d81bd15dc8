"""Terms of office as evidence of a text's year: "Prime Minister Abe" was not written in 2009."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from dateline.lexicon import Tables
from dateline.times.clues import Clue

_CAPITALISED = re.compile(r"[A-Z][^\W\d_]+(?:[-'’][^\W\d_]+)*")
_GIVEN_NAMES = re.compile(r"(?:\s[A-Z][\w.'’-]*){0,3}\s*$")
_NO_LONGER = ("former", "ex-", "ex", "then-", "then", "late", "deputy", "vice", "former vice")
_LAST_YEAR = 2100
_COARSE = "cabinets"  # how the files begin whose dates are too coarse to tell a text's year
_AGAINST = -1.5  # history is told in news too: a holder of another time weakens a year, but does not rule it out


class Term(NamedTuple):
    """An office and all years in which someone of that surname held it."""

    office: str
    surname: str
    held: tuple[range, ...]

    def years(self) -> frozenset[int]:
        """All years of all who held it; made only for the few who are named."""
        return frozenset(chain.from_iterable(self.held))


def load_holders(tables: Tables) -> dict[str, list[Term]]:
    """Terms by surname, from the tables of people; namesakes in one kind of office share their years."""
    held: dict[tuple[str, str], list[range]] = {}
    for row in tables.all_rows("entities/people/*.tsv"):
        if Path(row.file).name.startswith(_COARSE):
            continue
        name, office, since = row.get("name", ""), row.get("office", ""), row.get("from", "")[:4]
        if name and office and since.isdigit():
            until = row.get("to", "")[:4]
            years = range(int(since), (int(until) if until.isdigit() else _LAST_YEAR) + 1)
            held.setdefault((name.split()[-1], office.lower()), []).append(years)
    holders: dict[str, list[Term]] = {}
    for (surname, office), of_years in held.items():
        holders.setdefault(surname, []).append(Term(office, surname, tuple(of_years)))
    return holders


def holder_clues(text: str, holders: Mapping[str, Sequence[Term]]) -> list[Clue]:
    """Clues from everyone named with an office: the text is likely of the years in which they held it."""
    found: dict[tuple[str, str], Clue] = {}
    for m in _CAPITALISED.finditer(text):
        terms = holders.get(m.group())
        if terms is None:
            continue
        before = text[max(0, m.start() - 80) : m.start()]
        for term in terms:
            if _named_with(before, term.office):
                why = f"{term.office} {term.surname} was in office"
                found[term.office, term.surname] = Clue(why, years=term.years(), outside=_AGAINST)
    return list(found.values())


def _named_with(before: str, office: str) -> bool:
    """Whether the text before a surname ends in the office, given names aside: `Prime Minister Shinzo `."""
    names = _GIVEN_NAMES.search(before)
    ends = [before.rstrip()] if names is None else [before.rstrip(), *_shorter(before, names.start())]
    for end in ends:
        lower = end.lower().replace("-", " ")
        if lower.endswith(office):
            return not lower[: -len(office)].rstrip(" -").endswith(_NO_LONGER)
    return False


def _shorter(before: str, start: int) -> list[str]:
    """The text without one, two and three of the capitalised words at its end."""
    words = before[start:].split()
    return [before[: before.rstrip().rfind(words[-n])].rstrip() for n in range(1, len(words) + 1)]
