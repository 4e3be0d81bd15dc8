"""Puts the pieces of an article together: one text, its blocks and its sections."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from dateline.record import Block, Section

Kind = Literal["paragraph", "heading", "item"]


class Piece(NamedTuple):
    """A paragraph, heading or list item, with how many characters of it are a dateline."""

    text: str
    kind: Kind = "paragraph"
    dateline: int = 0


class Assembled(NamedTuple):
    """A text with blocks and sections that count into it."""

    text: str
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]


def assemble(pieces: Iterable[Piece]) -> Assembled:
    """One text with blank lines between the pieces."""
    parts: list[str] = []
    blocks: list[Block] = []
    at = 0
    for piece in pieces:
        if parts:
            at += 2
        parts.append(piece.text)
        blocks.append(Block(start=at + piece.dateline, end=at + len(piece.text), kind=piece.kind))
        at += len(piece.text)
    text = "\n\n".join(parts)
    return Assembled(text, tuple(blocks), find_sections(text, blocks))


def find_sections(text: str, blocks: Sequence[Block]) -> tuple[Section, ...]:
    """A section for each heading; it ends where the next heading starts.

    A heading with nothing under it makes none, and neither does the first block: that is the title.
    """
    heads = [(n, b) for n, b in enumerate(blocks) if b.kind == "heading" and n > 0]
    sections: list[Section] = []
    for k, (n, block) in enumerate(heads):
        next_n, next_start = (heads[k + 1][0], heads[k + 1][1].start) if k + 1 < len(heads) else (len(blocks), len(text))
        if next_n - n > 1:
            end = blocks[next_n - 1].end if next_n > n else next_start
            sections.append(Section(heading=text[block.start : block.end], start=block.start, end=end))
    return tuple(sections)
