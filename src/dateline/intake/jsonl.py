"""JSON lines: an object a line with `text` or `html`, and optionally `id`, `published`, `url`, `title`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, Any

import msgspec

from dateline.intake.dates import edtf_day
from dateline.intake.decode import CONTROLS, CONTROLS_NOTE, decode, well_formed
from dateline.intake.limits import MOST_LINE, in_words
from dateline.record import Document, Problem

_MEND = 'write one object a line, such as {"id": "1", "text": "..."}'


def open_jsonl(stream: IO[bytes], source: str) -> Iterator[Document | Problem]:
    """A document or problem for each line that is not blank; holds one line at a time."""
    number = 0
    while True:
        line = stream.readline(MOST_LINE + 1)
        if not line:
            break
        number += 1
        at = f"{source}:{number}"
        if len(line) > MOST_LINE:
            _skip_line(stream)
            yield Problem(source=at, what=f"the line is longer than {in_words(MOST_LINE)}", mend="split the page it holds")
        elif line.strip(b" \t\r\n\xef\xbb\xbf"):
            yield _document(line, at)
    if not number:
        yield Problem(source=source, what="the file is empty", mend=_MEND)


def _skip_line(stream: IO[bytes]) -> None:
    while (part := stream.readline(1 << 20)) and not part.endswith(b"\n"):
        pass


def _document(line: bytes, at: str) -> Document | Problem:
    text, notes = decode(line)
    try:
        row = _parse(text)
    except (ValueError, RecursionError) as e:
        return Problem(source=at, what=f"not valid JSON ({str(e)[:120]})", mend=_MEND)
    if not isinstance(row, dict):
        return Problem(source=at, what="the line is JSON but no object", mend=_MEND)
    return document_of(row, at, notes)


def _parse(text: str) -> Any:
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeEncodeError):
        return json.loads(text)  # slower, and takes what others write: NaN, lone surrogates


def document_of(row: dict[str, Any], at: str, notes: tuple[str, ...] = ()) -> Document | Problem:
    """The document of one row of a JSONL, CSV or Parquet file."""
    text, html = _string(row.get("text")), _string(row.get("html"))
    if text is None and html is None:
        wrong = [k for k in ("text", "html") if row.get(k) is not None]
        what = f"'{wrong[0]}' is not a string" if wrong else "neither 'text' nor 'html' is there"
        return Problem(source=at, what=what, mend=_MEND)
    if not (text or "").strip() and not (html or "").strip():
        return Problem(source=at, what="the text is empty", mend="leave the line out, or give it a text")
    published, more = _published(row.get("published"))
    if CONTROLS.search(text or html or ""):
        more = (*more, CONTROLS_NOTE)
    return Document(
        source=at,
        id=_identifier(row.get("id")),
        text=text if (text or "").strip() else None,
        html=html if (html or "").strip() else None,
        published=published,
        url=_string(row.get("url")) or None,
        title=_string(row.get("title")) or None,
        notes=(*notes, *more),
    )


def _string(value: object) -> str | None:
    return well_formed(value) if isinstance(value, str) else None


def _identifier(value: object) -> str | None:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    return _string(value) or None


def _published(value: object) -> tuple[str | None, tuple[str, ...]]:
    """The date, and a note where one is given that can't be understood."""
    if value is None or value == "":
        return None, ()
    found = edtf_day(value)
    return found, () if found else (f"'published' is no date: {str(value)[:40]!r}; write it as 2016-12-16",)
