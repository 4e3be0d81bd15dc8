"""Web archives (.warc, .warc.gz): the HTML pages among their responses; needs fastwarc (`pip install dateline[warc]`)."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import IO, Any

from dateline.intake.limits import MOST_PAGE
from dateline.intake.page import page_of
from dateline.record import Document, Problem

_HTML = ("text/html", "application/xhtml+xml")


def open_warc(stream: IO[bytes], source: str) -> Iterator[Document | Problem]:
    """A document for each HTML page; cut-off and revisit records are counted in a note at the end."""
    try:
        fastwarc = import_module("fastwarc.warc")
    except ImportError:
        mend = "install it: pip install dateline[warc]"
        yield Problem(source=source, what="reading web archives needs fastwarc", mend=mend)
        return
    kinds = fastwarc.WarcRecordType
    number = cut = revisits = pages = 0
    try:
        wanted = kinds.response | kinds.revisit | kinds.resource
        for number, record in enumerate(fastwarc.ArchiveIterator(stream, record_types=wanted, parse_http=True), 1):
            if record.record_type == kinds.revisit:
                revisits += 1
            elif _is_page(record):
                cut += record.headers.get("WARC-Truncated") is not None
                pages += 1
                yield _page(record, f"{source}:{number}")
    except (OSError, ValueError, EOFError) as e:
        mend = "what stands before it was read; fetch the archive again"
        yield Problem(source=f"{source}:{number + 1}", what=f"the archive is damaged here ({e})", mend=mend)
    if not pages:
        yield Problem(source=source, what="no HTML page is in this archive", mend="check that it holds responses")
    if cut or revisits:
        what = f"{cut} pages were cut off when archived, {revisits} only point to an earlier copy"
        yield Problem(source=source, what=what, mend="", severity="note")


def _is_page(record: Any) -> bool:
    kind = record.http_content_type or record.headers.get("Content-Type") or ""
    headers = record.http_headers
    status = headers.status_code if headers is not None else None
    return kind.split(";")[0].strip().lower() in _HTML and status in (None, 200, "200")


def _page(record: Any, at: str) -> Document | Problem:
    url = record.headers.get("WARC-Target-URI")
    data = record.reader.read(MOST_PAGE)
    return page_of(data, at, html=True, charset=record.http_charset, url=url.strip("<>") if url else None)
