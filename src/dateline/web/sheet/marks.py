"""The text cut where findings begin and end, so that marks that overlap can stand beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from dateline.web.sheet.card import KINDS, Card

_ORDER = {kind: number for number, kind in enumerate(KINDS)}
_LONG = {"s", "c"}  # kinds that run over many words: these lead to their card from a sign at their beginning


class Opening(msgspec.Struct, frozen=True):
    """A sign that something long begins here."""

    id: str
    name: str


class Segment(msgspec.Struct, frozen=True):
    """A run of characters under the same marks; `ids` are their cards, the most telling first."""

    start: int
    end: int
    text: str
    ids: tuple[str, ...] = ()
    opens: tuple[Opening, ...] = ()

    @property
    def kinds(self) -> str:
        """The classes of its marks."""
        return " ".join(dict.fromkeys(f"m-{i[0]}" for i in self.ids))

    @property
    def target(self) -> str | None:
        """The card it leads to; none inside of something long, which has a sign of its own."""
        return next((i for i in self.ids if i[0] not in _LONG), None)


class Paragraph(msgspec.Struct, frozen=True):
    """A line of the text with its segments."""

    heading: bool
    segments: tuple[Segment, ...]


def paragraphs_of(text: str, cards: Sequence[Card], headings: Sequence[int] = ()) -> list[Paragraph]:
    """The lines of a text, marked; `headings` are where headings begin."""
    found: list[Paragraph] = []
    segments = _segments(text, cards)
    at = set(headings)
    line: list[Segment] = []
    for segment in segments:
        if segment.text.strip("\n"):
            line.append(segment)
        elif line:
            found.append(Paragraph(line[0].start in at, tuple(line)))
            line = []
    if line:
        found.append(Paragraph(line[0].start in at, tuple(line)))
    return found


def _segments(text: str, cards: Sequence[Card]) -> Iterator[Segment]:
    """The text in pieces; a run of line ends is a piece of its own."""
    begins: dict[int, list[Card]] = {}
    ends: dict[int, list[Card]] = {}
    cuts = {0, len(text)}
    for card in cards:
        for start, end in {(s.start, s.end) for s in card.spots if not s.role}:
            begins.setdefault(start, []).append(card)
            ends.setdefault(end, []).append(card)
            cuts |= {start, end}
    cuts |= _line_ends(text)
    active: list[Card] = []
    points = sorted(cuts)
    for start, end in pairwise(points):
        for card in ends.get(start, ()):
            active.remove(card)
        opening = begins.get(start, [])
        active.extend(opening)
        piece = text[start:end]
        held = [] if piece.strip() == "" and "\n" in piece else active
        ids = sorted({c.id for c in held}, key=lambda i: (_ORDER[i[0]], i))
        signs = tuple(Opening(c.id, _name(c)) for c in opening if c.kind in _LONG and c.spots[0].start == start)
        yield Segment(start, end, piece, tuple(ids), signs)


def _line_ends(text: str) -> set[int]:
    cuts: set[int] = set()
    for at, character in enumerate(text):
        if character == "\n":
            cuts |= {at, at + 1}
    return cuts


def _name(card: Card) -> str:
    return f"{card.label}: {', '.join(v.text for v in card.title)}"
