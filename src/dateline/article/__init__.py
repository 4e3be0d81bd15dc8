"""Clean text and what the page says of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from dateline.lexicon import Tables
from dateline.record import Article, Block, Document, Problem, Published


class Clean(NamedTuple):
    """An article and the blocks it is parsed by."""

    article: Article
    blocks: Sequence[Block]


Cleaner = Callable[[Document], Clean | Problem]


def build(tables: Tables) -> Cleaner:
    """Compiles the room's tables."""

    def clean(document: Document) -> Clean | Problem:
        text = document.text or ""
        published = document.published
        given = Published(value=published, from_="given", why="given by the source") if published else None
        blocks = [Block(start=m.start(), end=m.end()) for m in re.finditer(r"[^\n]+", text)]
        return Clean(Article(text=text, title=document.title, url=document.url, published=given), blocks)

    return clean
