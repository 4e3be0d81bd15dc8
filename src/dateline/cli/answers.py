"""Answers of the archive: opens it, and writes what it gives as a table, CSV, JSON lines or Parquet."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, BinaryIO

import typer

if TYPE_CHECKING:
    from dateline.store import OpenRecord


class AnswerFormat(StrEnum):
    """How an answer is written."""

    table = "table"
    csv = "csv"
    jsonl = "jsonl"
    parquet = "parquet"


# The arguments and options that all questions share.
Folder = Annotated[
    str,
    typer.Argument(metavar="RECORD_DIR", show_default=False, help="What `dateline build` wrote: a folder, s3:// or gs://."),
]
Form = Annotated[
    AnswerFormat | None,
    typer.Option("--format", show_default=False, help="How to write (if not given: table on a terminal, else jsonl)."),
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here; the file is put in place whole.")
]
Copies = Annotated[bool, typer.Option("--copies", help="With what near-copies of an article tell again.")]

_TRIES = 3


def answer(folder: str, ask: Callable[[OpenRecord], Any], form: AnswerFormat | None, output: Path | None) -> None:
    """Asks and writes; what is wrong with the request becomes one line on stderr and status 2."""
    with archive_plainly():
        rows = _asked(folder, ask)
    form = form or (AnswerFormat.table if output is None and sys.stdout.isatty() else AnswerFormat.jsonl)
    if form is AnswerFormat.parquet and output is None and sys.stdout.isatty():
        typer.echo("a Parquet file is nothing for a terminal; name one: -o answer.parquet", err=True)
        raise typer.Exit(2)
    from dateline.cli.writing import opened

    try:
        with opened(output) as stream:
            _WRITERS[form](rows, stream)
    except BrokenPipeError:
        sys.stdout = None
        raise typer.Exit(0) from None
    except OSError as e:
        typer.echo(f"{output or 'standard output'}: can't be written ({e.strerror or e}); nothing was put there", err=True)
        raise typer.Exit(1) from None


@contextmanager
def archive_plainly() -> Iterator[None]:
    """Turns what is wrong with an archive or a question into one line on stderr and status 2."""
    from dateline.store import ArchiveMissingError, RecordError

    try:
        yield
    except (ArchiveMissingError, RecordError) as e:
        typer.echo(str(e).strip(), err=True)
        raise typer.Exit(2) from None
    except OSError as e:  # an object store that fails, a disk that does not answer
        typer.echo(f"{e.filename or 'the archive'}: can't be read ({e.strerror or e}); ask again later", err=True)
        raise typer.Exit(1) from None


@contextmanager
def writing_plainly(folder: str) -> Iterator[None]:
    """As `archive_plainly`; where the archive can't be written to, a line and status 1."""
    with archive_plainly():
        try:
            yield
        except OSError as e:
            typer.echo(f"{e.filename or folder}: can't be written ({e.strerror or e}); build again to go on", err=True)
            raise typer.Exit(1) from None


def _asked(folder: str, ask: Callable[[OpenRecord], Any]) -> Any:
    """The answer as an Arrow table; asked again where a build took files away meanwhile."""
    from dateline.store import UnreadableError, open_record

    for left in reversed(range(_TRIES)):
        try:
            record = open_record(folder)
            rows = record.arrow(ask)
            if record.note:
                typer.echo(record.note, err=True)
            return rows
        except UnreadableError:
            if not left:
                raise
    return None


def _write_parquet(rows: Any, stream: BinaryIO) -> None:
    from importlib import import_module

    import_module("pyarrow.parquet").write_table(rows, stream, compression="zstd")


def _write_jsonl(rows: Any, stream: BinaryIO) -> None:
    import msgspec

    for batch in rows.to_batches(max_chunksize=1000):
        for row in batch.to_pylist():
            stream.write(msgspec.json.encode(row, enc_hook=str) + b"\n")


def _write_csv(rows: Any, stream: BinaryIO) -> None:
    import csv
    import io

    text = io.TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(rows.column_names)
    for batch in rows.to_batches(max_chunksize=1000):
        writer.writerows([_cell(value) for value in row.values()] for row in batch.to_pylist())
    text.detach()


def _write_table(rows: Any, stream: BinaryIO) -> None:
    """For people: no wider than the terminal."""
    import io

    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in rows.column_names:
        table.add_column(Text(name), overflow="fold", no_wrap=name in ("day", "type"))
    for row in rows.to_pylist():
        table.add_row(*(Text(_cell(value)) for value in row.values()))
    text = io.TextIOWrapper(stream, encoding="utf-8", errors="replace", write_through=True)
    to_terminal = stream is sys.stdout.buffer and sys.stdout.isatty()
    Console(file=None if to_terminal else text, width=None if to_terminal else 160, highlight=False).print(table)
    text.detach()


def _cell(value: object) -> str:
    """A value as one cell; several are joined by `|`."""
    if value is None:
        return ""
    return " | ".join(_cell(v) for v in value) if isinstance(value, list) else str(value)


_WRITERS = {
    AnswerFormat.table: _write_table,
    AnswerFormat.csv: _write_csv,
    AnswerFormat.jsonl: _write_jsonl,
    AnswerFormat.parquet: _write_parquet,
}
