"""Tables with a column of texts: CSV, TSV and Parquet; columns are named as the fields of JSON lines are."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import IO, Any

from dateline.intake.decode import decode
from dateline.intake.jsonl import document_of
from dateline.intake.limits import MOST_LINE
from dateline.record import Document, Problem

# Other names under which files hold the fields, compared in lower case; the first that is there counts.
_NAMES = {
    "text": ("text", "body", "content", "article", "maintext", "fulltext", "full_text"),
    "html": ("html", "raw_html", "page"),
    "id": ("id", "uid", "doc_id", "article_id"),
    "published": ("published", "date", "published_at", "publish_date", "pub_date", "date_publish", "date_published"),
    "url": ("url", "link", "source_url"),
    "title": ("title", "headline"),
}
_MEND = "give it a header line with a column 'text' (and optionally id, published, url, title)"
_SAMPLE = 65_536


def open_csv(stream: IO[bytes], source: str) -> Iterator[Document | Problem]:
    """A document for each row that has a text; the separator is told by look."""
    head = stream.peek(_SAMPLE)[:_SAMPLE] if hasattr(stream, "peek") else b""
    found = decode(bytes(head))
    notes = found.notes
    encoding = "utf-8-sig" if not notes else "cp1252"
    csv.field_size_limit(MOST_LINE)
    lines = io.TextIOWrapper(stream, encoding=encoding, errors="replace", newline="")
    rows = csv.reader(lines, delimiter=_separator(found.text))
    try:
        header = next(rows, None)
        columns = _columns(header or [])
        if "text" not in columns and "html" not in columns:
            yield Problem(source=source, what="no column holds a text", mend=_MEND)
            return
        for number, row in enumerate(rows, 2):
            if any(cell.strip() for cell in row):
                fields = {field: row[at] for field, at in columns.items() if at < len(row)}
                yield document_of({k: v or None for k, v in fields.items()}, f"{source}:{number}", notes)
    except csv.Error as e:
        yield Problem(
            source=f"{source}:{rows.line_num}", what=f"not valid CSV ({e})", mend="mend the line, or give JSON lines"
        )
    finally:
        lines.detach()


def _separator(head: str) -> str:
    first = head.split("\n", 1)[0]
    return max(",\t;|", key=lambda mark: (first.count(mark), mark == ","))


def _columns(header: Iterable[str]) -> dict[str, int]:
    """Which column holds which field."""
    places = {name.strip().lower(): n for n, name in reversed(list(enumerate(header)))}
    found = {field: next((places[n] for n in names if n in places), None) for field, names in _NAMES.items()}
    return {field: at for field, at in found.items() if at is not None}


def open_parquet(stream: IO[bytes], source: str) -> Iterator[Document | Problem]:
    """A document for each row of a Parquet file; needs pyarrow."""
    try:
        arrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError:
        yield Problem(source=source, what="reading Parquet needs pyarrow", mend="install it: pip install pyarrow")
        return
    try:
        file = parquet.ParquetFile(stream)
        columns = _columns(file.schema_arrow.names)
        if "text" not in columns and "html" not in columns:
            yield Problem(source=source, what="no column holds a text", mend=_MEND)
            return
        names = [file.schema_arrow.names[at] for at in columns.values()]
        number = 0
        for batch in file.iter_batches(batch_size=256, columns=names):
            for row in batch.to_pylist():
                number += 1
                yield document_of(_plain({f: row[n] for f, n in zip(columns, names, strict=True)}), f"{source}:{number}")
    except arrow.ArrowInvalid as e:
        yield Problem(source=source, what=f"it is no Parquet file that can be read ({str(e)[:100]})", mend="write it again")


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    """A row with dates as text and missing values left out."""
    return {k: v.isoformat() if hasattr(v, "isoformat") else v for k, v in row.items() if v is not None}
