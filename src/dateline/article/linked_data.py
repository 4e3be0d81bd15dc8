"""JSON-LD: what a page says of itself in schema.org's words."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

_DEEPEST = 12
_MOST = 500_000  # characters of one block
_TRAILING = re.compile(r",\s*([}\]])")


class LinkedData(NamedTuple):
    """The node that describes the article, and all nodes by their `@id`."""

    article: dict[str, Any]
    by_id: dict[str, dict[str, Any]]
    types: frozenset[str]


def read_linked_data(tree: Any, article_types: list[str]) -> LinkedData:
    """The best node of a page's JSON-LD; the most telling type that has a headline or a date, empty where there is none."""
    nodes: list[dict[str, Any]] = []
    for script in tree.xpath("//script[contains(@type, 'ld+json')]")[:40]:
        nodes += _nodes(_parse(script.text or ""), 0)
    by_id: dict[str, dict[str, Any]] = {}
    for node in nodes:
        key = node.get("@id")
        if isinstance(key, str) and len(node) > 1:
            by_id.setdefault(key, node)
    rank = {name: n for n, name in enumerate(article_types)}
    last_resort = {"CreativeWork", "WebPage"}
    best: dict[str, Any] = {}
    best_rank = (9, 99)
    for node in nodes:
        kinds = [k for k in types_of(node) if k in rank]
        if kinds and (node.get("headline") or node.get("datePublished")):
            own = (1 if set(kinds) <= last_resort else 0, 0 if node.get("headline") else 1)
            if own < best_rank:
                best, best_rank = node, own
    return LinkedData(best, by_id, frozenset(t for n in nodes for t in types_of(n)))


def _parse(text: str) -> Any:
    text = text.strip().removeprefix("<!--").removesuffix("-->").strip()
    text = text.removeprefix("//<![CDATA[").removeprefix("<![CDATA[").removesuffix("//]]>").removesuffix("]]>")
    if not text or len(text) > _MOST:
        return None
    for attempt in (text, _TRAILING.sub(r"\1", text.replace("\n", " "))):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        yield value
        for part in value.values():
            yield from _nodes(part, depth + 1)
    elif isinstance(value, list):
        for part in value[:500]:
            yield from _nodes(part, depth + 1)


def types_of(node: dict[str, Any]) -> list[str]:
    """The types of a node, without the address of the vocabulary."""
    kinds = node.get("@type")
    kinds = [kinds] if isinstance(kinds, str) else kinds if isinstance(kinds, list) else []
    return [k.rsplit("/", 1)[-1] for k in kinds if isinstance(k, str)]


def words_of(value: Any) -> str | None:
    """A value as one line of text, entities resolved; None where it holds none."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    if not isinstance(value, str):
        return None
    return " ".join(html.unescape(html.unescape(value)).split()) or None


def names_of(value: Any, by_id: dict[str, dict[str, Any]]) -> list[str]:
    """Names of persons or organizations, as strings, nodes, references or lists of these."""
    if isinstance(value, list):
        return [name for part in value[:20] for name in names_of(part, by_id)]
    if isinstance(value, dict):
        key = value.get("@id")
        if "name" not in value and isinstance(key, str):
            value = by_id.get(key, value)
        found = words_of(value.get("name")) or words_of(value.get("byline"))
        return [found] if found else []
    found = words_of(value)
    return [found] if found else []
