"""One unit in the folder: a Parquet file a table, and then, last, its manifest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from dateline.store.folder import put_in_place
from dateline.store.manifest import Makers, Manifest, encode_manifest, manifest_path
from dateline.store.parts import RecordError, part
from dateline.store.rows import Rows
from dateline.store.schema import TABLES, arrow_schema


def put_unit(
    folder: Path, unit: str, rows: Rows, made_by: Makers, *, hides: Mapping[str, Sequence[str]] | None = None
) -> Manifest:
    """Writes a unit; readers see all of it or nothing, and the same rows give the same bytes.  Raises OSError."""
    arrow = part("pyarrow")
    for table, found in rows.tables.items():
        write_table(folder, table, unit, arrow.Table.from_pylist(found, schema=arrow_schema(table)))
    counts = {table: len(found) for table, found in rows.tables.items()}
    hidden = {name: list(keys) for name, keys in (hides or {}).items()}
    manifest = Manifest(unit=unit, made_by=made_by, rows=counts, hides=hidden)
    put_manifest(folder, manifest)
    return manifest


def put_manifest(folder: Path, manifest: Manifest) -> None:
    """From here on readers see the unit."""
    with put_in_place(manifest_path(folder, manifest.unit)) as beside:
        beside.write_bytes(encode_manifest(manifest))


def table_path(folder: Path, table: str, unit: str) -> Path:
    """Where the rows of a unit stand."""
    return folder / table / f"{unit}.parquet"


def write_table(folder: Path, table: str, unit: str, rows: Any) -> None:
    """One Parquet file; nothing where there are no rows."""
    if not rows.num_rows:
        return
    with put_in_place(table_path(folder, table, unit)) as beside:
        part("pyarrow.parquet").write_table(rows, beside, compression="zstd")


def read_table(folder: Path, table: str, manifest: Manifest, *, columns: list[str] | None = None) -> Any:
    """The rows of a unit as an Arrow table.  Raises RecordError where its file is damaged or gone."""
    if not manifest.rows.get(table):
        empty = arrow_schema(table).empty_table()
        return empty.select(columns) if columns else empty
    path = table_path(folder, table, manifest.unit)
    try:
        return part("pyarrow.parquet").read_table(path, columns=columns, partitioning=None)
    except (OSError, part("pyarrow").ArrowException) as e:
        mend = f"delete {manifest_path(folder, manifest.unit)} and build again"
        raise RecordError(f"{path}: the file is damaged ({' '.join(str(e).split())[:120]}); {mend}") from None


def remove_unit(folder: Path, unit: str) -> None:
    """Takes a unit away, its manifest first."""
    manifest_path(folder, unit).unlink(missing_ok=True)
    for table in TABLES:
        table_path(folder, table, unit).unlink(missing_ok=True)
