"""Sites and small towns that no table knows, placed beside the places round them.

"A blast hit the Al-Noor Hospital in Idlib" names a hospital in no gazetteer; what kind of name it is shows in its last word,
and where it lies in the places named beside it.  The same holds for "the village of Kafr Zayta" and "Tinytown, Ohio".
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import Literal, NamedTuple

from dateline.places.atlas import Candidate
from dateline.places.choose import Choice
from dateline.places.names import Name, is_capital
from dateline.places.words import Words
from dateline.record import Reading, Token

_LONGEST = 7
_WIDE = frozenset({"country", "territory", "world", "sea"})


class Unknown(NamedTuple):
    """A name without a place of its own: tokens, what it is, and the place it lies beside."""

    first: int
    last: int
    start: int
    end: int
    key: str
    kind: Literal["site", "town"]
    beside: Choice


def find_unknown(
    reading: Reading,
    names: Sequence[Name],
    choices: Sequence[Choice],
    surnames: frozenset[str],
    adjectives: Container[str],
    words: Words,
) -> list[Unknown]:
    """All such names, each with the place beside it; none where the article names no place at all."""
    if not names:
        return []
    scene = _Scene(names, choices)
    found: list[Unknown] = []
    kinds: dict[str, Unknown] = {}
    runs = list(_runs(reading, scene, words))
    for first, last in runs:
        made = _made(reading, first, last, scene, surnames, adjectives, words)
        if made is not None:
            found.append(made)
            kinds.setdefault(made.key, made)
    for first, last in runs:
        start, end = reading.tokens[first].start, reading.tokens[last - 1].end
        known = kinds.get(reading.article.text[start:end])
        if known is not None and known.kind == "town" and all(f.start != start for f in found):
            found.append(known._replace(first=first, last=last, start=start, end=end))
    return sorted(found, key=lambda f: f.start)


class _Scene:
    """The known names by token, and the place that the article mostly plays in."""

    def __init__(self, names: Sequence[Name], choices: Sequence[Choice]) -> None:
        self.names, self.choices = names, choices
        self.at = {t: n for n, name in enumerate(names) for t in range(name.first, name.last)}
        counts: dict[Candidate, int] = {}
        for choice in choices:
            if choice.place.resolution in {"city", "feature"} and choice.place.kind not in _WIDE:
                counts[choice.place] = counts.get(choice.place, 0) + 1
        best = max(counts.items(), key=lambda c: c[1], default=None)
        self.main = best[0] if best else None

    def beside(self, tokens: Sequence[Token], first: int, last: int) -> Choice:
        """The place inside the run, else directly after it, else nearest in its sentence, else the article's own."""
        for t in range(first, last):
            if t in self.at:
                return self.choices[self.at[t]]
        near = self._nearest(tokens, first, last)
        if near is not None and near.place.kind not in _WIDE:
            return near
        if self.main is not None:
            return Choice(self.main, "")
        return near or self.choices[0]

    def _nearest(self, tokens: Sequence[Token], first: int, last: int) -> Choice | None:
        best, found = 99, None
        sentence = tokens[first].sentence
        for name, choice in zip(self.names, self.choices, strict=True):
            if name.first < 0 or tokens[name.first].sentence != sentence:
                continue
            gap = name.first - last if name.first >= last else first - name.last + 3
            gap += 12 if choice.place.kind in _WIDE else 0
            if gap < best:
                best, found = gap, choice
        return found


def _runs(reading: Reading, scene: _Scene, words: Words) -> Iterator[tuple[int, int]]:
    """Token ranges of capitals that are not a known place as a whole."""
    tokens = reading.tokens
    for sentence in reading.sentences:
        i = sentence.first
        while i < sentence.last:
            if not _opens(tokens[i], words):
                i += 1
                continue
            j = i + 1
            while j < sentence.last and (
                is_capital(tokens[j])
                or (tokens[j].lower in {"of", "the", "'s", "’s", "-", "and"} and _goes_on(tokens, j, sentence.last))
            ):
                j += 1
            if j - i <= _LONGEST and not (i in scene.at and j - 1 in scene.at and _covered(scene, i, j)):
                yield i, j
            i = j


def _opens(token: Token, words: Words) -> bool:
    return is_capital(token) and token.text[0].isalpha() and token.tag[:2] in {"NN", "JJ", "CD", "FW"}


def _goes_on(tokens: Sequence[Token], j: int, last: int) -> bool:
    if tokens[j].lower == "and":
        return False
    k = j + 1
    if tokens[j].lower == "of" and k < last and tokens[k].lower == "the":
        k += 1
    return k < last and is_capital(tokens[k])


def _covered(scene: _Scene, first: int, last: int) -> bool:
    return all(t in scene.at for t in range(first, last))


def _made(
    reading: Reading,
    first: int,
    last: int,
    scene: _Scene,
    surnames: frozenset[str],
    adjectives: Container[str],
    words: Words,
) -> Unknown | None:
    tokens = reading.tokens
    before = tokens[first - 1] if first and tokens[first - 1].sentence == tokens[first].sentence else None
    if before is not None and before.lower in {"the", "a", "an"}:
        before = tokens[first - 2] if first > 1 and tokens[first - 2].sentence == tokens[first].sentence else None
    after = tokens[last] if last < len(tokens) and tokens[last].sentence == tokens[first].sentence else None
    if tokens[last - 1].text in adjectives:
        return None
    kind = _kind(tokens, first, last, before, after, scene, words)
    if kind is None:
        return None
    start, end = tokens[first].start, tokens[last - 1].end
    key = reading.article.text[start:end]
    if kind == "town" and (
        last - first > 3 or key.lower().split()[-1] in surnames or any(t in scene.at for t in range(first, last))
    ):
        return None
    return Unknown(first, last, start, end, key, kind, scene.beside(tokens, first, last))


def _kind(
    tokens: Sequence[Token], first: int, last: int, before: Token | None, after: Token | None, scene: _Scene, words: Words
) -> Literal["site", "town"] | None:
    at = before is not None and before.lower in {"in", "at", "near", "outside", "inside", "around"}
    head = tokens[last - 1].lower
    if last - first > 1 and head in words.facilities and at:
        return "site"
    if before is not None and before.lower == "of" and first > 1:
        noun = tokens[before.i - 1]
        if (
            noun.lower
            in {
                "village",
                "town",
                "hamlet",
                "villages",
                "towns",
                "suburb",
                "settlement",
                "city",
                "neighbourhood",
                "neighborhood",
            }
            and noun.tag[0] == "N"
        ):
            return "town"
    if after is not None and after.lower in {"village", "town", "neighbourhood", "neighborhood", "suburb"} and at:
        return "town"
    if (
        at
        and before is not None
        and before.lower != "of"
        and after is not None
        and after.text == ","
        and last + 1 in scene.at
    ):
        outer = scene.choices[scene.at[last + 1]].place
        if outer.kind in {"division", "admin1", "district", "admin2"}:
            return "town"
    return None
