"""Damaged files: found by reading everything once, and taken out, so that the next build reads their pages again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from dateline.store.folder import Folder
from dateline.store.manifest import UNITS, Manifest, manifest_name
from dateline.store.parts import part
from dateline.store.schema import TABLES
from dateline.store.unit import table_name


class Damage(msgspec.Struct, frozen=True, kw_only=True):
    """A file that can't be read, its unit, how many articles that holds, and from where (as far as that can be read)."""

    file: str
    unit: str
    what: str
    articles: int | None = None
    sources: tuple[str, ...] = ()


def find_damage(folder: Folder) -> Iterator[Damage]:
    """Every damaged file of every unit; reads all files once.  Raises OSError where a store does not answer."""
    for name in folder.names(UNITS):
        for content in folder.read([name]).values():
            unit = name.removeprefix(f"{UNITS}/").removesuffix(".json")
            try:
                manifest = msgspec.json.decode(content, type=Manifest)
            except msgspec.DecodeError as e:
                yield Damage(file=name, unit=unit, what=str(e), sources=_sources(folder, unit))
                continue
            for table, what in _faults(folder, manifest):
                if folder.read([name]):  # else it was joined with others meanwhile
                    articles = manifest.rows.get("articles")
                    file = table_name(table, unit)
                    yield Damage(file=file, unit=unit, what=what, articles=articles, sources=_sources(folder, unit))


def take_out(folder: Folder, units: Iterable[str]) -> None:
    """Takes units away of which something is damaged; their articles are there no more."""
    names = list(dict.fromkeys(units))
    folder.delete(manifest_name(unit) for unit in names)
    folder.delete(table_name(table, unit) for unit in names for table in TABLES)


def _faults(folder: Folder, manifest: Manifest) -> Iterator[tuple[str, str]]:
    """Tables of a unit with what is wrong with their files."""
    for table, rows in manifest.rows.items():
        what = _fault(folder, table_name(table, manifest.unit), rows) if rows else ""
        if what:
            yield table, what


def _fault(folder: Folder, name: str, rows: int) -> str:
    """What is wrong with a table's file, "" where nothing is."""
    content = folder.read([name])  # whole, so that a store that fails is not taken for a damaged file
    if not content:
        return "the file is gone"
    try:
        found = _rows(content[name])
    except (OSError, part("pyarrow").ArrowException) as e:
        return " ".join(str(e).split())[:120]
    return "" if found == rows else f"it has {found} rows, its manifest says {rows}"


def _rows(content: bytes) -> int:
    arrow, parquet = part("pyarrow"), part("pyarrow.parquet")
    file = parquet.ParquetFile(arrow.BufferReader(content), page_checksum_verification=True)
    return sum(batch.num_rows for batch in file.iter_batches())


def _sources(folder: Folder, unit: str) -> tuple[str, ...]:
    """Where a unit's articles come from, as far as their table can be read."""
    arrow, parquet = part("pyarrow"), part("pyarrow.parquet")
    found: set[str] = set()
    for content in folder.read([table_name("articles", unit)]).values():
        try:
            found.update(parquet.read_table(arrow.BufferReader(content), columns=["source"])["source"].to_pylist())
        except (OSError, arrow.ArrowException):
            continue
    return tuple(sorted(found))
