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
_NAME_TAGS = frozenset({"NNP", "NNPS"})


class Name(NamedTuple):
    """Tokens `first` to `last` (end exclusive) that some place bears as its name, and the places."""

    first: int
    last: int
    start: int
    end: int
    key: str
    candidates: tuple[Candidate, ...]
    heading: bool
    short: bool = False  # an abbreviation after a town and a comma

    @property
    def word(self) -> str:
        """The folded name, without the kind of place that `narrow_names` adds to `key`."""
        return self.key.partition("#")[0]


def narrow_names(tokens: Sequence[Token], names: Sequence[Name], words: Words) -> list[Name]:
    """Names with only the candidates of the kind that the words beside them call for: `Washington state`.

    Such a name gets a key of its own ("washington#state"), so that the city keeps its own place in the same text.
    """
    return [_narrowed(tokens, name, words) for name in names]


def _narrowed(tokens: Sequence[Token], name: Name, words: Words) -> Name:
    if len(name.candidates) < 2 or name.first < 0:
        return name
    for where, token in _beside(tokens, name):
        kinds = words.hints.get((where, token.lower))
        if kinds:
            kept = tuple(c for c in name.candidates if c.kind in kinds)
            if kept and kept[0] is not name.candidates[0] and kept[0].weight > 3:
                return name._replace(candidates=kept, key=f"{name.key}#{kept[0].kind}")
    return name


def _beside(tokens: Sequence[Token], name: Name) -> Iterator[tuple[str, Token]]:
    if name.last < len(tokens):
        yield "after", tokens[name.last]
    if name.first > 1 and tokens[name.first - 1].lower == "of":
        yield "of", tokens[name.first - 2]
    if name.first > 0:
        yield "before", tokens[name.first - 1]


def chains(tokens: Sequence[Token], names: Sequence[Name], words: Words) -> list[list[int]]:
    """Numbers of names that stand in one list: `Homs, Hama and Idlib`."""
    found: list[list[int]] = []
    for n in range(1, len(names)):
        a, b = names[n - 1], names[n]
        gap = tokens[a.last : b.first] if 0 <= a.last < b.first else ()
        joined = 0 < len(gap) < 4 and all(t.lower in words.list_joints for t in gap)
        if joined and tokens[a.first].sentence == tokens[b.first].sentence:
            if found and found[-1][-1] == n - 1:
                found[-1].append(n)
            else:
                found.append([n - 1, n])
    return found


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
        if name is None or (sentence.heading and name.last - name.first == 1 and token.tag not in _NAME_TAGS):
            i += 1  # "A Vote to Come": in a heading every word has a capital
        else:
            yield name
            i = name.last - sentence.first


def _next_is_name(tokens: Sequence[Token], i: int) -> bool:
    return i + 1 < len(tokens) and (is_capital(tokens[i + 1]) or tokens[i + 1].lower in {"-", "–", "of", "'s", "’s"})


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
    short = atlas.abbreviations.get(tokens[i].text) if i > 1 else None
    if short and _takes_short(tokens[i - 2], tokens[i - 1]):
        token = tokens[i]
        return Name(token.i, token.i + 1, token.start, token.end, fold(short[0].name), short, sentence.heading, True)
    for j in reversed(ends):
        first, last = tokens[i], tokens[j]
        if j > i and last.text in {"'s", "’s"}:
            continue
        key = fold(text[first.start : last.end])
        if not key or (i == j and key in words.closed):
            continue
        candidates = atlas.find(key)
        if j > i and candidates and first.lower in words.before and candidates[0].weight < 5 and not candidates[0].own:
            rest = atlas.find(key.partition(" ")[2])
            if rest and rest[0].weight >= 6:  # "South Lebanon" is the south of Lebanon, not a town in Ohio
                continue
        if candidates and not _wrong_case(first, last, key, candidates):
            return Name(first.i, last.i + 1, first.start, last.end, key, candidates, sentence.heading)
    return None


def _takes_short(word: Token, mark: Token) -> bool:
    """`Hammond, Ind.` and `R-Ind.`."""
    return (mark.text == "," and is_capital(word)) or (mark.text in "-–" and word.text in {"R", "D", "I"})


def _wrong_case(first: Token, last: Token, key: str, candidates: tuple[Candidate, ...]) -> bool:
    """`WHO`, `AIDS`, `It`: short all-capital or all-small words are names only where our own tables have them so."""
    if first is not last or len(key) > 3:
        return False
    own = [c for c in candidates if c.own]
    if first.text.replace(".", "").isupper() and len(key) > 1:
        return not own
    return len(key) <= 2
