"""Clauses that say who calls a place what, read word by word: parsers lose the second half of "which A calls X and B Y".

the rocks, which Seoul calls Dokdo and Tokyo Takeshima
the sea, known in Vietnam as the East Sea
what Beijing calls the Diaoyu Islands
the rocks, called Dokdo by South Korea
the islands, or the Diaoyus as China calls them
Bakhmut (Artyomovsk to Russians)
Guayana Esequiba, Venezuela's name for the land
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dateline.record import Token

_JOINED = {"and", "while", "but", "whereas", ","}
_RELATIVES = {"which", "what", "that"}
_INSIDE = {"of", "the", "de", "al", "el", "and", "-", "'s", "–"}
_OPENING = {"in", "to", "by", "among", "for"}
_PRONOUNS = {"it", "them", "him", "its", "the", "this", "these"}
_THEY = {"it", "they"}
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
        self,
        tokens: Sequence[Token],
        people: Mapping[int, tuple[str, ...]],
        modifiers: Mapping[int, tuple[str, ...]],
        naming: frozenset[str],
        knowing: frozenset[str],
        name_nouns: frozenset[str],
        objecting: frozenset[str],
        place_nouns: frozenset[str],
        known: Mapping[str, object],
    ) -> None:
        self._tokens = tokens
        self._name_nouns = name_nouns
        self._objecting = objecting
        self._place_nouns = place_nouns
        self._known = known
        self._who = people
        self._modifiers = modifiers
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
            elif token.lower == "as" and token.i > first:
                clause = self._as_called(i, first, last)
            elif token.lemma in self._name_nouns and i + 1 < last and self._tokens[i + 1].lower in {"for", "of"}:
                clause = self._name_for(i, first, last)
            elif token.lemma in self._name_nouns and i + 1 < last and self._tokens[i + 1].text[:1].isupper():
                clause = self._the_name(i, first, last)
            elif token.lower in {"to", "in", "for"} and i + 1 < last:
                clause = self._apposed(i, first, last)
            elif (
                token.pos == "VERB" and token.tag != "VBG" and (token.lemma in self._naming or token.lemma in self._knowing)
            ):
                perfect = any(c.dep == "aux" and c.lemma == "have" for c in token.children)
                clause = self._plain(i, first, last) if token.tag != "VBN" or perfect else None
                clause = clause or (self._passive(i, first, last) if token.tag in {"VBN", "VBD"} else None)
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
            if at < last and self._tokens[at].lower in _RELATIVES:  # "and that China claims as the Diaoyu"
                at += 1
        return Naming(self._before(i), names, at, "named-by-parties") if names else None

    def _passive(self, i: int, first: int, last: int) -> Naming | None:
        """`known in PARTY as NAME`, `known as NAME in PARTY`, `called NAME by PARTY`."""
        by: tuple[str, ...] = ()
        at = i + 1
        names: list[Named] = []
        for _ in range(4):
            opened = at < last and self._tokens[at].lower in _OPENING
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
            elif opened:
                at = self._behind_place(at + 1, last) or at
            names.append(Named(by, *name))
            by = ()
            at = self._after(at, last)
        if names and not any(n.by for n in names):  # "In Pyongyang it is known as the East Sea of Korea"
            party = self._party(first + 1, last) if self._tokens[first].lower in {"in", "to", "among"} else None
            names = [Named(party[0], names[0].first, names[0].last)] if party and party[1] <= i else []
        return Naming(self._before(i), names, at, "known-as") if names else None

    def _behind_place(self, at: int, last: int) -> int | None:
        """The position behind a place that is no party: "the Yarlung Tsangpo in Tibet and the Brahmaputra in India"."""
        end = at
        while end < last and self._tokens[end].pos == "PROPN":
            end += 1
        return end if end > at else None

    def _as_called(self, i: int, first: int, last: int) -> Naming | None:
        """`NAME, as PARTY calls it`, `or NAME as it is known in PARTY`."""
        name = self._name_before(i, first)
        if name is None:
            return None
        by: tuple[str, ...] = ()
        party = self._party(i + 1, last)
        end = i
        if party is not None:
            at = party[1]
            while at < last and self._tokens[at].pos in {"AUX", "ADV"}:
                at += 1
            if at < last and self._tokens[at].lemma in self._naming | self._knowing:
                by, end = party[0], at + 1
        if not by and i + 2 < last and self._tokens[i + 1].lower in {"it", "they"}:
            for j in range(i + 2, min(i + 5, last)):
                if self._tokens[j].lemma in self._naming | self._knowing and j + 1 < last:
                    opened = self._tokens[j + 1].lower in _OPENING
                    party = self._party(j + 2, last) if opened else None
                    if party is not None:
                        by, end = party
        if not by:
            return None
        return Naming(self._before(name[0].i), [Named(by, *name)], end, "as-called-by")

    def _name_for(self, i: int, first: int, last: int) -> Naming | None:
        """`NAME, the Argentine name for`, `NAME, Taiwan's name for`, `NAME, its name for`: the sentence's party."""
        plain = self._name_is(i, first, last)
        if plain is not None:
            return plain
        comma = next((j for j in range(i - 1, max(first, i - 7), -1) if self._tokens[j].text in {",", "(", "–", "-"}), None)
        if comma is None:
            return None
        name = self._name_before(comma, first)
        between = self._tokens[comma + 1 : i]
        by = next((self._who[t.i] for t in between if t.i in self._who), ())
        if not by and any(t.lower == "its" for t in between):
            by = next((self._who[j] for j in range(first, comma) if j in self._who), ())
        return Naming(self._before(name[0].i), [Named(by, *name)], i + 1, "name-for") if name and by else None

    def _name_is(self, i: int, first: int, last: int) -> Naming | None:
        """`PARTY's name for it is NAME`."""
        by = next((self._who[j] for j in range(i - 1, max(first - 1, i - 4), -1) if j in self._who), ())
        for j in range(i + 2, min(i + 9, last)):
            if self._tokens[j].lower in {"is", "was"}:
                name = self._name(j + 1, last) if by else None
                return Naming(None, [Named(by, *name)], name[1].i + 1, "name-for") if name else None
            if self._tokens[j].pos in {"VERB", "PUNCT"}:
                break
        return None

    def _apposed(self, i: int, first: int, last: int) -> Naming | None:
        """`(NAME to PARTY)`, `, NAME in PARTY and NAME in PARTY,`."""
        name = self._name_before(i, first)
        party = self._party(i + 1, last)
        if name is None or party is None or name[0].i == first:
            return None
        mark = self._tokens[name[0].i - 1]
        mark = self._tokens[mark.i - 1] if mark.lower == "the" and mark.i > first else mark
        if mark.text not in {",", "(", "-", "–", "—"} or (
            self._tokens[i].lower == "in" and not self._is_tongue(i + 1, party[1])
        ):
            return None
        names = [Named(party[0], *name)]
        at = self._after(party[1], last)
        following = self._name(at, last)
        if (
            following is not None
            and following[1].i + 1 < last
            and self._tokens[following[1].i + 1].lower in {"to", "in", "for"}
        ):
            second = self._party(following[1].i + 2, last)
            if second is not None:
                names.append(Named(second[0], *following))
                at = second[1]
        closes = (
            at >= last or self._tokens[at].text in {",", ")", ".", "-", "–", "—"} or self._tokens[at - 1].text in {",", ")"}
        )
        return Naming(self._before(name[0].i), names, at, "name-to-party") if closes else None

    def _is_tongue(self, at: int, end: int) -> bool:
        """Whether a party stands as a language or adjective: "in Chinese", not "in China"."""
        return end == at + 1 and self._tokens[at].i in self._modifiers

    def _plain(self, i: int, first: int, last: int) -> Naming | None:
        """`PARTY calls it NAME`, `PARTY has renamed the town NAME`, `PARTY refers to X as NAME`."""
        k = i - 1
        while k > first and self._tokens[k].pos in {"AUX", "ADV"}:
            k -= 1
        by = self._who.get(k) if k >= first else None
        at, told = self._verb(i, last)
        if not by or not told:
            return None
        j = at
        while j < min(at + 4, last) and (self._tokens[j].lower in _PRONOUNS or self._tokens[j].tag in {"NN", "NNS"}):
            j += 1
        which = next((m for m in range(i - 1, first, -1) if self._tokens[m].lower in _RELATIVES), None)
        name = self._name(j, last) if j > at or self._tokens[at - 1].lower == "as" or which is not None else None
        if name is None:
            return None
        anchor = self._before(which) if which is not None else None
        return Naming(anchor, [Named(by, *name)], name[1].i + 1, "called-by")

    def _the_name(self, i: int, first: int, last: int) -> Naming | None:
        """`PARTY uses the name NAME`, `PARTY insists on the term NAME`; not `PARTY objects to the name`."""
        name = self._name(i + 1, last)
        before = range(i - 1, max(first - 1, i - 8), -1)
        if name is None or any(self._tokens[j].lemma in self._objecting for j in before):
            return None
        by = next((self._who[j] for j in before if j in self._who), ())
        return Naming(None, [Named(by, *name)], name[1].i + 1, "uses-the-name") if by else None

    def _name_before(self, i: int, first: int) -> tuple[Token, Token] | None:
        """The capitalised name that ends just before a position, commas and quotation marks aside."""
        j = i - 1
        while j >= first and (self._tokens[j].text in _QUOTES or self._tokens[j].text in {",", "–"}):
            j -= 1
        end = j
        start = j + 1
        while j >= first:
            token = self._tokens[j]
            if token.text[:1].isupper() and token.lower not in {"the", "a", "an"}:
                start = j
            elif j < end and token.end == self._tokens[j + 1].start and token.text not in {"(", "["}:
                pass  # "Indian-occupied Kashmir"
            elif token.text.isalpha() and j > first and self._tokens[j - 1].end == token.start:
                pass
            elif token.lower not in _INSIDE or token.lower in {"and", "the"}:
                break
            j -= 1
        return (self._tokens[start], self._tokens[end]) if start <= end else None

    def _party(self, at: int, last: int) -> tuple[tuple[str, ...], int] | None:
        """The ids of the party at or just after a position, and the position behind it."""
        if at < last and at not in self._who and self._tokens[at].lower in _THEY:  # "which it calls Hoang Sa"
            first = at
            while first > 0 and self._tokens[first - 1].sentence == self._tokens[at].sentence:
                first -= 1
            ids = next((self._who[j] for j in range(first, at) if j in self._who), None)
            return None if ids is None else (ids, at + 1)
        for j in range(at, min(at + 4, last)):
            if j in self._who:
                while j + 1 < last and self._who.get(j + 1) == self._who[j]:
                    j += 1
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
            for k in range(j + 1, min(j + 7, last)):
                if self._tokens[k].lower == "as":
                    return k + 1, True
                if self._tokens[k].pos in {"VERB", "PUNCT"}:
                    break
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
            elif self._glued(j) and j > first:
                end = j + 1 if token.text.isalpha() else end
            elif token.lower not in _INSIDE or token.lower == "and" or j == first:
                break
            j += 1
        if end > first and end < last and self._tokens[end].lemma in self._place_nouns and self._tokens[end].pos == "NOUN":
            end += 1  # "the Zangezur corridor"
        if end > first and end + 1 < last and self._tokens[end].lower == "and":  # "Judea and Samaria"
            joined = " ".join(t.lower for t in self._tokens[first : end + 2])
            end += 2 if joined in self._known else 0
        return (self._tokens[first], self._tokens[end - 1]) if end > first else None

    def _glued(self, j: int) -> bool:
        """Whether no space stands before a token: "Pakistan-occupied"."""
        return self._tokens[j].start == self._tokens[j - 1].end and self._tokens[j].text not in {
            ",",
            ".",
            ")",
            ";",
            "'s",
            "’s",
        }

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
