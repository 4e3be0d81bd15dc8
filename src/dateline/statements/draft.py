"""A statement in the making: what the frames, the quotations and the speakers' search pass to one another."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.record.grammar import Token
from dateline.record.statement import StatementClass


@dataclass(slots=True)
class Draft:
    """Cue, speaker and content while they are being joined.

    `content` holds runs of characters, in order.  `cue` holds the cue's tokens; a quotation that follows from the turn of
    the talk alone has none.  `speaker` is the head token of the mention.  `quoted` says that quotations are the content.
    """

    rule: str
    class_: StatementClass
    content: list[tuple[int, int]]
    cue: list[Token] = field(default_factory=list)
    speaker: Token | None = None
    mention: tuple[int, int] | None = None  # first and last token of the mention where grammar is no guide
    addressee: Token | None = None
    quoted: bool = False
    why: str = ""

    @property
    def start(self) -> int:
        """Where the content begins."""
        return self.content[0][0]

    @property
    def end(self) -> int:
        """Where the content ends."""
        return self.content[-1][1]
