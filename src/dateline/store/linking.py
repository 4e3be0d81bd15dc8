"""What a pass over the whole archive is given: tables to read as streams, and tables to fill.

Sorting and joining are DuckDB's, which puts on disk what does not fit into memory; a pass holds what it needs of a stream.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from dateline.store.folder import Folder
from dateline.store.generations import derived_name
from dateline.store.inputs import INPUTS, PREPARED
from dateline.store.local import LocalFolder
from dateline.store.opened import OpenRecord
from dateline.store.parts import part
from dateline.store.schema import arrow_schema, schema_of
from dateline.store.sketching import Sketcher, keep_sketches, sketch_schema

Row = dict[str, Any]

_ROWS_AT_ONCE = 50_000  # of one row group, which is what is held in memory
_ROWS_READ = 10_000
_NO_SKETCHES = "SELECT NULL::VARCHAR AS article, NULL::UINTEGER[] AS shingles WHERE false"


class Linking:
    """The archive under a pass.

    >>> for row in linking.rows("entities"): ...        # doctest: +SKIP
    >>> linking.put("identities", rows)                          # doctest: +SKIP
    """

    def __init__(self, record: OpenRecord, folder: Folder, generation: str, *, memory: str = "1GB") -> None:
        self.folder = folder
        self.counts: dict[str, int] = {}
        self._record = record
        self._generation = generation
        self._writers: dict[str, _Writer] = {}
        self._spill = TemporaryDirectory(prefix="dateline-link-")  # goes with this object, whose connection uses it
        record.bound_memory(memory, self._spill.name)

    def batches(self, name: str, values: Mapping[str, object] | None = None, *, size: int = _ROWS_READ) -> Iterator[Any]:
        """What a table or a query of `inputs.py` gives, as Arrow record batches; nothing is held but the one in hand."""
        return self._record.batches(INPUTS.get(name) or f"SELECT * FROM {name}", values, size=size)

    def rows(self, name: str, values: Mapping[str, object] | None = None) -> Iterator[Row]:
        """As `batches`, row by row."""
        for batch in self.batches(name, values):
            yield from batch.to_pylist()

    def sketch(self, version: str, sketch: Sketcher) -> None:
        """Makes `sketches` readable: of each article the numbers that `sketch` gives its text."""
        record, holding = self._record, self._record.holding
        names = keep_sketches(self.folder, holding, version, sketch)
        parts = []
        whole = [name for unit, name in names.items() if unit not in holding.hidden]
        if whole:
            parts.append(f"SELECT * FROM {record.files(sketch_schema(), whole, 'sketch_files')}")
        for unit in names.keys() & holding.hidden.keys():
            files = record.files(sketch_schema(), [names[unit]], f"sketch_file_{unit}")
            parts.append(f"SELECT * FROM {files} WHERE article NOT IN (SELECT article FROM hidden WHERE unit = '{unit}')")
        record.run(f"CREATE OR REPLACE VIEW sketches AS {' UNION ALL '.join(parts) or _NO_SKETCHES}")

    @contextmanager
    def prepared(self, name: str, values: Mapping[str, object] | None = None) -> Iterator[None]:
        """The tables that `PREPARED` makes can be read meanwhile."""
        tables = []
        for query in PREPARED[name]:
            self._record.run(query, {key: value for key, value in (values or {}).items() if f"${key}" in query})
            tables += re.findall(r"CREATE OR REPLACE TABLE (\w+)", query)
        yield
        for table in tables:
            self._record.run(f"DROP TABLE {table}")

    @contextmanager
    def scratch(self, table: str, columns: Mapping[str, str]) -> Iterator[Callable[[Row], None]]:
        """Gives a function that adds rows to a table of these columns, which can be read after that and is not kept."""
        place = LocalFolder(Path(self._spill.name))
        with _writing_table(place, schema_of(columns), f"{table}.parquet") as writer:
            yield writer.put
        names = ", ".join(f'"{name}"' for name in columns)
        path = place.path(f"{table}.parquet")
        self._record.run(f"CREATE OR REPLACE VIEW {table} AS SELECT {names} FROM read_parquet('{path}')")

    def put_batches(self, table: str, batches: Iterable[Any]) -> None:
        """Adds Arrow record batches with the table's columns."""
        for batch in batches:
            self._writers[table].put_batch(batch)

    def put(self, table: str, rows: Iterable[Row]) -> None:
        """Adds rows to a derived table, in the order they come; columns that a row leaves out are empty."""
        writer = self._writers[table]
        for row in rows:
            writer.put(row)

    @contextmanager
    def filling(self, tables: Iterable[str]) -> Iterator[None]:
        """These derived tables may be filled meanwhile; at the end they can be read."""
        with ExitStack() as held:
            for table in tables:
                name = derived_name(self._generation, table)
                self._writers[table] = held.enter_context(_writing_table(self.folder, arrow_schema(table), name))
            yield
        for table, writer in self._writers.items():
            self.counts[table] = writer.rows
        self._writers = {}
        for table in tables:
            if self.counts[table]:
                self._record.show(table, derived_name(self._generation, table))


class _Writer:
    """Rows of one table on their way into its file."""

    def __init__(self, schema: Any, stream: Any) -> None:
        self.rows = 0
        self._schema = schema
        self._stream = stream
        self._held: list[Row] = []

    def put(self, row: Row) -> None:
        self.rows += 1
        self._held.append(row)
        if len(self._held) >= _ROWS_AT_ONCE:
            self.flush()

    def put_batch(self, batch: Any) -> None:
        self.flush()
        self.rows += batch.num_rows
        self._stream.write_batch(batch.cast(self._schema), row_group_size=_ROWS_AT_ONCE)

    def flush(self) -> None:
        if self._held:
            self._stream.write_table(part("pyarrow").Table.from_pylist(self._held, schema=self._schema))
            self._held = []


@contextmanager
def _writing_table(folder: Folder, schema: Any, name: str) -> Iterator[_Writer]:
    """A table's file, which is put in place whole."""
    with (
        folder.put(name) as beside,
        part("pyarrow.parquet").ParquetWriter(beside, schema, compression="zstd") as stream,
    ):
        writer = _Writer(schema, stream)
        yield writer
        writer.flush()
