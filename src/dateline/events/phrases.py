"""Words and phrases of several words, found at a token by lemma or form."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from dateline.record import Token

Meaning = TypeVar("Meaning")


class Phrases(Generic[Meaning]):
    """What words and phrases mean; a word costs one look-up, whatever their number."""

    __slots__ = ("_firsts", "_longer", "_single")

    def __init__(self, entries: Iterable[tuple[str, Meaning]]) -> None:
        """`entries` are words or phrases in lower case, each with what it means."""
        self._single: dict[str, list[Meaning]] = {}
        self._longer: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        for phrase, meaning in entries:
            first, *rest = phrase.split()
            if rest:
                self._longer.setdefault(first, []).append((tuple(rest), meaning))
            else:
                self._single.setdefault(first, []).append(meaning)
        self._firsts = frozenset((*self._single, *self._longer))

    def at(self, tokens: Sequence[Token], i: int) -> Sequence[Meaning]:
        """The meanings of the word at `i`, and of the phrases that begin there."""
        token = tokens[i]
        lemma, form = token.lemma.lower(), token.lower
        if lemma not in self._firsts and form not in self._firsts:
            return ()
        found: list[Meaning] = []
        for word in (lemma,) if lemma == form else (lemma, form):
            found += self._single.get(word, ())
            found += [meaning for rest, meaning in self._longer.get(word, ()) if _follows(rest, tokens, i + 1)]
        return found


def _follows(words: tuple[str, ...], tokens: Sequence[Token], i: int) -> bool:
    """Whether these words, as lemmas or forms, stand in a row from `i` on."""
    after = tokens[i : i + len(words)]
    return len(after) == len(words) and all(w == t.lower or w == t.lemma.lower() for w, t in zip(words, after, strict=True))
