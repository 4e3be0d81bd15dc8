"""A record laid out for a page."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dateline.record import Record
from dateline.web.sheet.card import Card
from dateline.web.sheet.cards import cards_of
from dateline.web.sheet.marks import Paragraph, paragraphs_of
from dateline.web.sheet.words import words

_ORDER = "escdnpt"  # in which the groups of cards stand


class Group(msgspec.Struct, frozen=True):
    """The cards of one kind."""

    kind: str
    name: str
    mark: str
    cards: tuple[Card, ...]


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """What a page shows of a record."""

    record: Record
    title: str
    published: str | None
    paragraphs: tuple[Paragraph, ...]
    groups: tuple[Group, ...]
    notes: tuple[str, ...] = ()


def lay_out(record: Record, *, notes: Sequence[str] = ()) -> Sheet:
    """The sheet of a record."""
    cards = cards_of(record)
    article = record.article
    word = words()
    published = article.published
    said = f"{published.value}, {word['published'][published.from_]}" if published else None
    return Sheet(
        record=record,
        title=article.title or "",
        published=said,
        paragraphs=tuple(paragraphs_of(article.text, cards, [s.start for s in article.sections])),
        groups=tuple(
            Group(kind, word["kind"][kind]["many"], word["kind"][kind]["mark"], tuple(c for c in cards if c.kind == kind))
            for kind in _ORDER
        ),
        notes=tuple(notes),
    )
