"""Paragraphs that trafilatura left out although they stand where the ones stand that it took.

Some sites break an article into several boxes of one kind, with advertisements between; trafilatura then takes one box.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from dateline.article.assemble import Kind, Piece
from dateline.article.hygiene import tidy_characters
from dateline.article.lines import is_closed

_LEAST_SHARE = 0.3  # of the words that were taken: less is a caption or a teaser
_DIGITS = re.compile(r"\d+")
_KINDS: dict[str, Kind] = {"p": "paragraph", "h2": "heading", "h3": "heading", "h4": "heading"}
_Place = tuple[str, str, str, str]


def add_missing(tree: Any, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with what was left out of boxes of the same kind, in the page's order; mostly just the pieces."""
    numbers = {p.text: n for n, p in enumerate(pieces)}
    boxes: set[_Place] = set()
    seen: list[tuple[Any, str, _Place]] = []
    for element in tree.iter("p"):
        text = _text(element)
        if text.count(" ") < 5:
            continue
        place = _place(element)
        seen.append((element, text, place))
        if text in numbers and place[1]:
            boxes.add(place)
    taken = sum(p.text.count(" ") for p in pieces)
    left = [t for _, t, place in seen if place in boxes and t not in numbers and is_closed(t)]
    if not left or sum(t.count(" ") for t in left) < taken * _LEAST_SHARE:
        return list(pieces)
    return _merged(tree, pieces, numbers, boxes)


def _merged(tree: Any, pieces: Sequence[Piece], numbers: dict[str, int], boxes: set[_Place]) -> list[Piece]:
    """Pieces and missing paragraphs in the order of the tree; pieces of other kinds stay behind the piece before them."""
    behind: dict[int, list[Piece]] = defaultdict(list)
    placed = {_text(e) for e in tree.iter(*_KINDS)}
    last = -1
    for n, piece in enumerate(pieces):
        if piece.text in placed:
            last = n
        else:
            behind[last].append(piece)
    merged = list(behind[-1])
    used: set[str] = set()
    for element in tree.iter(*_KINDS):
        text = _text(element)
        number = numbers.get(text)
        if not text or text in used or (number is None and _place(element) not in boxes):
            continue
        used.add(text)
        merged.append(pieces[number] if number is not None else Piece(text, _KINDS[element.tag]))
        if number is not None:
            merged += behind.pop(number, [])
    return merged


def _text(element: Any) -> str:
    return " ".join(tidy_characters(element.text_content()).split())


def _place(element: Any) -> _Place:
    """The kind of box an element stands in: tags and classes of the two elements round it."""
    above = element.getparent()
    if above is None:
        return ("", "", "", "")
    top = above.getparent()
    kind = (above.tag, _DIGITS.sub("", above.get("class") or ""))
    return (*kind, top.tag, _DIGITS.sub("", top.get("class") or "")) if top is not None else (*kind, "", "")
