"""One unit in the folder: a Parquet file a table, and then, last, its manifest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from dateline.store.folder import Folder
from dateline.store.keys import Keys, pack
from dateline.store.manifest import Makers, Manifest, Removal, encode_manifest, manifest_name, removal_name
from dateline.store.parts import RecordError, part
from dateline.store.rows import Rows
from dateline.store.schema import TABLES, arrow_schema, columns_digest


def put_unit(
    folder: Folder, unit: str, rows: Rows, made_by: Makers, *, keys: Keys, origins: Keys, turn: int = 0
) -> Manifest:
    """Writes a unit; readers see all of it or nothing, and the same rows give the same bytes.  Raises OSError."""
    arrow = part("pyarrow")
    counts = {table: len(found) for table, found in rows.tables.items()}
    manifest = Manifest(
        unit=unit,
        made_by=made_by,
        rows=counts,
        columns=columns_digest(),
        keys=pack(keys),
        origins=pack(origins),
        turn=turn,
    )
    with folder.sharing():  # held by whoever writes: the process that handed out the unit may be gone
        for table, found in rows.tables.items():
            write_table(folder, table, unit, arrow.Table.from_pylist(found, schema=arrow_schema(table)))
        put_manifest(folder, manifest)
    return manifest


def put_manifest(folder: Folder, manifest: Manifest | Removal) -> None:
    """From here on readers see the unit, or no longer see what is removed."""
    name = manifest_name if isinstance(manifest, Manifest) else removal_name
    with folder.put(name(manifest.unit)) as beside:
        beside.write_bytes(encode_manifest(manifest))


def table_name(table: str, unit: str) -> str:
    """The file of a unit's rows."""
    return f"{table}/{unit}.parquet"


def write_table(folder: Folder, table: str, unit: str, rows: Any) -> None:
    """One Parquet file; nothing where there are no rows."""
    if rows.num_rows:
        with folder.put(table_name(table, unit)) as beside:
            part("pyarrow.parquet").write_table(rows, beside, compression="zstd", write_page_checksum=True)


def table_batches(folder: Folder, table: str, manifest: Manifest, *, columns: list[str] | None = None) -> Iterator[Any]:
    """The rows of a unit, some thousands at a time, with the columns of today.

    Raises RecordError where its file is damaged or gone.
    """
    if not manifest.rows.get(table):
        return
    names = columns or list(TABLES[table])
    with _named_if_damaged(folder, table_name(table, manifest.unit)), folder.open(table_name(table, manifest.unit)) as file:
        parquet = part("pyarrow.parquet").ParquetFile(file)
        there = set(parquet.schema_arrow.names)
        for batch in parquet.iter_batches(columns=[name for name in names if name in there]):
            yield _as_today(batch, table, names)


def _as_today(batch: Any, table: str, names: list[str]) -> Any:
    """A batch with columns that older versions did not have, empty."""
    arrow, schema = part("pyarrow"), arrow_schema(table)
    held = set(batch.schema.names)
    columns = [
        batch.column(name) if name in held else arrow.nulls(batch.num_rows, schema.field(name).type) for name in names
    ]
    return arrow.record_batch(columns, schema=arrow.schema([schema.field(name) for name in names]))


@contextmanager
def _named_if_damaged(folder: Folder, name: str) -> Iterator[None]:
    try:
        yield
    except (OSError, part("pyarrow").ArrowException) as e:
        mend = f"`dateline repair {folder.address}` takes it out; build again then"
        why = " ".join(str(e).split())[:120]
        raise RecordError(f"{folder.address}/{name}: the file is damaged ({why}); {mend}") from None


def remove_units(folder: Folder, manifests: Iterable[Manifest]) -> None:
    """Takes units away, their manifests first."""
    gone = list(manifests)
    folder.delete(manifest_name(m.unit) for m in gone)
    folder.delete(table_name(table, m.unit) for m in gone for table, rows in m.rows.items() if rows)
