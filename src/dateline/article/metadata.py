"""What a page's HTML says of its article: JSON-LD, OpenGraph and other <meta> tags, <time>, visible bylines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from dateline.article.byline import join_names
from dateline.article.keywords import tidy_keywords
from dateline.article.knowledge import Knowledge
from dateline.article.linked_data import LinkedData, names_of, read_linked_data, words_of
from dateline.article.places import Places
from dateline.article.published import Evidence
from dateline.article.titles import choose_title
from dateline.intake import edtf_day

_CODE = re.compile(r"[A-Z0-9_:.-]{2,}|[0-9a-f]{8}-[0-9a-f-]{27}|.*[:_]{1}.*|\d+")
_ADDRESS = re.compile(r"https?://|www\.|@|/")
_SPLIT = re.compile(r"\s*[,;|]\s*")


class Metadata(NamedTuple):
    """What was found, each field by the best evidence for it."""

    title: str | None
    byline: tuple[str, ...]
    site: str | None
    url: str | None
    published: Evidence | None
    keywords: tuple[str, ...]
    kind: str | None  # "live" and "gallery" pages are told apart from articles
    walled: bool


def read_metadata(tree: Any, places: Places, url: str | None, know: Knowledge) -> Metadata:
    """Reads a page's tree; `url` is where the page is known to come from."""
    names = know.metadata
    tags = _meta_tags(tree)
    data = read_linked_data(tree, names["article_types"])
    address = _address(tree, tags, names, url)
    return Metadata(
        title=choose_title(tree, words_of(data.article.get("headline")), _first(tags, names["title"])),
        byline=_byline(places, tags, data, know),
        site=_site(tags, data, names, address),
        url=url or address,
        published=_published(places, tags, data, know),
        keywords=_keywords(tags, data, names),
        kind=_kind(data, names),
        walled=_walled(data),
    )


def _meta_tags(tree: Any) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in tree.xpath("//meta[@content]")[:500]:
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = words_of(element.get("content"))
        if name and content:
            found.setdefault(name.strip().lower(), []).append(content[:2000])
    return found


def _first(tags: dict[str, list[str]], names: Iterable[str]) -> str | None:
    return next((tags[name][0] for name in names if name in tags), None)


def _address(tree: Any, tags: dict[str, list[str]], names: dict[str, list[str]], url: str | None) -> str | None:
    linked = tree.xpath("//link[@rel='canonical']/@href")
    for found in [*[str(x) for x in linked[:1]], _first(tags, names["url"]), url]:
        if found and found.startswith(("http://", "https://")):
            return found.strip()
    return None


def _site(tags: dict[str, list[str]], data: LinkedData, names: dict[str, list[str]], url: str | None) -> str | None:
    publisher = names_of(data.article.get("publisher"), data.by_id)
    found = _first(tags, names["site"][:1]) or (publisher[0] if publisher else None) or _first(tags, names["site"][1:])
    if found and len(found) <= 80 and not found.startswith("http"):
        return found.lstrip("@")
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _byline(places: Places, tags: dict[str, list[str]], data: LinkedData, know: Knowledge) -> tuple[str, ...]:
    given = list(names_of(data.article.get("author") or data.article.get("creator"), data.by_id))
    named = _stated(given, know)
    if named:
        return named
    for name in know.metadata["byline"]:
        named = _stated(tags.get(name, []), know)
        if named:
            return named
    for place in know.metadata["byline_places"]:
        texts = [" ".join(e.text_content().split())[:200] for e in places.find(place)[:4]]
        names = join_names(know.read_byline(t) for t in texts if t)
        if names:
            return names[:6]
    return ()


def _stated(given: Iterable[str], know: Knowledge) -> tuple[str, ...]:
    """Names as a page's data states them; an agency counts there, an address does not."""
    found: list[str] = []
    for value in given:
        if _ADDRESS.search(value) or len(value) > 200:
            continue
        names = know.read_byline(value).names
        found += names or ([value] if len(value) <= 60 else [])
    return tuple(dict.fromkeys(found))


def _published(places: Places, tags: dict[str, list[str]], data: LinkedData, know: Knowledge) -> Evidence | None:
    value = words_of(data.article.get("datePublished")) or words_of(data.article.get("dateCreated"))
    if value and (day := edtf_day(value)):
        return Evidence(day, "metadata", f"JSON-LD says datePublished {value[:40]}")
    for name in know.metadata["published"]:
        for value in tags.get(name, []):
            day = edtf_day(value) or know.find_date(value)
            if day:
                return Evidence(day, "metadata", f"<meta> {name} says {value[:40]}")
    for value in places.find_each(know.metadata["date_places"], 1):
        day = edtf_day(str(value)) or know.find_date(str(value))
        if day and len(day) == 10:
            return Evidence(day, "metadata", f"<time> says {str(value)[:40]}")
    return _shown_date(places, know)


def _shown_date(places: Places, know: Knowledge) -> Evidence | None:
    """A date that the page shows its readers in a box of its own, which is no comment's and no other story's."""
    for element in places.find_each(know.metadata["shown_dates"], 20):
        text = " ".join(element.text_content()[:200].split())
        if text and know.is_stamp(text) and not _is_elsewhere(element, know.metadata["not_the_story"]):
            day = know.find_date(text)
            if day:
                return Evidence(day, "metadata", f"the page shows '{text[:60]}'")
    return None


def _is_elsewhere(element: Any, words: list[str]) -> bool:
    boxes = [element, *element.iterancestors()]
    return any(
        box.tag in {"footer", "aside", "nav"} or any(w in f"{box.get('class')} {box.get('id')}".lower() for w in words)
        for box in boxes
        if isinstance(box.tag, str) and box.tag not in {"html", "body"}
    )


def find_related(places: Places, know: Knowledge, text: str) -> list[str]:
    """Headlines of other stories in the page's boxes for them, in order, none that stands in the article."""
    found: dict[str, None] = {}
    for element in places.find_each(know.metadata["related_places"], 60):
        line = " ".join(element.text_content()[:300].split())
        if 4 <= line.count(" ") + 1 <= 25 and line not in text and know.furniture.rule_of(line) is None:
            found.setdefault(line)
    return list(found)


def _keywords(tags: dict[str, list[str]], data: LinkedData, names: dict[str, list[str]]) -> tuple[str, ...]:
    for name in names["keywords"]:
        found = _wordy(k for value in tags.get(name, []) for k in _SPLIT.split(value))
        if found:
            return found
    stated = data.article.get("keywords")
    listed = [words_of(k) or "" for k in stated] if isinstance(stated, list) else _SPLIT.split(words_of(stated) or "")
    return _wordy(listed) or _wordy(k for name in names["tags"] for v in tags.get(name, []) for k in _SPLIT.split(v))


def _wordy(words: Iterable[str]) -> tuple[str, ...]:
    """Keywords without the codes that sites put among them: `AER`, `NLP Category: General`, `_commerce`."""
    tidy = tidy_keywords(words)
    codes = [w for w in tidy if _CODE.fullmatch(w)]
    if len(codes) > len(tidy) * 0.8:
        return ()
    return tuple(w for w in tidy if w not in codes or w.isupper())[:40]


def _kind(data: LinkedData, names: dict[str, list[str]]) -> str | None:
    if data.types & set(names["live_types"]):
        return "live"
    return "gallery" if data.types & set(names["gallery_types"]) and not data.article else None


def _walled(data: LinkedData) -> bool:
    return data.article.get("isAccessibleForFree") in (False, "False", "false")
