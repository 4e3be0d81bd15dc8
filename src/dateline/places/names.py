"""Finds names of places in the tokens: runs of capitals that some place bears as its name, the longest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dateline.places.atlas import Atlas, Candidate
from dateline.places.fold import fold
from dateline.places.words import Words
from dateline.record import Reading, Sentence, Token

_LONGEST = 7  # tokens of a name
_CLOSED_TAGS = frozenset({"DT", "IN", "PRP", "PRP$", "CC", "WDT", "WRB", "WP", "MD", "TO", "UH", "EX", "PDT"})


class Name(NamedTuple):
    """Tokens `first` to `last` (end exclusive) that some place bears as its name, and the places."""

    first: int
    last: int
    start: int
    end: int
    key: str
    candidates: tuple[Candidate, ...]
    heading: bool


def find_names(reading: Reading, atlas: Atlas, words: Words) -> list[Name]:
    """All names in order, none inside another."""
    found: list[Name] = []
    for sentence in reading.sentences:
        tokens = reading.tokens[sentence.first : sentence.last]
        found += _in_sentence(reading, sentence, tokens, atlas, words)
    return found


def is_capital(token: Token) -> bool:
    """Whether the word opens with a capital."""
    return token.text[0].isupper()


def _in_sentence(
    reading: Reading, sentence: Sentence, tokens: Sequence[Token], atlas: Atlas, words: Words
) -> Iterator[Name]:
    i, end = 0, len(tokens)
    while i < end:
        token = tokens[i]
        if not is_capital(token) and not _opens_small(tokens, i, words):
            i += 1
            continue
        if token.lower in words.closed and (token.tag in _CLOSED_TAGS or not _next_is_name(tokens, i)):
            i += 1
            continue
        name = _longest(reading, sentence, tokens, i, atlas, words)
        if name is None:
            i += 1
        else:
            yield name
            i = name.last - sentence.first


def _next_is_name(tokens: Sequence[Token], i: int) -> bool:
    return i + 1 < len(tokens) and (is_capital(tokens[i + 1]) or tokens[i + 1].text in "-–" or tokens[i + 1].lower == "of")


def _opens_small(tokens: Sequence[Token], i: int, words: Words) -> bool:
    """`al-Tanf`, `el-Arish`: the article is small, the name is not."""
    return (
        tokens[i].lower in words.articles and i + 2 < len(tokens) and tokens[i + 1].text == "-" and is_capital(tokens[i + 2])
    )


def _longest(
    reading: Reading, sentence: Sentence, tokens: Sequence[Token], i: int, atlas: Atlas, words: Words
) -> Name | None:
    ends = []
    for j in range(i, min(i + _LONGEST, len(tokens))):
        token = tokens[j]
        if is_capital(token) or (j > i and token.text[0].isdigit()):
            ends.append(j)
        elif j > i and token.lower not in words.joiners:
            break
    if not ends and _opens_small(tokens, i, words):
        ends = [i + 2]
    text = reading.article.text
    for j in reversed(ends):
        first, last = tokens[i], tokens[j]
        if j > i and last.text in {"'s", "’s"}:
            continue
        key = fold(text[first.start : last.end])
        if not key or (i == j and key in words.closed):
            continue
        candidates = atlas.find(key)
        if candidates and not _wrong_case(first, last, key, candidates):
            return Name(first.i, last.i + 1, first.start, last.end, key, candidates, sentence.heading)
    return None


def _wrong_case(first: Token, last: Token, key: str, candidates: tuple[Candidate, ...]) -> bool:
    """`WHO`, `AIDS`, `It`: short all-capital or all-small words are names only where our own tables have them so."""
    if first is not last or len(key) > 3:
        return False
    own = [c for c in candidates if c.own]
    if first.text.replace(".", "").isupper() and len(key) > 1:
        return not own
    return len(key) <= 2
