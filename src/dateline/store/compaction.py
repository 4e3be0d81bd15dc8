"""Many small units made into few large ones, and units written again without some articles."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from dateline.store.folder import put_in_place
from dateline.store.manifest import Makers, Manifest, read_manifests
from dateline.store.parts import part
from dateline.store.schema import TABLES, arrow_schema
from dateline.store.unit import put_manifest, read_table, remove_unit, table_path, write_table

_MOST_ARTICLES = 50_000  # of one compacted unit
_ROWS_AT_ONCE = 100_000  # of one row group, which is what is held in memory


def compact(folder: Path) -> tuple[int, int]:
    """Joins units by the same makers; gives the number of units before and after.

    Hold `writing(folder)` meanwhile.  Readers see the old units until the new one is whole.  Raises OSError, RecordError.
    """
    settle(folder)
    manifests = read_manifests(folder)
    groups = list(_groups(manifests))
    for group in groups:
        if len(group) > 1:
            _join(folder, group)
    settle(folder)
    return len(manifests), len(groups)


def settle(folder: Path) -> None:
    """Ends what a killed build or compaction began: takes replaced units away, and articles that a newer unit holds."""
    manifests = read_manifests(folder)
    names = {m.unit for m in manifests}
    for path in sorted((folder / "units").glob("*.json")):
        if path.stem not in names:
            remove_unit(folder, path.stem)
    hidden: dict[str, set[str]] = {}
    for manifest in manifests:
        for unit, keys in manifest.hides.items():
            hidden.setdefault(unit, set()).update(keys)
    without(folder, hidden)
    for manifest in read_manifests(folder):
        # What is gone must not be hidden if it comes again: pages that go back to an older text make an older unit.
        if manifest.hides or manifest.replaces:
            put_manifest(folder, msgspec.structs.replace(manifest, hides={}, replaces=()))


def without(folder: Path, dropped: Mapping[str, Collection[str]]) -> None:
    """Writes units again without the articles of these keys (by unit)."""
    for manifest in read_manifests(folder):
        keys = dropped.get(manifest.unit)
        if keys:
            _drop(folder, manifest, sorted(keys))


def _drop(folder: Path, manifest: Manifest, keys: list[str]) -> None:
    compute, arrow = part("pyarrow.compute"), part("pyarrow")
    left: dict[str, int] = {}
    unit = _name([manifest.unit, *keys])
    for table in TABLES:
        rows = read_table(folder, table, manifest)
        rows = rows.filter(compute.invert(compute.is_in(rows["article"], value_set=arrow.array(keys, arrow.string()))))
        write_table(folder, table, unit, rows)
        left[table] = rows.num_rows
    if any(left.values()):
        hides = manifest.hides
        put_manifest(
            folder, Manifest(unit=unit, made_by=manifest.made_by, rows=left, replaces=(manifest.unit,), hides=hides)
        )
    remove_unit(folder, manifest.unit)


def _groups(manifests: Iterable[Manifest]) -> Iterator[list[Manifest]]:
    """Units that become one, in order of name; a unit that is large enough stays as it is."""
    by_makers: dict[Makers, list[Manifest]] = {}
    for manifest in manifests:
        by_makers.setdefault(manifest.made_by, []).append(manifest)
    for of_makers in by_makers.values():
        group: list[Manifest] = []
        for manifest in sorted(of_makers, key=lambda m: (-m.rows["articles"], m.unit)):
            if group and sum(m.rows["articles"] for m in (*group, manifest)) > _MOST_ARTICLES:
                yield group
                group = []
            group.append(manifest)
        if group:
            yield group


def _join(folder: Path, group: list[Manifest]) -> None:
    group = sorted(group, key=lambda m: m.unit)
    unit = _name([m.unit for m in group])
    for table in TABLES:
        _concatenate(folder, table, unit, group)
    rows = {table: sum(m.rows.get(table, 0) for m in group) for table in TABLES}
    replaced = tuple(m.unit for m in group)
    put_manifest(folder, Manifest(unit=unit, made_by=group[0].made_by, rows=rows, replaces=replaced))
    for manifest in group:
        remove_unit(folder, manifest.unit)


def _concatenate(folder: Path, table: str, unit: str, group: list[Manifest]) -> None:
    arrow, parquet = part("pyarrow"), part("pyarrow.parquet")
    if not any(m.rows.get(table) for m in group):
        return
    with (
        put_in_place(table_path(folder, table, unit)) as beside,
        parquet.ParquetWriter(beside, arrow_schema(table), compression="zstd") as writer,
    ):
        for rows in _gathered(read_table(folder, table, m) for m in group):
            writer.write_table(arrow.concat_tables(rows), row_group_size=_ROWS_AT_ONCE)


def _gathered(tables: Iterable[Any]) -> Iterator[list[Any]]:
    held: list[Any] = []
    for table in tables:
        held.append(table)
        if sum(t.num_rows for t in held) >= _ROWS_AT_ONCE:
            yield held
            held = []
    if held:
        yield held


def _name(parts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]
