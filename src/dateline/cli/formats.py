"""The three shapes in which records are written."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, BinaryIO, Protocol

if TYPE_CHECKING:
    from dateline.record import Considered, Record


class Format(StrEnum):
    """How records are written: a record a line, one indented array, or to be read by people."""

    jsonl = "jsonl"
    json = "json"
    view = "view"


class Writer(Protocol):
    """Takes records one by one; `finish` writes what comes after the last."""

    def write(self, record: Record, considered: tuple[Considered, ...]) -> None: ...  # noqa: D102 - the class says it
    def finish(self) -> None: ...  # noqa: D102


class Lines:
    """JSON Lines: a record a line."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def write(self, record: Record, considered: tuple[Considered, ...]) -> None:
        """One line."""
        from dateline.record import encode_record

        self._stream.write(encode_record(record) + b"\n")

    def finish(self) -> None:
        """Nothing comes after the last line."""


class Array:
    """One JSON array of indented records."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._count = 0

    def write(self, record: Record, considered: tuple[Considered, ...]) -> None:
        """One element, written at once: a long array need not fit in memory."""
        import msgspec

        from dateline.record import encode_record

        self._stream.write(b",\n" if self._count else b"[\n")
        self._stream.write(msgspec.json.format(encode_record(record), indent=2))
        self._count += 1

    def finish(self) -> None:
        """Closes the array."""
        self._stream.write(b"\n]\n" if self._count else b"[]\n")


class View:
    """For people: the record laid out to the width of the terminal."""

    def __init__(self, stream: BinaryIO, *, to_terminal: bool, explain: bool) -> None:
        import io

        from rich.console import Console

        self._text = io.TextIOWrapper(stream, encoding="utf-8", errors="replace", write_through=True)
        file, width = (None, None) if to_terminal else (self._text, _width())
        self._console = Console(file=file, width=width, highlight=False)
        self._explain = explain

    def write(self, record: Record, considered: tuple[Considered, ...]) -> None:
        """The record's parts, one below the other."""
        from dateline.cli.view import lay_out

        self._console.print(lay_out(record, considered if self._explain else (), explain=self._explain))

    def finish(self) -> None:
        """Lets go of the stream, which belongs to the caller."""
        self._text.flush()
        self._text.detach()


def _width() -> int:
    """Columns where there is no terminal to ask: COLUMNS, else 100."""
    import os

    columns = os.environ.get("COLUMNS", "")
    return int(columns) if columns.isdigit() and int(columns) > 20 else 100


def writer(form: Format, stream: BinaryIO, *, to_terminal: bool, explain: bool) -> Writer:
    """The writer of a format onto a stream."""
    if form is Format.view:
        return View(stream, to_terminal=to_terminal, explain=explain)
    return Array(stream) if form is Format.json else Lines(stream)
