"""Whether the clause round an expression looks back or ahead."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Literal

from dateline.record import Reading, Token

Tense = Literal["past", "future", "unknown"]
_SENTENCE_EDGE = re.compile(r"[.!?][\"”’)]*\s+(?=[\"“‘(]?[A-Z])|\n")
_WORD = re.compile(r"[^\W\d_]+")
_CLAUSE_TAGS = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD")


class Tenses:
    """Tells the tense at an offset: from grammar where there is any, else from words near it."""

    def __init__(self, words: Mapping[str, Sequence[str]], reading: Reading) -> None:
        """`words`: lists `future`, `future_heads`, `past` of times/tense.toml."""
        self._future = frozenset(words["future"])
        self._heads = frozenset(words["future_heads"])
        self._past = frozenset(words["past"])
        self._text = reading.article.text
        self._tokens = reading.tokens
        self._starts: list[int] | None = None
        self._tagged = any(t.tag.startswith("V") for t in reading.tokens[:200])

    def at(self, start: int, end: int) -> Tense:
        """The tense of the clause that holds the expression from `start` to `end`."""
        if self._tagged:
            token = self._token(start)
            if token is not None:
                return self._of_clause(token)
        return self._of_words(start, end)

    def _token(self, start: int) -> Token | None:
        if self._starts is None:
            self._starts = [t.start for t in self._tokens]
        at = bisect_right(self._starts, start) - 1
        return self._tokens[at] if at >= 0 and self._tokens[at].end > start else None

    def _of_clause(self, token: Token) -> Tense:
        seen: Tense = "unknown"
        for verb in token.ancestors():
            if verb.tag not in _CLAUSE_TAGS:
                continue
            found = self._of_verb(verb)
            if found != "unknown":
                return found
            if verb.lemma in self._heads:
                return "future"
            seen = found
        return seen

    def _of_verb(self, verb: Token) -> Tense:
        helpers = [c for c in verb.children if c.dep in ("aux", "auxpass")]
        for helper in helpers:
            if helper.lower in self._future:
                return "future"
        if verb.tag in ("VBD",) or any(h.tag == "VBD" or h.lower in self._past for h in helpers):
            return "future" if verb.lemma in self._heads and self._ahead(verb) else "past"
        if verb.lemma in self._heads:
            return "future"
        if verb.tag == "VBN":
            return "past" if not helpers or any(h.lower in ("has", "have", "'ve", "been") for h in helpers) else "unknown"
        if verb.tag == "VB" and any(h.lower == "to" for h in helpers):
            return "future" if verb.head is verb or verb.head.lemma in self._heads or verb.dep == "ROOT" else "unknown"
        return "unknown"

    def _ahead(self, verb: Token) -> bool:
        """ "was due to", "were expected to": planned then, so still ahead unless told otherwise."""
        return verb.tag in ("VBN", "JJ")

    def _of_words(self, start: int, end: int) -> Tense:
        low = 0
        for edge in _SENTENCE_EDGE.finditer(self._text, max(0, start - 300), start):
            low = edge.end()
        low = max(low, start - 300)
        following = _SENTENCE_EDGE.search(self._text, end, end + 200)
        high = following.start() if following else min(len(self._text), end + 200)
        for part in (self._text[low:start], self._text[end:high]):
            words = [w.lower() for w in _WORD.findall(part)]
            if any(w in self._future or w in self._heads for w in words):
                return "future"
            if any(w in self._past or w.endswith("ed") for w in words):
                return "past"
        return "unknown"
