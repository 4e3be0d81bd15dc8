"""What is asked to be read, checked before any process is troubled with it."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlsplit

import msgspec

from dateline.intake import looks_like_html, page_of
from dateline.record import Document, Problem
from dateline.record.edtf import is_edtf
from dateline.web.settings import Settings

_LONGEST_LINE = 2_000

Line = Annotated[str, msgspec.Meta(max_length=_LONGEST_LINE)]


class Wanted(msgspec.Struct, kw_only=True, frozen=True, forbid_unknown_fields=True):
    """One page: its `text` or `html`, or the `url` it is fetched from where the server allows that.

    With text or HTML, `url` only says where the page stood.  `published` is an EDTF date (`2016-12-16`).
    """

    text: str | None = None
    html: str | None = None
    url: Line | None = None
    published: Annotated[str, msgspec.Meta(max_length=40)] | None = None
    id: Annotated[str, msgspec.Meta(max_length=200)] | None = None
    title: Line | None = None


class WantedError(ValueError):
    """A request that can't be met; the message says what is wrong and what to do."""


def as_wanted(wanted: Wanted, settings: Settings) -> Document:
    """The document that is asked for.  Raises WantedError."""
    published = (wanted.published or "").strip() or None
    if published is not None and not is_edtf(published):
        raise WantedError(f"'{published}' is no date; write 2016-12-16, 2016-12 or 2016")
    pasted = wanted.text if (wanted.text or "").strip() else wanted.html
    url = (wanted.url or "").strip() or None
    if pasted is None or not pasted.strip():
        address = _address(url, settings)
        return Document(source=address, url=address, published=published)
    html = pasted is not wanted.text or looks_like_html(pasted)
    most = settings.most_bytes if html else settings.most_text
    if len(pasted) > most:
        raise WantedError(f"the page has {len(pasted):,} characters; at most {most:,} are read at once: give one article")
    return Document(
        source="the page",
        text=None if html else pasted,
        html=pasted if html else None,
        id=wanted.id or None,
        published=published,
        url=url,
        title=wanted.title or None,
    )


def as_file(data: bytes, name: str, published: str | None, settings: Settings) -> Document:
    """The document of a file that was sent.  Raises WantedError."""
    found = page_of(data, name[:200] or "the file")
    if isinstance(found, Problem):
        raise WantedError(f"{found.source}: {found.what}; {found.mend}")
    checked = as_wanted(Wanted(text=found.text, html=found.html, published=published), settings)
    return msgspec.structs.replace(checked, source=found.source, notes=found.notes)


def _address(url: str | None, settings: Settings) -> str:
    if url is None:
        raise WantedError("there is nothing to read; paste a text, or choose a file")
    if not settings.addresses:
        raise WantedError("this server fetches no addresses; paste the text of the page")
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise WantedError("that is no address of a page; it begins with https:// or http://")
    return url
