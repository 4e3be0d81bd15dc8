"""Web archives (.warc, .warc.gz): the HTML pages among their responses; needs fastwarc (`pip install dateline[warc]`)."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import IO, Any

from dateline.intake.limits import MOST_PAGE, in_words
from dateline.intake.page import page_of
from dateline.intake.warc_damage import begins_zipped, ends_early, find_next, next_inside
from dateline.record import Document, Problem

_HTML = ("text/html", "application/xhtml+xml")
_MOST_DAMAGES = 20  # places that are named one by one; an archive with more is left there
_MEND = "fetch the archive again; what could be read round the damage was read"


@dataclass
class _Count:
    """What was met in an archive; `number` is that of the last record, `at` the byte that it begins at."""

    number: int = 0
    at: int = 0
    pages: int = 0
    cut: int = 0
    revisits: int = 0
    damages: int = 0


def open_warc(stream: IO[bytes], source: str) -> Iterator[Document | Problem]:
    """A document for each HTML page.

    Damage is named, and reading goes on with the next record; cut-off and revisit records are counted in a note at the end.
    """
    try:
        fastwarc = import_module("fastwarc.warc")
    except ImportError:
        mend = "install it: pip install dateline[warc]"
        yield Problem(source=source, what="reading web archives needs fastwarc", mend=mend)
        return
    count = _Count()
    yield from _pages(fastwarc, stream, source, count)
    if not count.pages:
        yield Problem(source=source, what="no HTML page is in this archive", mend="check that it holds responses")
    if count.cut or count.revisits:
        what = f"{count.cut} pages were cut off when archived, {count.revisits} only point to an earlier copy"
        yield Problem(source=source, what=what, mend="", severity="note")


def _pages(fastwarc: Any, stream: IO[bytes], source: str, count: _Count) -> Iterator[Document | Problem]:
    """The pages of an archive, from one damage to the next."""
    zipped = begins_zipped(stream)
    told = -1  # the number of the last record before the damage that was named last
    while True:
        damage = ""
        try:
            yield from _pages_up_to_damage(fastwarc, stream, source, count)
            if ends_early(stream, count.at, zipped=zipped):
                damage = "the archive breaks off inside a record"
        except (OSError, ValueError, EOFError) as e:
            damage = f"the archive is damaged here ({str(e)[:100]})"
        if not damage:
            return
        if told != count.number:
            told = count.number
            count.damages += 1
            yield Problem(source=f"{source}:{count.number + 1}", what=damage, mend=_MEND)
        following = find_next(stream, count.at + 1, zipped=zipped) if count.damages < _MOST_DAMAGES else None
        if following is None:
            return
        count.at = following
        stream.seek(following)


def _pages_up_to_damage(fastwarc: Any, stream: IO[bytes], source: str, count: _Count) -> Iterator[Document | Problem]:
    """The pages from where the stream stands.  Raises OSError, ValueError and EOFError where the archive is damaged."""
    kinds = fastwarc.WarcRecordType
    wanted = kinds.response | kinds.revisit | kinds.resource
    for record in fastwarc.ArchiveIterator(stream, record_types=wanted, parse_http=True, auto_decode="transfer"):
        count.number += 1
        count.at = record.stream_pos
        if record.record_type == kinds.revisit:
            count.revisits += 1
        elif _is_page(record):
            count.pages += 1
            yield from _page(record, f"{source}:{count.number}", count)


def _is_page(record: Any) -> bool:
    kind = record.http_content_type or record.headers.get("Content-Type") or ""
    headers = record.http_headers
    status = headers.status_code if headers is not None else None
    return kind.split(";")[0].strip().lower() in _HTML and status in (None, 200, "200")


def _page(record: Any, at: str, count: _Count) -> Iterator[Document | Problem]:
    """The page of a record.  Raises ValueError where the record is longer than it says or shorter than it claims."""
    headers = record.http_headers
    chunked = headers is not None and headers.get("Transfer-Encoding") is not None
    promised = None if chunked else record.content_length
    data = record.reader.read(MOST_PAGE + 1)
    lies = promised is not None and (len(data) < promised or promised > MOST_PAGE) and next_inside(data)
    if lies:  # a length of 4 GB takes in the records that follow
        data = data[:lies]
    truncated = record.headers.get("WARC-Truncated") is not None
    count.cut += truncated
    url = record.headers.get("WARC-Target-URI")
    if len(data) > MOST_PAGE:
        yield Problem(source=at, what=f"the page is larger than {in_words(MOST_PAGE)}", mend="no single page is")
    else:
        packed = headers.get("Content-Encoding") if headers is not None else None
        notes = ("the page was cut off when it was archived",) if truncated else ()
        page = page_of(
            _unpacked(data, packed), at, html=True, charset=record.http_charset, url=url.strip("<>") if url else None
        )
        yield page if isinstance(page, Problem) or not notes else _noted(page, notes)
    if lies:
        raise ValueError("a record claims a length that takes in the next one")
    if promised is not None and len(data) < promised and len(data) <= MOST_PAGE:
        raise EOFError("it breaks off inside a record")


def _noted(page: Document, notes: tuple[str, ...]) -> Document:
    import msgspec

    return msgspec.structs.replace(page, notes=(*page.notes, *notes))


def _unpacked(data: bytes, packed: str | None) -> bytes:
    """The body of an answer that was archived as it was sent, zipped; where it can't be unpacked, as it is."""
    if (packed or "").strip().lower() not in {"gzip", "x-gzip", "deflate"} or not data.startswith((b"\x1f\x8b", b"x")):
        return data
    unzip = zlib.decompressobj(wbits=47)
    try:
        return unzip.decompress(data, MOST_PAGE)
    except zlib.error:
        return data
