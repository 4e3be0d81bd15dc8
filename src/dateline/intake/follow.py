"""From a feed's address to its articles: the pages that its entries lead to, fetched one after the other."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from io import BytesIO

import msgspec

from dateline.intake.entries import Entry, looks_like_feed, read_entries
from dateline.intake.feed import document_of, no_feed
from dateline.intake.fetch import Fetched, Fetcher
from dateline.intake.limits import MOST_UNPACKED, read_at_most
from dateline.intake.page import page_of
from dateline.record import Document, Problem

MOST_PAGES = 200  # that are fetched of one feed at one time
_MOST_SITEMAPS = 20  # that an index may lead to
_WHOLE_WORDS = 150  # an entry with so many holds its article; fewer are a summary
_LEAST_WORDS = 12  # of an entry that leads nowhere
_HTML = {"text/html", "application/xhtml+xml"}


def is_feed(found: Fetched) -> bool:
    """Whether what came back is a feed or a sitemap, packed or not."""
    return looks_like_feed(unpacked(found.data)[:2000])


def unpacked(data: bytes) -> bytes:
    """The bytes of a file that is kept zipped, as sitemaps are (`sitemap.xml.gz`); others as they are."""
    if not data.startswith(b"\x1f\x8b"):
        return data
    try:
        with gzip.open(BytesIO(data)) as stream:
            return read_at_most(stream, MOST_UNPACKED) or b""  # type: ignore[arg-type]
    except (OSError, EOFError, zlib.error):
        return b""


def follow_feed(fetcher: Fetcher, feed: Fetched, source: str) -> Iterator[Document | Problem]:
    """The articles of a feed that was fetched, at most MOST_PAGES; what lies beyond is counted in a note."""
    entries = entries_of(fetcher, feed, source)
    if isinstance(entries, Problem):
        yield entries
        return
    for entry in entries[:MOST_PAGES]:
        yield read_entry(fetcher, entry, source)
    if not entries:
        yield Problem(source=source, what="the feed has no entries", mend="check that it is the feed you mean")
    elif len(entries) > MOST_PAGES:
        what = f"the first {MOST_PAGES} of {len(entries):,} entries were read"
        yield Problem(source=source, what=what, mend="use `dateline watch`, which goes on with the others", severity="note")


def entries_of(fetcher: Fetcher, feed: Fetched, source: str) -> list[Entry] | Problem:
    """The entries of a feed, each article once; those of the sitemaps that an index leads to, the newest first."""
    entries = read_entries(unpacked(feed.data), feed.url)
    if entries is None:
        return no_feed(source)
    if any(e.sitemap for e in entries):
        entries = _of_index(fetcher, entries)
        if not entries:
            return Problem(source=source, what="none of its sitemaps could be read", mend="give one of them")
    first: dict[str | None, Entry] = {}
    for entry in entries:
        first.setdefault(entry.link or entry.guid or entry.title, entry)
    return list(first.values())


def _of_index(fetcher: Fetcher, index: list[Entry]) -> list[Entry]:
    found: list[Entry] = []
    for entry in sorted(index, key=lambda e: e.published or "", reverse=True)[:_MOST_SITEMAPS]:
        sitemap = fetcher.fetch(entry.link or "")
        if isinstance(sitemap, Fetched):
            read = read_entries(unpacked(sitemap.data), sitemap.url) or []
            found += [e._replace(indexed=True) for e in read if not e.sitemap]
        if len(found) >= MOST_PAGES:
            break
    return sorted(found, key=lambda e: e.published or "", reverse=True)


def read_entry(fetcher: Fetcher, entry: Entry, source: str) -> Document | Problem:
    """The article of an entry: what the entry holds where that is the whole of it, else the page that it leads to."""
    least = _WHOLE_WORDS if entry.link else _LEAST_WORDS
    own = document_of(entry, entry.link or source, least=least) if entry.whole or not entry.link else None
    if own is not None:
        return own
    if not entry.link:
        what = f"an entry has neither text nor address: {(entry.title or entry.guid or '')[:80]!r}"
        return Problem(source=source, what=what, mend="nothing can be read of it")
    found = read_address(fetcher, entry.link)
    if isinstance(found, Problem):
        return found
    return msgspec.structs.replace(found, id=entry.guid or entry.link, published=found.published or entry.published)


def read_address(fetcher: Fetcher, url: str) -> Document | Problem:
    """The page at an address."""
    found = fetcher.fetch(url)
    return found if isinstance(found, Problem) else page_at(found, url)


def page_at(found: Fetched, url: str) -> Document | Problem:
    """The document of a page that was fetched from `url`."""
    html = True if found.kind in _HTML else None
    return page_of(found.data, url, html=html, charset=found.charset, url=found.url)
