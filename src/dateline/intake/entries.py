"""The entries of RSS, Atom, JSON Feeds and sitemaps, all in one shape."""

from __future__ import annotations

import json
from importlib import import_module
from typing import Any, NamedTuple
from urllib.parse import urljoin

from dateline.intake.dates import edtf_day
from dateline.intake.decode import decode, well_formed

_TEXTS = ("encoded", "content", "content_html", "content_text", "description", "summary")
_WHOLE = frozenset(_TEXTS[:4])  # what may hold the whole article; the others hold summaries
_DATES = ("pubdate", "published", "date", "publication_date", "date_published", "updated", "lastmod")
_ROOTS = (b"<rss", b"<feed", b"<rdf:rdf", b"<urlset", b"<sitemapindex")
_ENTRIES = {"item", "entry", "url", "sitemap"}
_MOST_ENTRIES = 50_000  # what a sitemap may hold by its standard


class Entry(NamedTuple):
    """One entry: where its article is, what the feed calls it, and what it says of it itself.

    `text` is the longest text that the entry holds, `whole` whether it stands where whole articles stand, `sitemap`
    whether it leads to another sitemap, and `indexed` whether it was found through one that does.
    """

    link: str | None
    guid: str | None
    title: str | None
    published: str | None
    text: str
    whole: bool
    sitemap: bool = False
    indexed: bool = False


def looks_like_feed(head: bytes) -> bool:
    """Whether bytes open as RSS, Atom, a sitemap or a JSON Feed do."""
    start = head[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"{"):
        return b"jsonfeed.org/version" in start
    return start.startswith(b"<") and any(root in start for root in _ROOTS) and b"<html" not in start


def read_entries(data: bytes, base: str | None = None) -> list[Entry] | None:
    """The entries of a feed's bytes, or None where it is no feed; `base` is the address that links count from."""
    found = _json_entries(data) if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{" else _xml_entries(data)
    return None if found is None else [_entry(fields, base) for fields in found[:_MOST_ENTRIES]]


def _entry(fields: dict[str, str], base: str | None) -> Entry:
    name = max((k for k in _TEXTS if k in fields), key=lambda k: len(fields[k]), default="")
    link = fields.get("link") or fields.get("url") or fields.get("loc") or _address_in(fields)
    try:
        link = urljoin(base, link) if base and link else link
    except ValueError:
        link = None
    return Entry(
        link=link or None,
        guid=fields.get("guid") or fields.get("id") or None,
        title=fields.get("title") or None,
        published=next((d for k in _DATES if k in fields and (d := edtf_day(fields[k]))), None),
        text=fields.get(name, ""),
        whole=name in _WHOLE,
        sitemap="\0sitemap" in fields,
    )


def _address_in(fields: dict[str, str]) -> str | None:
    """An id that is an address itself, as RSS says that a guid is."""
    guid = fields.get("guid") or fields.get("id") or ""
    return guid if guid.startswith(("http://", "https://")) else None


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
        root = etree.fromstring(data.lstrip(), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    if root is None or not isinstance(root.tag, str) or _name(root) not in {"rss", "feed", "rdf", "urlset", "sitemapindex"}:
        return None
    return [_fields(e) for e in root.iter() if isinstance(e.tag, str) and _name(e) in _ENTRIES and _is_entry(e)]


def _is_entry(element: Any) -> bool:
    """Whether it is no part of another entry, as `<media:url>` is."""
    above = element.getparent()
    return above is not None and _name(above) in {"rss", "channel", "feed", "rdf", "urlset", "sitemapindex"}


def _name(element: Any) -> str:
    return str(element.tag).rsplit("}", 1)[-1].lower()


def _fields(entry: Any) -> dict[str, str]:
    """The parts of an entry by name; of several with one name the first that says something."""
    found: dict[str, str] = {"\0sitemap": "yes"} if _name(entry) == "sitemap" else {}
    for part in entry.iter():
        if part is entry or not isinstance(part.tag, str):
            continue
        name = _name(part)
        if name == "link" and part.get("rel") not in (None, "alternate"):
            continue
        if part.tag.startswith("{http://search.yahoo.com/mrss"):
            continue  # captions and addresses of pictures
        value = part.get("href") if name == "link" and part.get("href") else "".join(part.itertext())
        if value and value.strip():
            found.setdefault(name, well_formed(value.strip()))
    return found
