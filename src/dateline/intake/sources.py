"""Opens what the user names, file by file: which kind of source it is, and who reads it."""

from __future__ import annotations

import gzip
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from io import BufferedReader
from pathlib import Path
from typing import IO, cast

import msgspec

from dateline.intake.columns import open_csv, open_parquet
from dateline.intake.entries import looks_like_feed
from dateline.intake.feed import open_feed
from dateline.intake.fetch import Fetcher
from dateline.intake.follow import follow_feed, is_feed, page_at
from dateline.intake.jsonl import open_jsonl
from dateline.intake.looks import binary_kind, looks_like_jsonl
from dateline.intake.mail import open_eml, open_mbox
from dateline.intake.meter import Meter
from dateline.intake.page import open_page
from dateline.intake.warc import open_warc
from dateline.record import Document, Problem

Opener = Callable[[IO[bytes], str], Iterator[Document | Problem]]


def _text(stream: IO[bytes], source: str) -> Iterator[Document | Problem]:
    return open_page(stream, source)  # a saved page is HTML whatever its suffix says


def _html(stream: IO[bytes], source: str) -> Iterator[Document | Problem]:
    return open_page(stream, source, html=True)


def _xml(stream: IO[bytes], source: str) -> Iterator[Document | Problem]:
    return _by_look(stream, source)


# Who reads which suffix.  What is in a folder and has no suffix named here is passed over.
_OPENERS: dict[str, Opener] = {
    ".txt": _text,
    ".text": _text,
    ".html": _html,
    ".htm": _html,
    ".xhtml": _html,
    ".jsonl": open_jsonl,
    ".ndjson": open_jsonl,
    ".csv": open_csv,
    ".tsv": open_csv,
    ".parquet": open_parquet,
    ".eml": open_eml,
    ".mbox": open_mbox,
    ".warc": open_warc,
    ".rss": open_feed,
    ".atom": open_feed,
    ".xml": _xml,
}


def size_of(paths: Iterable[str]) -> int:
    """Bytes of the files that `open_sources` would read; what is no file counts nothing."""
    total = 0
    for path in map(Path, paths):
        files = _pages_in(path) if path.is_dir() else [path]
        total += sum(f.stat().st_size for f in files if f.is_file())
    return total


def open_sources(
    paths: Iterable[str], *, published: str | None = None, allow_local: bool = False, meter: Meter | None = None
) -> Iterator[Document | Problem]:
    """Documents of files, folders (all below them, in order of name), addresses and `-`, the standard input.

    A file that can't be read gives one Problem and the rest is still read.  `published` (an EDTF date) is set where the
    source states none.  Nothing is held but the page at hand.  Only what is named with http:// or https:// is fetched
    (of a feed or sitemap the pages that it leads to), from public addresses, and from this machine and its network with
    `allow_local`.  `meter` is told what is read.
    """
    fetcher = Fetcher(allow_local=allow_local)
    for path in paths:
        for found in _open(path, fetcher, meter or Meter()):
            if published and isinstance(found, Document) and found.published is None:
                yield msgspec.structs.replace(found, published=published)
            else:
                yield found


def _open(path: str, fetcher: Fetcher, meter: Meter) -> Iterator[Document | Problem]:
    if path.startswith(("http://", "https://")):
        return _address(fetcher, path)
    if path == "-":
        return _guarded(lambda: _by_look(sys.stdin.buffer, "standard input"), "standard input")
    if Path(path).is_dir():
        return _folder(Path(path), meter)
    return _guarded(lambda: _file(Path(path), meter), path)


def _address(fetcher: Fetcher, url: str) -> Iterator[Document | Problem]:
    found = fetcher.fetch(url)
    if isinstance(found, Problem):
        yield found
    elif is_feed(found):
        yield from follow_feed(fetcher, found, url)
    else:
        yield page_at(found, url)


def fetch_page(url: str) -> Document | Problem:
    """The one page at a public address; a feed is a problem here, as it is many."""
    found = Fetcher().fetch(url)
    if isinstance(found, Problem):
        return found
    if is_feed(found):
        return Problem(source=url, what="it is a feed, which is many pages", mend="give the address of one article")
    return page_at(found, url)


def _guarded(read: Callable[[], Iterator[Document | Problem]], source: str) -> Iterator[Document | Problem]:
    """What `read` gives, with the ways in which reading a file fails turned into a problem."""
    try:
        yield from read()
    except FileNotFoundError:
        yield Problem(source=source, what="there is no such file", mend="check the name")
    except PermissionError:
        yield Problem(source=source, what="it may not be read", mend="ask for the right to read it")
    except (gzip.BadGzipFile, zlib.error, EOFError) as e:
        yield Problem(source=source, what=f"the gzip data is damaged or cut off ({e})", mend="fetch or pack the file again")
    except (OSError, ValueError) as e:
        yield Problem(source=source, what=f"it can't be read ({getattr(e, 'strerror', None) or e})", mend="check the file")


def _folder(folder: Path, meter: Meter) -> Iterator[Document | Problem]:
    found = False
    for path in _pages_in(folder):
        found = True
        yield from _guarded(lambda p=path: _file(p, meter), str(path))  # type: ignore[misc]
    if not found:
        kinds = ", ".join(sorted(_OPENERS))
        yield Problem(source=str(folder), what="no page is in this folder", mend=f"it reads files that end in {kinds}")


def _pages_in(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if not path.name.startswith(".") and _suffix(path) in _OPENERS and path.is_file():
            yield path


def _suffix(path: Path) -> str:
    """The suffix that names the kind: that before `.gz` where there is one."""
    return Path(path.stem).suffix.lower() if path.suffix.lower() == ".gz" else path.suffix.lower()


def _file(path: Path, meter: Meter) -> Iterator[Document | Problem]:
    with path.open("rb") as stream:
        meter.begin(stream)
        zipped = stream.peek(2)[:2] == b"\x1f\x8b"
        opener = _OPENERS.get(_suffix(path), _by_look)
        if not zipped or opener is open_warc:  # archives are zipped record by record, which their reader undoes
            yield from opener(stream, str(path))
        else:
            with gzip.open(stream, "rb") as inner:
                yield from opener(cast("IO[bytes]", inner), str(path))
        meter.end()


def _by_look(stream: IO[bytes], source: str) -> Iterator[Document | Problem]:
    """Text, HTML, JSON lines or a feed by their first bytes."""
    buffered = stream if hasattr(stream, "peek") else BufferedReader(stream)  # type: ignore[type-var]
    head = bytes(buffered.peek(8192)[:8192])
    if looks_like_feed(head):
        return open_feed(buffered, source)
    if binary_kind(head) is None and looks_like_jsonl(head):
        return open_jsonl(buffered, source)
    return open_page(buffered, source)
