"""What a watch has read already: a file of JSON lines that only grows while it runs, so that a stop at any moment loses
at most the line that was being written."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from dateline.intake.entries import Entry
from dateline.intake.fetch import Validators

_MOST_KEYS = 200_000  # articles remembered; the oldest are forgotten first
_TRACKING = ("utm_", "fbclid", "gclid", "cmpid", "ocid")
_TRIES = 3  # times that a page which can't be read is tried


class Seen:
    """Which articles were read, how often others failed, and by what each feed tells that it is unchanged.

    Lines of the file: `{"read": [KEY, ...]}`, `{"failed": [KEY, ...]}`, `{"feed": URL, "etag": ..., "modified": ...}`.
    """

    def __init__(self, path: Path | None) -> None:
        """`path` is read where it is there, and written anew without what is no longer needed.  Raises OSError."""
        self._path = path
        self._read: dict[str, None] = {}
        self._failed: dict[str, int] = {}
        self._feeds: dict[str, Validators] = {}
        if path is not None and path.exists():
            for line in path.read_bytes().splitlines():
                self._take(line)
            self._compact(path)

    def knows(self, entry: Entry, feed: str) -> bool:
        """Whether an entry was read, or failed so often that it is given up."""
        return any(k in self._read or self._failed.get(k, 0) >= _TRIES for k in keys_of(entry, feed))

    def add(self, entry: Entry, feed: str, *, read: bool) -> None:
        """Remembers that an entry was read, or that it failed."""
        self._write({"read" if read else "failed": keys_of(entry, feed)})

    def add_id(self, id: str) -> None:
        """Remembers that the article with this `Document.id` was read: the last line of an output may be ahead of us."""
        if id not in self._read:
            self._write({"read": [id]})

    def validators(self, feed: str) -> Validators:
        """By what the feed tells that it is unchanged since all of it was read."""
        return self._feeds.get(feed, Validators())

    def set_validators(self, feed: str, found: Validators) -> None:
        """Remembers them: to be called when nothing of the feed is left to read."""
        if found != self.validators(feed):
            self._write({"feed": feed, **found._asdict()})

    def _take(self, line: bytes) -> None:
        """Takes in a line; one that was cut off says nothing."""
        with suppress(ValueError, RecursionError, TypeError, AttributeError):
            self._keep(json.loads(line))

    def _keep(self, fact: dict[str, Any]) -> None:
        for key in fact.get("read", ()):
            self._read[str(key)] = None
        for key in fact.get("failed", ()):
            self._failed[str(key)] = self._failed.get(str(key), 0) + 1
        if "feed" in fact:
            self._feeds[str(fact["feed"])] = Validators(fact.get("etag"), fact.get("modified"))

    def _write(self, fact: dict[str, Any]) -> None:
        self._keep(fact)
        if self._path is None:
            return
        with self._path.open("ab") as stream:
            stream.write(json.dumps(fact, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
            stream.flush()
            os.fsync(stream.fileno())

    def _compact(self, path: Path) -> None:
        facts: list[dict[str, Any]] = [{"feed": feed, **v._asdict()} for feed, v in self._feeds.items()]
        facts += [{"read": [key]} for key in list(self._read)[-_MOST_KEYS:]]
        facts += [{"failed": [key]} for key, times in self._failed.items() if key not in self._read for _ in range(times)]
        beside = path.with_name(f".{path.name}.{os.getpid()}.part")
        try:
            lines = (json.dumps(fact, ensure_ascii=False).encode("utf-8", "replace") + b"\n" for fact in facts)
            beside.write_bytes(b"".join(lines))
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)


def id_of(entry: Entry, feed: str) -> str:
    """The id that a watch gives the entry's article: its address without marks of tracking, else feed and guid."""
    return keys_of(entry, feed)[0]


def keys_of(entry: Entry, feed: str) -> list[str]:
    """By what an entry is known again: its address, and its guid, which keeps when an address is mended."""
    keys = [_bare(entry.link)] if entry.link else []
    own = entry.guid or (None if keys else entry.title)
    return [*keys, f"{feed}#{own}"] if own else keys or [feed]


def _bare(url: str) -> str:
    """An address without fragment and marks of tracking."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    if not parts.query:
        return urlunsplit(parts._replace(fragment=""))
    asked = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(k, v) for k, v in asked if not k.lower().startswith(_TRACKING)]
    query = parts.query if len(kept) == len(asked) else urlencode(kept)
    return urlunsplit(parts._replace(query=query, fragment=""))
