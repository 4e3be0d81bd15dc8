"""The paragraphs, headings and list items of trafilatura's body."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dateline.article.assemble import Kind, Piece
from dateline.article.hygiene import tidy_characters

_CONTAINERS = {"div", "body", "main", "section", "article"}


def pieces_of(body: Any) -> Iterator[Piece]:
    """The pieces of a body, in order; a line break inside a paragraph parts it."""
    if body.text and body.text.strip():
        yield from _split(body.text, "paragraph")
    for element in body:
        if not isinstance(element.tag, str):
            continue
        if element.tag == "head":
            yield from _split(_text(element).replace("\n", " "), "heading")
        elif element.tag == "list":
            yield from _items(element)
        elif element.tag == "quote" and len(element) and element[0].tag in {"p", "quote", "list"}:
            yield from pieces_of(element)
        elif element.tag == "table":
            for row in element.iter("row"):
                cells = [" ".join(_text(c).split()) for c in row.iter("cell")]
                yield from _split(" | ".join(c for c in cells if c), "paragraph")
        elif element.tag in _CONTAINERS:
            yield from pieces_of(element)
        else:
            yield from _split(_text(element), "paragraph")
        if element.tail and element.tail.strip():
            yield from _split(element.tail, "paragraph")


def _items(element: Any) -> Iterator[Piece]:
    for item in element:
        if item.tag == "item":
            yield from _split(_text(item), "item")
        elif item.tag == "list":
            yield from _items(item)


def _text(element: Any) -> str:
    parts: list[str] = []
    for node in element.iter():
        if node.tag == "lb" or (node is not element and node.tag in {"item", "p", "head"}):
            parts.append("\n")
        if node.text:
            parts.append(node.text)
        if node is not element and node.tail:
            parts.append(node.tail)
    return "".join(parts)


def _split(text: str, kind: Kind) -> Iterator[Piece]:
    for line in tidy_characters(text).split("\n"):
        tidy = " ".join(line.split())
        if tidy:
            yield Piece(tidy, kind)
