"""Every place a name can mean: our own tables first, the gazetteer beside them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from dateline.lexicon import Row, Tables
from dateline.lexicon.tables import PACKAGE_TABLES
from dateline.places.fold import fold
from dateline.places.gazetteer import Entry, Gazetteer
from dateline.record.place import Resolution

GAZETTEER_FILE = PACKAGE_TABLES / "places" / "gazetteer.bin"


class Candidate(NamedTuple):
    """A place that a name can mean.

    `weight` is how well known it is before the text is asked: the decimal logarithm of a town's inhabitants, and numbers on
    the same scale for other kinds (`kinds.tsv`).  `division` numbers a first-level division of the gazetteer, -1 for none.
    `own` is true for a row of our tables, `secondary` for a name that is not the main one.
    """

    name: str
    kind: str
    resolution: Resolution
    country: str | None
    admin1: str | None
    division: int
    lat: float | None
    lon: float | None
    geonames: int | None
    weight: float
    own: bool
    secondary: bool

    @property
    def identity(self) -> tuple[object, ...]:
        """Equal for two candidates that are one place."""
        if self.kind == "country":
            return ("country", self.country)
        return (self.kind, self.name, self.country, self.lat, self.lon)


class Kind(NamedTuple):
    """A row of `kinds.tsv`: what the record calls it, its weight, how far from its point it still reaches (km)."""

    resolution: Resolution
    weight: float
    reach: float


class Atlas:
    """Our tables and the gazetteer under one roof."""

    def __init__(self, tables: Tables) -> None:
        self.gazetteer = Gazetteer(_gazetteer_path(tables))
        self.kinds = {
            r["kind"]: Kind(_resolution(r), float(r["weight"]), float(r["reach"])) for r in tables.rows("places/kinds.tsv")
        }
        self._articles: list[str] = tables.toml("places/contexts.toml")["dropped_articles"]
        self._divisions: dict[tuple[str, str], int] = {}
        for number, division in enumerate(self.gazetteer.divisions):
            self._divisions[division.country, fold(division.name)] = number
        self._own: dict[str, list[Candidate]] = {}
        self.capitals: dict[tuple[str, str], bool] = {}
        self.country_names: dict[str, str] = {}
        self.adjectives: dict[str, str] = {}
        self._read_countries(tables)
        self.adjective_keys = frozenset(fold(a) for a in self.adjectives)
        for row in tables.all_rows("places/regions/*.tsv"):
            self._add_row(row)
        self.find = lru_cache(maxsize=20_000)(self._find)
        self.abbreviations = {r["abbreviation"]: self._abbreviated(r) for r in tables.rows("places/abbreviations.tsv")}

    def _abbreviated(self, row: Row) -> tuple[Candidate, ...]:
        found = tuple(c for c in self._own.get(fold(row["name"]), ()) if c.country == row["country"])
        if not found:
            raise row.fault(f"no region is called '{row['name']}' in {row['country']}", "see places/regions/")
        return found

    def _read_countries(self, tables: Tables) -> None:
        for row in tables.rows("places/countries.tsv"):
            iso3 = row["iso3"]
            self.country_names[iso3] = row["name"]
            if row["capital"]:
                self.capitals[iso3, fold(row["capital"])] = True
            for adjective in row.many("adjectives"):
                self.adjectives[adjective] = iso3
            kind = self.kinds["country" if row["sovereign"] != "no" else "territory"]
            self._add(
                Candidate(row["name"], "country", "country", iso3, None, -1, _degrees(row, "lat"), _degrees(row, "lon"),
                          _number(row), kind.weight, True, False), row.many("others"))  # fmt: skip

    def _add_row(self, row: Row) -> None:
        kind = self.kinds.get(row["kind"])
        if kind is None:
            raise row.fault(f"no kind of place is called '{row['kind']}'", "see places/kinds.tsv")
        country, name = row["country"] or None, row["name"]
        division = -1
        if country:
            own_division = name if row["kind"] == "division" else row["admin1"]
            division = self._divisions.get((country, fold(own_division)), -1)
            if division < 0 and row["kind"] == "division":
                divisions = (self._divisions.get((country, fold(o)), -1) for o in row.many("others"))
                division = next((d for d in divisions if d >= 0), -1)
        resolution: Resolution = row["resolution"] or kind.resolution  # type: ignore[assignment]
        weight = float(row["weight"]) if row["weight"] else kind.weight
        self._add(
            Candidate(name, row["kind"], resolution, country, row["admin1"] or None, division, _degrees(row, "lat"),
                      _degrees(row, "lon"), _number(row), weight, True, False), row.many("others"))  # fmt: skip

    def _add(self, candidate: Candidate, others: list[str]) -> None:
        self._own.setdefault(fold(candidate.name), []).append(candidate)
        for other in others:
            same = self._own.setdefault(fold(other), [])
            if all(c.identity != candidate.identity for c in same):
                same.append(candidate)

    def _find(self, key: str) -> tuple[Candidate, ...]:
        """Every place of that folded name, best known first."""
        own = self._own.get(key, [])
        found = list(own)
        entries = self.gazetteer.find(key) or self._with_article(key)
        largest = {e.country: e.number for e in sorted(entries, key=lambda e: e.size) if e.kind == "city"}
        for entry in entries:
            candidate = self._of_entry(entry, largest.get(entry.country) == entry.number)
            if not any(_same(candidate, o) for o in own):
                found.append(candidate)
        return tuple(sorted(found, key=lambda c: (-c.weight, c.name, c.lat or 0.0)))

    def _with_article(self, key: str) -> tuple[Entry, ...]:
        """`Atarib` for `Al Atarib`: news leaves the Arabic article out."""
        if len(key) < 5 or " " in key:
            return ()
        found = (self.gazetteer.find(f"{article} {key}") for article in self._articles)
        return tuple(e for entries in found for e in entries if e.kind == "city")

    def _of_entry(self, e: Entry, largest: bool) -> Candidate:
        kind = self.kinds[e.kind]
        weight = e.size + kind.weight
        if e.secondary and e.kind == "city":
            weight += self.kinds["other name"].weight
        elif e.kind == "city" and largest and (e.country, fold(e.name)) in self.capitals:
            weight += self.kinds["capital"].weight
        division = self.gazetteer.divisions[e.division]
        admin1 = division.name or None
        return Candidate(
            e.name, e.kind, kind.resolution, e.country, None if e.kind == "admin1" else admin1,
            e.division if division.name else -1, e.lat, e.lon, e.geonames, weight, False, e.secondary,
        )  # fmt: skip


def _same(candidate: Candidate, own: Candidate) -> bool:
    """Whether a gazetteer's division or town stands in our tables already."""
    if own.country != candidate.country:
        return False
    if own.kind == "country":
        return candidate.kind in {"admin1", "admin2"}
    if own.kind == "division":
        return candidate.kind == "admin1"
    if 0 <= own.division != candidate.division >= 0:
        return False  # Kansas City lies in two states
    if own.kind in {"town", "airport"} or candidate.kind == "airport":
        return candidate.kind in {"city", "airport"} and _close(candidate, own)
    return False


def _close(a: Candidate, b: Candidate) -> bool:
    if a.lat is None or b.lat is None or a.lon is None or b.lon is None:
        return False
    return abs(a.lat - b.lat) < 0.5 and abs(a.lon - b.lon) < 0.7


def _gazetteer_path(tables: Tables) -> Path:
    for folder in reversed(tables.folders):
        path = folder / "places" / "gazetteer.bin"
        if path.is_file():
            return path
    return GAZETTEER_FILE


def _degrees(row: Row, column: str) -> float | None:
    try:
        return float(row[column]) if row[column] else None
    except ValueError:
        raise row.fault(f"{column} '{row[column]}' is no number", "write degrees as 51.5 or -0.13") from None


def _number(row: Row) -> int | None:
    return int(row["geonames"]) if row["geonames"] else None


def _resolution(row: Row) -> Resolution:
    return row["resolution"]  # type: ignore[return-value]
