"""One page a file: plain text or HTML."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from dateline.intake.decode import CONTROLS, CONTROLS_NOTE, decode
from dateline.intake.limits import MOST_PAGE, in_words, read_at_most
from dateline.intake.looks import binary_kind, looks_like_html
from dateline.record import Document, Problem


def open_page(stream: IO[bytes], source: str, *, html: bool | None = None) -> Iterator[Document | Problem]:
    """The page in `stream`; `html` says which kind it is, None judges by look."""
    data = read_at_most(stream, MOST_PAGE)
    if data is None:
        what = f"the file is larger than {in_words(MOST_PAGE)}, which no single page is"
        yield Problem(source=source, what=what, mend="split it into one file or one JSON line a page")
        return
    yield page_of(data, source, html=html)


def page_of(
    data: bytes,
    source: str,
    *,
    html: bool | None = None,
    charset: str | None = None,
    url: str | None = None,
    published: str | None = None,
) -> Document | Problem:
    """The document of a page's bytes; `charset` as its carrier declares it."""
    if not data.strip():
        return Problem(source=source, what="the file is empty", mend="give a file with a page in it")
    kind = binary_kind(data[:8192])
    if kind:
        mend = "give it as text or HTML (for a PDF: `pdftotext page.pdf`)" if "PDF" in kind else "give it as text or HTML"
        return Problem(source=source, what=f"it is {kind}, not text", mend=mend)
    text, notes = decode(data, declared=charset, html=html is not False)
    if not text.strip():
        return Problem(source=source, what="there is nothing but spaces in it", mend="give a file with a page in it")
    if CONTROLS.search(text):
        notes = (*notes, CONTROLS_NOTE)
    if html is None or html:
        html = looks_like_html(text) or bool(html and "<" in text)
    if html:
        return Document(source=source, html=text, notes=notes, url=url, published=published)
    return Document(source=source, text=text, notes=notes, url=url, published=published)
