"""One reading as this room sees it: its tokens with the quotations laid over them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from dateline.record import Reading, Token
from dateline.statements.marks import Quotation, find_quotations

_DASHES = frozenset({"—", "–", "-", "--", "―", "---"})


class Sheet:
    """A reading and its quotations; `inside[i]` is the number of the quotation that token `i` stands in, or -1."""

    __slots__ = ("_starts", "blocks", "first_token", "inside", "last_token", "quotations", "reading", "text", "tokens")

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.article.text
        self.tokens = reading.tokens
        self.quotations: list[Quotation] = find_quotations(self.text, reading.blocks)
        self._starts = [q.start for q in self.quotations]
        self.inside = [-1] * len(self.tokens)
        self.first_token: list[int] = []
        self.last_token: list[int] = []
        self.blocks = [0] * len(self.tokens)
        for s in reading.sentences:
            self.blocks[s.first : s.last] = [s.block] * (s.last - s.first)
        self._lay()

    def _lay(self) -> None:
        """Numbers the tokens of each quotation, marks included."""
        i, tokens = 0, self.tokens
        for number, q in enumerate(self.quotations):
            while i < len(tokens) and tokens[i].end <= q.start:
                i += 1
            self.first_token.append(i)
            while i < len(tokens) and tokens[i].start < q.end:
                self.inside[i] = number
                i += 1
            self.last_token.append(i - 1)

    def quotation_of(self, token: Token) -> Quotation | None:
        """The quotation a token stands in."""
        number = self.inside[token.i]
        return None if number < 0 else self.quotations[number]

    def numbers_in(self, start: int, end: int) -> Iterator[int]:
        """Numbers of the quotations that share characters with a run."""
        for n in range(max(0, bisect_right(self._starts, start) - 1), len(self.quotations)):
            if self._starts[n] >= end:
                return
            if self.quotations[n].end > start:
                yield n

    def quotations_in(self, start: int, end: int) -> Iterator[Quotation]:
        """The quotations that share characters with a run."""
        return (self.quotations[n] for n in self.numbers_in(start, end))

    def is_dash(self, i: int) -> bool:
        """Whether token `i` is a dash between words, no hyphen in one (`a five-year plan`)."""
        token = self.tokens[i]
        if token.text not in _DASHES:
            return False
        return token.text != "-" or self.text[token.start - 1 : token.start].isspace()

    def sentence_edges(self, token: Token) -> tuple[int, int]:
        """Numbers of the first and last token of a token's sentence."""
        s = self.reading.sentences[token.sentence]
        return s.first, s.last - 1
