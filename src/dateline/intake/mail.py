"""Mail: one message (.eml) or a box of them (.mbox); the subject is the title, the date header the date."""

from __future__ import annotations

from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from typing import IO, Any

from dateline.intake.dates import edtf_day
from dateline.intake.decode import decode, well_formed
from dateline.intake.limits import MOST_PAGE, in_words, read_at_most
from dateline.record import Document, Problem

_MEND = "give a message with a text in it"


def open_eml(stream: IO[bytes], source: str) -> Iterator[Document | Problem]:
    """The document of one message."""
    data = read_at_most(stream, MOST_PAGE)
    if data is None:
        yield Problem(source=source, what=f"the message is larger than {in_words(MOST_PAGE)}", mend=_MEND)
    elif not data.strip():
        yield Problem(source=source, what="the file is empty", mend=_MEND)
    else:
        yield _document(data, source)


def open_mbox(stream: IO[bytes], source: str) -> Iterator[Document | Problem]:
    """A document for each message of a box, one message held at a time."""
    parts: list[bytes] = []
    size = number = 0
    blank = True
    for line in stream:
        if blank and line.startswith(b"From "):
            if parts:
                number += 1
                yield _message(parts, size, f"{source}:{number}")
            parts, size = [], 0
        elif size <= MOST_PAGE:
            parts.append(line[1:] if line.startswith(b">From ") else line)
            size += len(line)
        blank = not line.strip()
    if parts:
        yield _message(parts, size, f"{source}:{number + 1}")
    elif not number:
        yield Problem(source=source, what="no message is in this box", mend=_MEND)


def _message(parts: list[bytes], size: int, at: str) -> Document | Problem:
    if size > MOST_PAGE:
        return Problem(source=at, what=f"the message is larger than {in_words(MOST_PAGE)}", mend=_MEND)
    return _document(b"".join(parts), at)


def _document(data: bytes, at: str) -> Document | Problem:
    try:
        message = BytesParser(EmailMessage, policy=policy.default).parsebytes(data)
        part = message.get_body(preferencelist=("html", "plain"))
        title, date = message.get("subject"), message.get("date")
        text, notes = _text(part) if part is not None else ("", ())
    except Exception as e:  # the standard parser raises errors of many kinds on broken headers
        return Problem(source=at, what=f"the message can't be read ({type(e).__name__})", mend=_MEND)
    if part is None or not text.strip():
        return Problem(source=at, what="the message holds no text", mend=_MEND)
    html = part.get_content_type() == "text/html"
    return Document(
        source=at,
        text=None if html else text,
        html=text if html else None,
        published=edtf_day(str(date)) if date else None,
        title=well_formed(" ".join(str(title).split())) or None if title else None,
        notes=notes,
    )


def _text(part: Any) -> tuple[str, tuple[str, ...]]:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return "", ()
    declared = part.get_content_charset()
    return decode(payload, declared=declared, html=part.get_content_type() == "text/html")
