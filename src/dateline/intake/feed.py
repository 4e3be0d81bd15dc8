"""Feeds and news sitemaps from files: what their entries hold themselves; nothing is fetched."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from dateline.intake.decode import well_formed
from dateline.intake.entries import Entry, read_entries
from dateline.intake.limits import MOST_PAGE, in_words, read_at_most
from dateline.record import Document, Problem

_LEAST = 12  # words; an entry with fewer is a headline, and its article has to be fetched


def open_feed(stream: IO[bytes], source: str) -> Iterator[Document | Problem]:
    """A document for each entry that holds a text; entries that are only headlines are counted in a note."""
    data = read_at_most(stream, MOST_PAGE)
    if data is None:
        yield Problem(source=source, what=f"the feed is larger than {in_words(MOST_PAGE)}", mend="split it")
        return
    entries = read_entries(data)
    if entries is None:
        yield no_feed(source)
        return
    bare = 0
    for number, entry in enumerate(entries, 1):
        document = document_of(entry, f"{source}:{number}")
        bare += document is None
        if document is not None:
            yield document
    if not entries:
        yield Problem(source=source, what="the feed has no entries", mend="check that it is the feed you mean")
    elif bare:
        what = f"{bare} of {len(entries)} entries hold a headline or an address only"
        yield Problem(source=source, what=what, mend="give the feed's address, and their pages are fetched", severity="note")


def no_feed(source: str) -> Problem:
    """The problem of something that is no feed."""
    mend = "check that it is RSS, Atom, JSON Feed or a sitemap"
    return Problem(source=source, what="it is no feed that can be read", mend=mend)


def document_of(entry: Entry, at: str, *, least: int = _LEAST) -> Document | None:
    """The document of what an entry holds itself, or None where that has fewer than `least` words."""
    text = entry.text
    if text.count(" ") < least:
        return None
    html = "<" in text and ">" in text
    return Document(
        source=at,
        id=entry.guid or entry.link,
        text=None if html else text,
        html=f"<html><body><article>{well_formed(text)}</article></body></html>" if html else None,
        published=entry.published,
        url=entry.link,
        title=entry.title,
    )
