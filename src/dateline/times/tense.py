"""Whether the clause round an expression looks back or ahead."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Literal

from dateline.record import Reading, Token

Tense = Literal["past", "past_far", "present", "future", "unknown"]
_SENTENCE_EDGE = re.compile(r"[.!?][\"”’)]*\s+(?=[\"“‘(]?[A-Z])|\n")
_ONWARD = re.compile(r"\b(?:until|till|to|through|for|by)\s+$")
_WORD = re.compile(r"[^\W\d_]+")
_VERB_TAGS = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD")


class Tenses:
    """Tells the tense at an offset: from grammar where there is any, else from words near it."""

    def __init__(self, words: Mapping[str, Sequence[str]], reading: Reading) -> None:
        """`words`: lists of times/tense.toml."""
        self._future = frozenset(words["future"])
        self._heads = frozenset(words["future_heads"])
        self._intentions = frozenset(words["intentions"])
        self._past = frozenset(words["past"])
        self._puts_off = frozenset(words["puts_off"])
        self._sayings = frozenset(words["sayings"])
        self._text = reading.article.text
        self._tokens = reading.tokens
        self._starts: list[int] | None = None
        self._tagged = any(t.tag.startswith("V") for t in reading.tokens[:200])

    def at(self, start: int, end: int) -> Tense:
        """The tense of the clause that holds the expression from `start` to `end`."""
        if self._tagged:
            token = self._token(start)
            if token is not None:
                return self._of_clause(token, onward=bool(_ONWARD.search(self._text, max(0, start - 10), start)))
        return self._of_words(start, end)

    def _token(self, start: int) -> Token | None:
        if self._starts is None:
            self._starts = [t.start for t in self._tokens]
        at = bisect_right(self._starts, start) - 1
        return self._tokens[at] if at >= 0 and self._tokens[at].end > start else None

    def _of_clause(self, token: Token, *, onward: bool) -> Tense:
        """The tense of the nearest verb that shows one; what an infinitive below it leaves open is past only from afar."""
        if any(t.lower in self._heads for t in self._tokens[max(0, token.i - 2) : token.i]):
            return "future"
        open_below = False
        for word in token.ancestors():
            if word.lemma in self._heads or (open_below and word.tag[0] in "VJ" and word.lemma in self._intentions):
                return "future"
            if word.tag not in _VERB_TAGS:
                continue
            if onward and word.lemma in self._puts_off:
                return "future"
            found = self._of_verb(word)
            if found == "past" and open_below:
                return "past_far"
            if found != "unknown":
                return found
            open_below = open_below or word.tag in ("VB", "VBG")
        return "unknown"

    def _of_verb(self, verb: Token) -> Tense:
        helpers = [c for c in verb.children if c.dep in ("aux", "auxpass")]
        forms = {h.lower for h in helpers}
        if forms & self._future:
            return "future"
        if verb.tag == "VBD" or forms & self._past or any(h.tag == "VBD" for h in helpers):
            return "past"
        if verb.tag == "VBN" and not helpers:
            return "past"
        if verb.tag == "VB":
            # "are to arrive by Friday"
            if "to" in forms:
                return "future" if verb.head is not verb and verb.head.lemma == "be" else "unknown"
            return "present" if not helpers and verb.dep == "ROOT" else "unknown"
        if verb.tag in ("VBZ", "VBP") or any(h.tag in ("VBZ", "VBP") for h in helpers):
            return "past" if verb.lemma in self._sayings else "present"
        return "unknown"

    def _of_words(self, start: int, end: int) -> Tense:
        low = 0
        for edge in _SENTENCE_EDGE.finditer(self._text, max(0, start - 300), start):
            low = edge.end()
        low = max(low, start - 300)
        following = _SENTENCE_EDGE.search(self._text, end, end + 200)
        high = following.start() if following else min(len(self._text), end + 200)
        for part in (self._text[low:start], self._text[end:high]):
            words = [w.lower() for w in _WORD.findall(part)]
            if any(w in self._future or w in self._heads or w in self._intentions for w in words):
                return "future"
            if any(w in self._past or w.endswith("ed") for w in words):
                return "past"
        return "unknown"
