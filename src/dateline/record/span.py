"""A run of characters of the clean text."""

from __future__ import annotations

import msgspec


class Span(msgspec.Struct, frozen=True, order=True):
    """Characters `start` to `end` (Unicode code points, end exclusive) of `article.text`, with their text.

    >>> Span.of("In Moscow on Friday", 3, 9)
    Span(start=3, end=9, text='Moscow')
    """

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The span of `text` from `start` to `end`; the only way a room makes one."""
        return cls(start, end, text[start:end])

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether `other` lies inside this span (or is the same)."""
        return self.start <= other.start and other.end <= self.end
