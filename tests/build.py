"""Small readings for tests: by hand where a test needs no grammar, by the model where it does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dateline.language import Parser
from dateline.lexicon import Tables
from dateline.record import Article, Block, Document, Published, Reading, Sentence, Token


def blocks_of(text: str) -> list[Block]:
    """A block a line."""
    return [Block(start=m.start(), end=m.end()) for m in re.finditer(r"[^\n]+", text)]


def reading(text: str, *, published: str | None = None) -> Reading:
    """A reading of clean text without grammar: one sentence a line, one token a word, all of them roots."""
    blocks = blocks_of(text)
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for number, block in enumerate(blocks):
        first = len(tokens)
        for m in re.finditer(r"\w+|[^\w\s]", text[block.start : block.end]):
            word = m.group()
            tokens.append(Token(len(tokens), block.start + m.start(), word, word.lower(), word.lower(), "NN", "NOUN", "dep"))
            tokens[-1].sentence = number
        sentences.append(_sentence(number, tokens[first:]))
    return Reading(Document(source="test", text=text), _article(text, published), blocks, tokens, sentences)


def hand_parsed(rows: Sequence[str], *, published: str | None = None) -> Reading:
    """A reading of one sentence from rows `word lemma TAG POS dep head` (head counts from 0; a root heads itself)."""
    cells = [row.split() for row in rows]
    text = " ".join(c[0] for c in cells)
    tokens: list[Token] = []
    at = 0
    for i, (word, lemma, tag, pos, dep, _) in enumerate(cells):
        tokens.append(Token(i, at, word, word.lower(), lemma, tag, pos, dep))
        at += len(word) + 1
    for token, cell in zip(tokens, cells, strict=True):
        token.head = tokens[int(cell[5])]
        if token.head is not token:
            token.head.children.append(token)
    for token in tokens:
        for above in token.ancestors():
            above.left, above.right = min(above.left, token.left), max(above.right, token.right)
    sentences = [_sentence(0, tokens)]
    return Reading(Document(source="test", text=text), _article(text, published), blocks_of(text), tokens, sentences)


@cache
def parser() -> Parser:
    """The default model, loaded once a test run."""
    return Parser(tables=tables())


@cache
def tables() -> Tables:
    """The package's tables, loaded once a test run."""
    return Tables()


def parsed(text: str, *, published: str | None = None) -> Reading:
    """A reading of clean text with the model's grammar and nothing else filled in."""
    blocks = blocks_of(text)
    tokens, sentences = next(parser().parse([(text, blocks)]))
    return Reading(Document(source="test", text=text), _article(text, published), blocks, tokens, sentences)


def _article(text: str, published: str | None) -> Article:
    given = Published(value=published, from_="given", why="given by the test") if published else None
    return Article(text=text, published=given)


def _sentence(number: int, tokens: list[Token]) -> Sentence:
    first, last = tokens[0], tokens[-1]
    root = next((t for t in tokens if t.head is t), first)
    return Sentence(
        number=number, start=first.start, end=last.end, first=first.i, last=last.i + 1, root=root, block=0, heading=False
    )
