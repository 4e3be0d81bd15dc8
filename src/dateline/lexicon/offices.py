"""Finds two people who hold one office of one country on the same day."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from dateline.lexicon.errors import TableError
from dateline.lexicon.tables import Row
from dateline.record.edtf import bounds


def check_offices(rows: Iterable[Row], shared: Collection[str] = ()) -> Iterator[TableError]:
    """Yields a fault for each such pair, at the later of the two; `shared` offices are held by several at once.

    A note in either row excuses the pair ("acting", "rival government"), and so does a day of handing over.  A date
    known to the year or month only counts as late as it can be at the start and as early as it can be at the end.
    """
    seats: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        country, office = row.get("country", ""), row.get("office", "")
        if country and office and office not in shared and not row.get("note", ""):
            seats.setdefault((country, office), []).append(row)
    for (country, office), held in seats.items():
        for i, row in enumerate(held):
            for other in held[:i]:
                if row.get("name") != other.get("name") and _overlap(row, other):
                    both = f"{row.get('name')} and {other.get('name')} ({other.file}:{other.line})"
                    yield row.fault(f"{both} are both {office} of {country}", "mend a date, or say in a note why")


def _overlap(one: Row, two: Row) -> bool:
    (begin1, end1), (begin2, end2) = _surely(one), _surely(two)
    return max(begin1, begin2) < min(end1, end2)


def _surely(row: Row) -> tuple[date, date]:
    """The first and last day on which the office was held for certain; a date that can't be read leaves no day."""
    begin, end = row.get("from", ""), row.get("to", "")
    first = bounds(begin) if begin else (date.min, date.min)
    last = bounds(end) if end else (date.max, date.max)
    return (first[1], last[0]) if first and last else (date.max, date.min)
