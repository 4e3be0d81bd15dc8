"""Words and phrases of several words, found at a token by lemma or form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from dateline.record import Token

Meaning = TypeVar("Meaning")


class Phrases(Generic[Meaning]):
    """What words and phrases mean; a word costs one look-up, whatever their number."""

    __slots__ = ("_longer", "_single")

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

    def at(self, tokens: Sequence[Token], i: int) -> Iterator[Meaning]:
        """The meanings of the word at `i`, and of the phrases that begin there."""
        token = tokens[i]
        lemma = token.lemma.lower()
        for word in (lemma,) if lemma == token.lower else (lemma, token.lower):
            yield from self._single.get(word, ())
            for rest, meaning in self._longer.get(word, ()):
                after = tokens[i + 1 : i + 1 + len(rest)]
                if len(after) == len(rest) and all(
                    p == t.lower or p == t.lemma.lower() for p, t in zip(rest, after, strict=True)
                ):
                    yield meaning
