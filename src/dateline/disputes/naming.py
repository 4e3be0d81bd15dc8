"""Clauses that say who calls a place what, read word by word: parsers lose the second half of "which A calls X and B Y".

the rocks, which Seoul calls Dokdo and Tokyo Takeshima
the sea, known in Vietnam as the East Sea
what Beijing calls the Diaoyu Islands
the rocks, called Dokdo by South Korea
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dateline.record import Token

_JOINED = {"and", "while", "but", "whereas", ","}
_RELATIVES = {"which", "what", "that"}
_INSIDE = {"of", "the", "de", "al", "and", "-", "'s"}
_QUOTES = {'"', "``", "''", "“", "”", "‘", "’", "'"}


class Named(NamedTuple):
    """Who calls it so (ids, empty where untold), and the first and last token of the name."""

    by: tuple[str, ...]
    first: Token
    last: Token


class Naming(NamedTuple):
    """One clause: the token before it (the place or its common noun), the names, and where the clause ends."""

    anchor: Token | None
    names: list[Named]
    end: int
    rule: str


class Clauses:
    """Reads the naming clauses of one article's sentences."""

    def __init__(
        self, tokens: Sequence[Token], people: Mapping[int, tuple[str, ...]], naming: frozenset[str], knowing: frozenset[str]
    ) -> None:
        self._tokens = tokens
        self._who = people
        self._naming = naming
        self._knowing = knowing

    def read(self, first: int, last: int) -> list[Naming]:
        """All naming clauses among tokens `first` to `last` (exclusive)."""
        found: list[Naming] = []
        i = first
        while i < last:
            token = self._tokens[i]
            clause = None
            if token.lower in _RELATIVES:
                clause = self._active(i, last)
            elif token.lemma in self._knowing | self._naming and token.tag in {"VBN", "VBD"}:
                clause = self._passive(i, first, last)
            if clause is not None and clause.names:
                found.append(clause)
                i = max(clause.end, i + 1)
            else:
                i += 1
        return found

    def _active(self, i: int, last: int) -> Naming | None:
        """`which PARTY calls NAME and PARTY (calls) NAME`."""
        names: list[Named] = []
        at = i + 1
        while True:
            party = self._party(at, last)
            if party is None:
                break
            by, at = party
            at, told = self._verb(at, last)
            if not told and not names:
                return None
            name = self._name(at, last)
            if name is None:
                break
            names.append(Named(by, *name))
            at = self._after(name[1].i + 1, last)
        return Naming(self._before(i), names, at, "named-by-parties") if names else None

    def _passive(self, i: int, first: int, last: int) -> Naming | None:
        """`known in PARTY as NAME`, `known as NAME in PARTY`, `called NAME by PARTY`."""
        by: tuple[str, ...] = ()
        at = i + 1
        names: list[Named] = []
        for _ in range(4):
            opened = at < last and self._tokens[at].lower in {"in", "to", "by", "among"}
            party = self._party(at + 1, last) if opened else None
            if party is not None:
                by, at = party
            if at < last and self._tokens[at].lower == "as":
                at += 1
            name = self._name(at, last)
            if name is None:
                break
            at = name[1].i + 1
            opened = at < last and self._tokens[at].lower in {"in", "to", "by", "among"}
            party = self._party(at + 1, last) if opened and not by else None
            if party is not None:
                by, at = party
            names.append(Named(by, *name))
            by = ()
            at = self._after(at, last)
        if not any(n.by for n in names):
            return None
        return Naming(self._before(i), names, at, "known-as")

    def _party(self, at: int, last: int) -> tuple[tuple[str, ...], int] | None:
        """The ids of the party at or just after a position, and the position behind it."""
        for j in range(at, min(at + 4, last)):
            if j in self._who:
                return self._who[j], j + 1
            if self._tokens[j].pos not in {"DET", "ADJ", "PROPN", "NOUN"}:
                return None
        return None

    def _verb(self, at: int, last: int) -> tuple[int, bool]:
        """Behind `calls`, `refers to as`, `knows as`, and whether there was such a verb."""
        j = at
        while j < last and self._tokens[j].pos in {"AUX", "ADV"}:
            j += 1
        if j < last and self._tokens[j].lemma in self._naming:
            return j + 1, True
        if j < last and self._tokens[j].lemma in self._knowing:
            for k in range(j + 1, min(j + 4, last)):
                if self._tokens[k].lower == "as":
                    return k + 1, True
        return at, False

    def _name(self, at: int, last: int) -> tuple[Token, Token] | None:
        """First and last token of a capitalised name, without article and quotation marks."""
        j = at
        while j < last and (self._tokens[j].lower in {"the", "its", "it"} or self._tokens[j].text in _QUOTES):
            j += 1
        first = j
        end = j
        while j < last:
            token = self._tokens[j]
            if token.text[:1].isupper() and j not in self._stops(first, j):
                end = j + 1
            elif token.lower not in _INSIDE or token.lower == "and" or j == first:
                break
            j += 1
        return (self._tokens[first], self._tokens[end - 1]) if end > first else None

    def _stops(self, first: int, j: int) -> set[int]:
        """A party's name straight behind a joining word opens the next half, not more of this name."""
        return {j} if j > first and self._tokens[j - 1].lower in _JOINED else set()

    def _after(self, at: int, last: int) -> int:
        while at < last and (self._tokens[at].lower in _JOINED or self._tokens[at].text in _QUOTES):
            at += 1
        return at

    def _before(self, i: int) -> Token | None:
        """The last word before the clause, commas and auxiliaries left out."""
        for j in range(i - 1, max(-1, i - 6), -1):
            token = self._tokens[j]
            if token.pos in {"NOUN", "PROPN"} and token.sentence == self._tokens[i].sentence:
                return token
        return None
