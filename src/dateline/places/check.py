"""Checks the tables of places: every row's points, country, kind and names."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.lexicon import Row, TableError, Tables
from dateline.places.fold import fold

_RESOLUTIONS = {"", "country", "region", "city", "feature"}


def check(tables: Tables) -> Iterator[TableError]:
    """Faults of `countries.tsv`, `regions/*.tsv`, `abbreviations.tsv` and `hints.tsv`, in the order of files and lines."""
    kinds = {r["kind"] for r in tables.rows("places/kinds.tsv")}
    countries = tables.rows("places/countries.tsv")
    known = {r["iso3"] for r in countries}
    yield from _check_countries(countries)
    regions = tables.all_rows("places/regions/*.tsv")
    for row in regions:
        yield from _check_region(row, kinds, known)
    yield from _check_doubles(regions)
    yield from _check_abbreviations(tables, regions)
    for row in tables.rows("places/hints.tsv"):
        unknown = set(row.many("kinds")) - kinds
        if unknown or row["where"] not in {"after", "of", "before"}:
            yield row.fault(f"unknown kind or place of the word: {row['kinds']}, {row['where']}", "see the head of the file")


def _check_countries(rows: list[Row]) -> Iterator[TableError]:
    seen: dict[str, int] = {}
    for row in rows:
        if len(row["iso3"]) != 3 or not row["iso3"].isupper():
            yield row.fault(f"'{row['iso3']}' is no ISO 3166-1 alpha-3 code", "write three capitals, XKX for Kosovo")
        if row["iso3"] in seen:
            yield row.fault(f"{row['iso3']} stands on line {seen[row['iso3']]} too", "keep one row a country")
        seen[row["iso3"]] = row.line
        yield from _check_point(row)


def _check_region(row: Row, kinds: set[str], known: set[str]) -> Iterator[TableError]:
    yield from _check_point(row)
    if row["kind"] not in kinds:
        yield row.fault(f"no kind of place is called '{row['kind']}'", "see places/kinds.tsv")
    if row["country"] and row["country"] not in known:
        yield row.fault(f"no country has the code '{row['country']}'", "see places/countries.tsv, or leave it empty")
    if row["resolution"] not in _RESOLUTIONS:
        yield row.fault(f"no resolution '{row['resolution']}'", "leave it empty, or write country, region, city or feature")
    for column in ("geonames", "weight"):
        if row[column] and not _is_number(row[column]):
            yield row.fault(f"{column} '{row[column]}' is no number", "write digits, or leave it empty")


def _check_point(row: Row) -> Iterator[TableError]:
    if not _is_number(row["lat"]) or not _is_number(row["lon"]):
        yield row.fault(f"'{row['lat']}', '{row['lon']}' is no point", "write degrees, as 51.5 and -0.13")
    elif abs(float(row["lat"])) > 90 or abs(float(row["lon"])) > 180:
        yield row.fault(f"{row['lat']}, {row['lon']} lies off the earth", "latitude first, then longitude, in degrees")


def _check_doubles(rows: list[Row]) -> Iterator[TableError]:
    """A name that two rows of one kind and country bear, unless a note says why."""
    seen: dict[tuple[str, str, str], Row] = {}
    for row in rows:
        for key in {fold(n) for n in [row["name"], *row.many("others")]}:
            other = seen.setdefault((key, row["country"], row["kind"]), row)
            if other is not row and not (row["note"] or other["note"]):
                what = f"'{key}' is a {row['kind']} on line {other.line} of {other.file} too"
                yield row.fault(what, "join the rows, or say in a note why there are two")


def _check_abbreviations(tables: Tables, regions: list[Row]) -> Iterator[TableError]:
    names = {(r["name"], r["country"]) for r in regions}
    for row in tables.rows("places/abbreviations.tsv"):
        if (row["name"], row["country"]) not in names:
            yield row.fault(f"no region is called '{row['name']}' in '{row['country']}'", "see places/regions/")


def _is_number(text: str) -> bool:
    try:
        return float(text) == float(text)
    except ValueError:
        return False
