"""Feeds and news sitemaps from files: RSS, Atom, JSON Feed, sitemap XML; what they hold themselves, nothing is fetched."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import import_module
from typing import IO, Any

from dateline.intake.dates import edtf_day
from dateline.intake.decode import decode, well_formed
from dateline.intake.limits import MOST_PAGE, in_words, read_at_most
from dateline.record import Document, Problem

_LEAST = 12  # words; an entry with fewer is a headline, and its article has to be fetched
_TEXTS = ("encoded", "content", "description", "summary", "content_html", "content_text")
_DATES = ("pubdate", "published", "date", "updated", "publication_date", "date_published", "lastmod")
_ROOTS = (b"<rss", b"<feed", b"<rdf:rdf", b"<urlset", b"<sitemapindex")


def looks_like_feed(head: bytes) -> bool:
    """Whether bytes open as RSS, Atom, a sitemap or a JSON Feed do."""
    start = head[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"{"):
        return b"jsonfeed.org/version" in start
    return start.startswith(b"<") and any(root in start for root in _ROOTS) and b"<html" not in start


def open_feed(stream: IO[bytes], source: str) -> Iterator[Document | Problem]:
    """A document for each entry that holds a text; entries that are only headlines are counted in a note."""
    data = read_at_most(stream, MOST_PAGE)
    if data is None:
        yield Problem(source=source, what=f"the feed is larger than {in_words(MOST_PAGE)}", mend="split it")
        return
    entries = _json_entries(data) if data.lstrip()[:1] == b"{" else _xml_entries(data)
    if entries is None:
        yield Problem(
            source=source, what="it is no feed that can be read", mend="check that it is RSS, Atom, JSON Feed or a sitemap"
        )
        return
    bare = 0
    for number, entry in enumerate(entries, 1):
        document = _document(entry, f"{source}:{number}")
        bare += document is None
        if document is not None:
            yield document
    if not entries:
        yield Problem(source=source, what="the feed has no entries", mend="check that it is the feed you mean")
    elif bare:
        what = f"{bare} of {len(entries)} entries hold a headline or an address only"
        yield Problem(source=source, what=what, mend="fetch the pages they lead to, and read those", severity="note")


def _document(entry: dict[str, str], at: str) -> Document | None:
    text = max((entry[k] for k in _TEXTS if k in entry), key=len, default="")
    if text.count(" ") < _LEAST:
        return None
    html = "<" in text and ">" in text
    return Document(
        source=at,
        id=entry.get("guid") or entry.get("id") or entry.get("link") or entry.get("url") or None,
        text=None if html else well_formed(text),
        html=f"<html><body><article>{well_formed(text)}</article></body></html>" if html else None,
        published=next((d for k in _DATES if k in entry and (d := edtf_day(entry[k]))), None),
        url=entry.get("link") or entry.get("url") or entry.get("loc") or None,
        title=entry.get("title") or None,
    )


def _json_entries(data: bytes) -> list[dict[str, str]] | None:
    try:
        feed = json.loads(decode(data).text)
    except (ValueError, RecursionError):
        return None
    items: Any = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        return None
    return [{k: well_formed(v) for k, v in i.items() if isinstance(v, str)} for i in items if isinstance(i, dict)]


def _xml_entries(data: bytes) -> list[dict[str, str]] | None:
    etree = import_module("lxml.etree")
    # Feeds come from strangers: no entities of their own, nothing loaded from elsewhere.
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    if root is None or _name(root) not in {"rss", "feed", "rdf", "urlset", "sitemapindex"}:
        return None
    return [_fields(e) for e in root.iter() if isinstance(e.tag, str) and _name(e) in {"item", "entry", "url"}]


def _name(element: Any) -> str:
    return str(element.tag).rsplit("}", 1)[-1].lower()


def _fields(entry: Any) -> dict[str, str]:
    """The parts of an entry by name; of several with one name the first that says something."""
    found: dict[str, str] = {}
    for part in entry.iter():
        if part is entry or not isinstance(part.tag, str):
            continue
        name = _name(part)
        value = part.get("href") if name == "link" and part.get("href") else "".join(part.itertext())
        if name == "link" and part.get("rel") not in (None, "alternate"):
            continue
        if value and value.strip():
            found.setdefault(name, well_formed(value.strip()))
    return found
