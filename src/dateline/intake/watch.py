"""Polls feeds and sitemaps, and gives out what is new in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from dateline.intake.entries import Entry
from dateline.intake.fetch import Fetched, Fetcher, Unchanged
from dateline.intake.follow import MOST_PAGES, entries_of, is_feed, read_entry
from dateline.intake.seen import Seen, id_of
from dateline.record import Document, Problem


class Watch:
    """Feeds that are polled again and again; each article is given out once, also by a watch that is started anew.

    >>> watch = Watch(["https://example.org/rss"], state=Path("seen.jsonl"))
    >>> for found in watch.poll(): ...   # doctest: +SKIP
    """

    def __init__(
        self,
        feeds: Sequence[str],
        *,
        state: Path | None = None,
        allow_local: bool = False,
        fetcher: Fetcher | None = None,
    ) -> None:
        """`state` keeps what was read; without it a new watch begins anew.  Raises OSError."""
        self._feeds = list(dict.fromkeys(feeds))
        self._fetcher = fetcher or Fetcher(allow_local=allow_local)
        self.seen = Seen(state)

    def poll(self) -> Iterator[Document | Problem]:
        """What is new, feed by feed, each with its `id`.

        A document counts as read when the next one is asked for: keep it first.  A page that can't be fetched is tried
        again at the next two polls.
        """
        for feed in self._feeds:
            yield from self._poll(feed)

    def _poll(self, feed: str) -> Iterator[Document | Problem]:
        found = self._fetcher.fetch_if_new(feed, self.seen.validators(feed))
        if isinstance(found, Unchanged):
            return
        if isinstance(found, Problem):
            yield found
            return
        if not is_feed(found):
            mend = "give the address of RSS, Atom, a JSON Feed or a sitemap; `dateline read` reads single pages"
            yield Problem(source=feed, what="it is no feed", mend=mend)
            return
        entries = entries_of(self._fetcher, found, feed)
        if isinstance(entries, Problem):
            yield entries
            return
        yield from self._read_new(feed, found, entries)

    def _read_new(self, feed: str, found: Fetched, entries: Sequence[Entry]) -> Iterator[Document | Problem]:
        new = [e for e in entries if not self.seen.knows(e, feed)]
        left = len(new) > MOST_PAGES  # what lies beyond is read at the next poll
        for entry in new[:MOST_PAGES]:
            if self.seen.knows(entry, feed):
                continue  # another entry of this feed leads to the same page
            document = read_entry(self._fetcher, entry, feed)
            read = isinstance(document, Document)
            if isinstance(document, Document):
                yield msgspec.structs.replace(document, id=id_of(entry, feed))
            else:
                yield document
            self.seen.add(entry, feed, read=read)
            left = left or not self.seen.knows(entry, feed)
        if not left and not any(e.indexed for e in entries):  # an index may be unchanged when its sitemaps are not
            self.seen.set_validators(feed, found.validators)
