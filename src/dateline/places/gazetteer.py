"""Reads the gazetteer: towns, regions, districts and airports by name, from one mapped file.

The file (`tables/places/gazetteer.bin`, made by `gazetteer_build.py`) is mapped, not loaded: processes on one machine share
it, opening it takes a few milliseconds, and no Python object exists for a place until its name is looked up.

Layout, little endian: magic; eight u32 (buckets, places, first admin1, first admin2, first airport, and the starts of names,
places and divisions); bucket starts (u32 each, one more than buckets); names; places of 16 bytes; divisions as zipped JSON.
A name: length, check byte, UTF-8 text, number of postings, postings of 3 bytes (place number; the top bit marks a
secondary name).  A place: GeoNames id 3, latitude 3, longitude 3, division 2, size 1, its name's start 3 bytes; one spare.
"""

from __future__ import annotations

import json
import mmap
import struct
import zlib
from functools import lru_cache
from pathlib import Path
from typing import Literal, NamedTuple

from dateline.places.fold import fold

MAGIC = b"DLGAZ003"
HEADER = struct.Struct("<8s8I")
PLACE_BYTES = 16
SCALE = 0xFFFFFF  # coordinates in 24 bits: steps of 1 to 2 metres
SECONDARY = 0x800000
Kind = Literal["city", "admin1", "admin2", "airport"]


class Entry(NamedTuple):
    """A place of the gazetteer; `size` is ten times its decimal logarithm of inhabitants, `secondary` an other name."""

    number: int
    name: str
    kind: Kind
    country: str
    division: int
    lat: float
    lon: float
    geonames: int | None
    size: float
    secondary: bool


class Division(NamedTuple):
    """A first-level division: ISO 3166-1 alpha-3 of its country, GeoNames code, English name (may be empty)."""

    country: str
    code: str
    name: str


class Gazetteer:
    """The mapped file.  `find` gives every place of a name."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as f:
            self._bytes = mmap.mmap(f.fileno(), 0, access=mmap.ACCESS_READ)
        head = HEADER.unpack_from(self._bytes)
        if head[0] != MAGIC:
            raise ValueError(f"{path} is not a gazetteer of this version; build it again with gazetteer_build.py")
        self._buckets, self.places, self._admin1, self._admin2, self._airports, self._names, self._places, rest = head[1:]
        self._starts = memoryview(self._bytes)[HEADER.size : HEADER.size + 4 * (self._buckets + 1)].cast("I")
        raw = json.loads(zlib.decompress(self._bytes[rest:]))
        self.divisions = [Division(*row) for row in raw]
        self.find = lru_cache(maxsize=20_000)(self._find)

    def _find(self, key: str) -> tuple[Entry, ...]:
        """Every place whose name folds to `key`."""
        data = self._bytes
        crc = zlib.crc32(key.encode())
        bucket, check = crc % self._buckets, crc >> 24
        at, end = self._names + self._starts[bucket], self._names + self._starts[bucket + 1]
        found: dict[int, Entry] = {}
        while at < end:
            length, mark = data[at], data[at + 1]
            after = at + 2 + length
            if mark == check and fold(data[at + 2 : after].decode()) == key:
                for n in range(data[after]):
                    posting = int.from_bytes(data[after + 1 + 3 * n : after + 4 + 3 * n], "little")
                    entry = self._entry(posting & ~SECONDARY, bool(posting & SECONDARY))
                    if entry.number not in found or found[entry.number].secondary:
                        found[entry.number] = entry
            at = after + 1 + 3 * data[after]
        return tuple(found.values())

    def _entry(self, number: int, secondary: bool) -> Entry:
        at = self._places + PLACE_BYTES * number
        row = self._bytes[at : at + PLACE_BYTES]
        geonames = int.from_bytes(row[0:3], "little")
        lat = int.from_bytes(row[3:6], "little") / SCALE * 180 - 90
        lon = int.from_bytes(row[6:9], "little") / SCALE * 360 - 180
        division = int.from_bytes(row[9:11], "little")
        name_at = self._names + int.from_bytes(row[12:15], "little")
        name = self._bytes[name_at + 2 : name_at + 2 + self._bytes[name_at]].decode()
        country = self.divisions[division].country
        return Entry(
            number, name, self._kind(number), country, division, round(lat, 4), round(lon, 4), geonames or None,
            row[11] / 30, secondary,
        )  # fmt: skip

    def _kind(self, number: int) -> Kind:
        if number < self._admin1:
            return "city"
        if number < self._admin2:
            return "admin1"
        return "admin2" if number < self._airports else "airport"
