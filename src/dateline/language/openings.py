"""Mends the first word of a sentence where the tagger takes a plural noun for a name: "*Rebels* laid siege to the town".

Its capital misleads a small tagger.  Only nouns that people are called by (`tables/entities/actor_nouns.tsv`) are mended,
and only where no name goes on behind: "Rebels" alone, not "Rangers International".
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.language.lemmas import Lemmas
from dateline.lexicon import Tables
from dateline.record import Token

_NAMES = {"NNP", "NNPS"}


class Openings:
    """`mend(tokens)` for the tokens of one sentence."""

    def __init__(self, tables: Tables, lemmas: Lemmas) -> None:
        rows = tables.rows("entities/actor_nouns.tsv")
        self._people = frozenset(r["noun"] for r in rows if r["kind"] == "person" and not r["note"] and r["noun"].islower())
        self._lemmas = lemmas

    def mend(self, tokens: Sequence[Token]) -> None:
        """Makes of a name that opens the sentence the plural noun it is."""
        first = next((n for n, t in enumerate(tokens) if t.text[:1].isalpha()), None)
        if first is None:
            return
        token = tokens[first]
        if token.tag not in _NAMES or not token.text[1:].islower():
            return
        following = tokens[first + 1] if first + 1 < len(tokens) else None
        if following is not None and (following.tag in _NAMES or following.text in {"'s", "'", "’s", "’"}):
            return
        lemma = self._lemmas(token.lower, "NNS")
        if lemma != token.lower and lemma in self._people:
            token.tag, token.pos, token.lemma = "NNS", "NOUN", lemma
