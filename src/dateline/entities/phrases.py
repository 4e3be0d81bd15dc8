"""A tree of phrases by word: thousands of names are looked up with one step a word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

T = TypeVar("T")
_HERE = ""  # the key under which a node keeps what ends there; no word is empty


class Hit(NamedTuple, Generic[T]):
    """A phrase found: end (exclusive) and what the tables file under it."""

    end: int
    values: tuple[T, ...]


class Phrases(Generic[T]):
    """Phrases of folded words with the values filed under each."""

    def __init__(self) -> None:
        self._root: dict[str, Any] = {}
        self._starts: frozenset[str] | None = None
        self._singles: frozenset[str] | None = None

    def add(self, words: Iterable[str], value: T) -> None:
        """Files a value under a phrase; several values may share one."""
        self._starts = self._singles = None
        node = self._root
        for word in words:
            node = node.setdefault(word, {})
        if node is not self._root:
            node.setdefault(_HERE, []).append(value)

    def starts(self) -> frozenset[str]:
        """The first words of all phrases, for a quick look before `hits`."""
        if self._starts is None:
            self._starts = frozenset(self._root)
        return self._starts

    def put(self, words: Sequence[str], value: T) -> None:
        """Files a value under a phrase instead of what was there."""
        if not words:
            return
        self._starts = self._singles = None
        node = self._root
        for word in words:
            node = node.setdefault(word, {})
        node[_HERE] = [value]

    def exactly(self, words: Sequence[str]) -> tuple[T, ...]:
        """What is filed under this phrase and no longer one."""
        node: dict[str, Any] = self._root
        for word in words:
            node = node.get(word) or {}
        return tuple(node.get(_HERE, ()))

    def singles(self) -> frozenset[str]:
        """The phrases of one word."""
        if self._singles is None:
            self._singles = frozenset(w for w, node in self._root.items() if _HERE in node)
        return self._singles

    def hits(self, words: Sequence[str], at: int) -> list[Hit[T]]:
        """Every phrase that starts at `at`, longest first."""
        found: list[Hit[T]] = []
        node: dict[str, Any] | None = self._root.get(words[at])
        i = at + 1
        size = len(words)
        while node is not None:
            if _HERE in node:
                found.append(Hit(i, tuple(node[_HERE])))
            if i >= size:
                break
            node = node.get(words[i])
            i += 1
        found.reverse()
        return found
