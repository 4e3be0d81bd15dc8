"""Tokens and sentences: grammar without the engine that made it."""

from __future__ import annotations

from collections.abc import Iterator


class Token:
    """One word or mark, linked to its head and its children.

    A plain class, not a struct: tokens form a graph and are read millions of times.  `i` counts through the article,
    `start`/`end` are offsets into `article.text`.  `tag` is a Penn Treebank tag, `pos` the Universal Dependencies
    class derived from it, `dep` a ClearNLP label as English spaCy pipelines give it (nsubj, dobj, pobj ...).
    `head` of a root is the token itself.  `left`/`right` are the numbers of the first and last token of its subtree.
    Compare tokens by `i` or with `==`.
    """

    __slots__ = (
        "children",
        "dep",
        "end",
        "head",
        "i",
        "left",
        "lemma",
        "lower",
        "pos",
        "right",
        "sentence",
        "start",
        "tag",
        "text",
    )

    def __init__(self, i: int, start: int, text: str, lower: str, lemma: str, tag: str, pos: str, dep: str) -> None:
        self.i = i
        self.start = start
        self.end = start + len(text)
        self.text = text
        self.lower = lower
        self.lemma = lemma
        self.tag = tag
        self.pos = pos
        self.dep = dep
        self.head: Token = self
        self.children: list[Token] = []
        self.left = i
        self.right = i
        self.sentence = 0

    def __repr__(self) -> str:
        return f"<{self.i} {self.text} {self.tag} {self.dep}>{self.head.text}>"

    def child(self, *deps: str) -> Token | None:
        """The first child with one of these labels."""
        for c in self.children:
            if c.dep in deps:
                return c
        return None

    def ancestors(self) -> Iterator[Token]:
        """Head, head of head, and so on to the root."""
        t = self
        while t.head is not t:
            t = t.head
            yield t

    def conjuncts(self) -> list[Token]:
        """The token and what is coordinated with it to its right: `Putin`, `Abe` of "Putin and Abe"."""
        found = [self]
        for t in found:
            found.extend(c for c in t.children if c.dep == "conj")
        return found


class Sentence:
    """One sentence: character range, token range (end exclusive), the block it stands in, whether it is a heading."""

    __slots__ = ("block", "end", "first", "heading", "last", "number", "root", "start")

    def __init__(
        self, *, number: int, start: int, end: int, first: int, last: int, root: Token, block: int, heading: bool
    ) -> None:
        self.number = number
        self.start = start
        self.end = end
        self.first = first
        self.last = last
        self.root = root
        self.block = block
        self.heading = heading
