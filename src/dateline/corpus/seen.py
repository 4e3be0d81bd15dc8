"""Somebody as articles show them: the rows that the comparison of names works on, and what it decides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

import msgspec


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """An entity under one name, country, sector and role, in all articles that have it so.

    `known`: a table of people says who it is.  `combo` is what the decision is about.
    """

    combo: int
    name: str
    kind: str
    country: str | None = None
    sector: str | None = None
    role: str | None = None
    known: bool = False
    first_day: date | None = None
    last_day: date | None = None
    articles: int = 1


class Decided(NamedTuple):
    """An identity: its key, and all that it was seen as."""

    key: str
    rows: tuple[Seen, ...]


class Span(NamedTuple):
    """From which day to which somebody was seen; without days nothing is known."""

    first: date | None
    last: date | None

    @classmethod
    def of(cls, rows: Iterable[Seen]) -> Span:
        """Over all of these."""
        days = [d for r in rows for d in (r.first_day, r.last_day) if d is not None]
        return cls(min(days), max(days)) if days else cls(None, None)

    def meets(self, other: Span, *, within: int) -> bool:
        """Whether the two lie no more than so many days apart; what has no days meets everything."""
        if self.first is None or self.last is None or other.first is None or other.last is None:
            return True
        reach = timedelta(days=within)
        return self.first - reach <= other.last and other.first - reach <= self.last


def ranked(values: Iterable[tuple[str | None, int]]) -> list[str]:
    """Values by how often they were seen, the longest and then the first of the alphabet where that is equal."""
    counts: Counter[str] = Counter()
    for value, number in values:
        if value:
            counts[value] += number
    return sorted(counts, key=lambda v: (-counts[v], -len(v), v))


def identity_row(decided: Decided) -> dict[str, object]:
    """As the table `identities` has it; the name is the fullest that is usual."""
    rows: Sequence[Seen] = decided.rows
    names = ranked((r.name, r.articles) for r in rows)
    most = max(name.count(" ") for name in names) if rows[0].kind == "person" else 0
    span = Span.of(rows)

    def usual(field: str) -> str | None:
        return next(iter(ranked((getattr(r, field), r.articles) for r in rows)), None)

    return {
        "identity": decided.key,
        "name": next(n for n in names if n.count(" ") >= min(most, 1)),
        "kind": usual("kind"),
        "country": usual("country"),
        "sector": usual("sector"),
        "roles": ranked((r.role, r.articles) for r in rows),
        "names": names,
        "articles": sum(r.articles for r in rows),
        "first_day": span.first,
        "last_day": span.last,
    }
