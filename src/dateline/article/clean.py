"""What the room gives: an article, and the blocks that it is parsed by."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dateline.record import Article, Block


class Clean(NamedTuple):
    """An article and the blocks it is parsed by; `notes` name what is odd about the page (a live blog, a paywall)."""

    article: Article
    blocks: Sequence[Block]
    notes: tuple[str, ...] = ()
