"""The sheet that travels from step to step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.record.article import Article, Block
from dateline.record.commitment import Commitment
from dateline.record.dispute import Dispute
from dateline.record.document import Document
from dateline.record.entity import Cast
from dateline.record.event import Considered, Event
from dateline.record.grammar import Sentence, Token
from dateline.record.place import Place
from dateline.record.span import Span
from dateline.record.statement import Statement
from dateline.record.time import Time


@dataclass(slots=True)
class Reading:
    """One article while it is being read.

    A room receives it and returns findings; only `steps.py` writes them in.  A field is empty until the step that
    fills it has run; `steps.py` lists which step needs and fills what.
    """

    document: Document
    article: Article
    blocks: Sequence[Block] = ()
    tokens: Sequence[Token] = ()
    sentences: Sequence[Sentence] = ()
    cast: Cast = field(default_factory=Cast)
    places: Sequence[Place] = ()
    times: Sequence[Time] = ()
    statements: Sequence[Statement] = ()
    events: Sequence[Event] = ()
    considered: Sequence[Considered] = ()
    commitments: Sequence[Commitment] = ()
    disputes: Sequence[Dispute] = ()

    def span(self, start: int, end: int) -> Span:
        """The span of the article's text from `start` to `end`."""
        return Span.of(self.article.text, start, end)

    def span_of(self, first: Token, last: Token) -> Span:
        """The span from the start of one token to the end of another."""
        return Span.of(self.article.text, first.start, last.end)
