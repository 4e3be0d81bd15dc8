"""What a reading process does: loads a reader, then reads one document after the other until nobody asks any more."""

from __future__ import annotations

import signal
from multiprocessing.connection import Connection

import msgspec

from dateline.engine import Settings
from dateline.record import Document, Problem, Record


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a document: its record, or why there is none; notes are what was odd about it."""

    record: Record | None = None
    problem: Problem | None = None
    notes: tuple[str, ...] = ()


def work(asked: Connection, settings: Settings) -> None:
    """The life of a reading process.  Ends when the other side of the connection does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which then lets go of the connection
    try:
        reader = settings.reader()
        asked.send_bytes(b"ready")
        while True:
            document = msgspec.json.decode(asked.recv_bytes(), type=Document)
            asked.send_bytes(msgspec.json.encode(_answer(reader.read_documents([_fetched(document)]))))
    except (EOFError, OSError):  # the server is gone
        return


def _fetched(document: Document) -> Document | Problem:
    """The document with its page where only an address was given."""
    if document.text is not None or document.html is not None or document.url is None:
        return document
    from dateline.intake import fetch_page

    found = fetch_page(document.url)
    if isinstance(found, Document) and document.published:
        return msgspec.structs.replace(found, published=document.published)
    return found


def _answer(found: object) -> Answer:
    record: Record | None = None
    problem: Problem | None = None
    notes: list[str] = []
    for one in found:  # type: ignore[attr-defined]
        if isinstance(one, Record):
            record = one
        elif one.severity == "error":
            problem = problem or one
        else:
            notes.append(one.what)
    if record is not None and problem is not None:  # the article was kept although it was not read, as of another language
        notes.insert(0, str(problem))
    return Answer(record=record, problem=problem if record is None else None, notes=tuple(notes))
