"""Checks the tables of who is who: codes, dates, names that stand twice, two people in one office.

Works on the columns that the tables of `tables/entities` share; which codes there are stands in `entities/codes.tsv`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dateline.lexicon.errors import TableError
from dateline.lexicon.offices import check_offices
from dateline.lexicon.tables import Row, Tables
from dateline.record.edtf import bounds

_CODES = "entities/codes.tsv"
_STATES = "entities/states.tsv"
_PEOPLE = "entities/people/"
_SECTOR_COLUMNS = ("sector", "other_sectors")
_DATE = re.compile(r"\d{4}(-\d\d){0,2}")


class Codes(NamedTuple):
    """The codes that cells may hold; a set that no table gave is empty, and then not checked."""

    countries: frozenset[str]
    sectors: frozenset[str]
    shared_offices: frozenset[str]


def check_entity_tables(tables: Tables) -> Iterator[TableError]:
    """Yields every fault of `entities/*.tsv` and `entities/people/*.tsv`, in order of file; raises none of them.

    >>> [str(fault) for fault in check_entity_tables(Tables())]
    []
    """
    read: dict[str, list[Row]] = {}
    for name, _ in tables.files("entities/*.tsv"):
        try:
            read[name] = tables.rows(name)
        except TableError as e:
            yield e
    codes = _codes(read)
    for name, rows in read.items():
        for row in rows:
            yield from _check_row(name, row, codes)
        if name.startswith(_PEOPLE):
            yield from _check_repeats(rows, ("name", "office", "country", "from"))
        elif rows and "others" in rows[0]:
            yield from _check_names(rows)
    holders = (row for name, rows in read.items() if name.startswith(_PEOPLE) for row in rows)
    yield from check_offices(holders, codes.shared_offices)


def _codes(read: dict[str, list[Row]]) -> Codes:
    known = [(row.get("code", ""), row.get("class", "")) for row in read.get(_CODES, [])]
    states = {row.get("iso3", "") for row in read.get(_STATES, [])}
    return Codes(
        frozenset(states | {code for code, kind in known if kind == "country"} if states else ()),
        frozenset(code for code, kind in known if kind in {"sector", "international"}),
        frozenset(code for code, kind in known if kind == "office"),
    )


def _check_row(name: str, row: Row, codes: Codes) -> Iterator[TableError]:
    named = row["name"] if "name" in row else next(iter(row.values()), "")
    if not named.strip():
        yield row.fault("a row without a name", "write the name in full")
    for country in row.many("country") if "country" in row else ():
        if codes.countries and country not in codes.countries:
            yield row.fault(
                f"'{country}' is no country", f"give an ISO 3166-1 alpha-3 code of {_STATES}, or add it to {_CODES}"
            )
    columns = _SECTOR_COLUMNS + (("kind",) if name == "entities/organizations.tsv" else ())
    for sector in (s for c in columns if c in row for s in row.many(c)):
        if codes.sectors and sector not in codes.sectors:
            yield row.fault(f"'{sector}' is no sector", f"see {_CODES}")
    yield from _check_dates(row)


def _check_dates(row: Row) -> Iterator[TableError]:
    days = {}
    for column in ("from", "to"):
        value = row.get(column, "")
        days[column] = bounds(value) if _DATE.fullmatch(value) else None
        if value and days[column] is None:
            yield row.fault(f"'{value}' is no date", "write YYYY, YYYY-MM or YYYY-MM-DD")
    begin, end = days["from"], days["to"]
    if begin and end and end[1] < begin[0]:
        yield row.fault(f"ends in {row['to']}, before it begins in {row['from']}", "exchange the two dates or mend one")


def _check_names(rows: Iterable[Row]) -> Iterator[TableError]:
    first: dict[str, Row] = {}
    for row in rows:
        for name in (row["name"], *row.many("others")):
            before = first.setdefault(name, row)
            if name and before is not row:
                yield row.fault(f"'{name}' stands in line {before.line} too", "keep it in the row that news means by it")
        if len(set(row.many("others"))) < len(row.many("others")) or row["name"] in row.many("others"):
            yield row.fault(f"a name of '{row['name']}' stands twice in this row", "keep one")


def _check_repeats(rows: Iterable[Row], columns: tuple[str, ...]) -> Iterator[TableError]:
    first: dict[tuple[str, ...], Row] = {}
    for row in rows:
        key = tuple(row.get(column, "") for column in columns)
        before = first.setdefault(key, row)
        if before is not row:
            yield row.fault(
                f"'{key[0]}' stands with the same office and date in line {before.line} too", "keep one of the rows"
            )
