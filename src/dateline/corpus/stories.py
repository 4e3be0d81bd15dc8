"""Stories: articles that are copies of one another, from pairs that share text.

A copy that was cut stands whole in a longer one; an article merged of two stories holds parts of both, and belongs to the
one it has most of, but never joins the two; a follow-up that repeats old paragraphs as background is no copy.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec


class Bounds(msgspec.Struct, frozen=True, kw_only=True):
    """Shares of a text from which on two articles are one story."""

    whole: float = 0.8  # alike with all that is common on their sites: the same page
    both: float = 0.55  # of the longer one too: a copy
    part: float = 0.6  # of the shorter one: a part
    piece: float = 0.3  # of the shorter one: perhaps a piece of what was merged
    merged: float = 0.7  # of an article, by pieces of two stories
    second: float = 0.15  # of it, by the second
    least: int = 4  # numbers shared
    evidence: float = 0.2  # of the shorter one with all that its site repeats: what is shared beside that


BOUNDS = Bounds()


class Shared(NamedTuple):
    """Two articles, by number, the earlier one first, their sizes and what they share, all without what sites repeat.

    `shorter` is the size of the shorter one with that, `whole` how alike they are with that.
    """

    a: int
    b: int
    a_size: int
    b_size: int
    both: int
    shorter: int
    whole: float


class Copy(NamedTuple):
    """An article of a story: the number of the story's earliest article, how alike, and copy, part or merged."""

    article: int
    story: int
    similarity: float
    kind: str


def find_stories(shared: Iterable[Shared], bounds: Bounds = BOUNDS) -> list[Copy]:
    """The stories of more than one article, in the order of articles; the same whatever the order of pairs."""
    pairs = sorted(s for s in shared if _counts(s, bounds))
    held: dict[int, list[Shared]] = {}
    sizes: dict[int, int] = {}
    groups = Groups()
    for pair in pairs:
        if _short_share(pair) >= bounds.piece or _same_page(pair, bounds):
            for article, size in ((pair.a, pair.a_size), (pair.b, pair.b_size)):
                held.setdefault(article, []).append(pair)
                sizes[article] = size
        if _alike(pair, bounds):
            groups.join(pair.a, pair.b)
    merged: set[int] = set()
    between = {(p.a, p.b): p.both for p in pairs}
    for article in sorted(held, key=lambda n: (sizes[n], n)):
        pieces = _pieces(article, [p for p in held[article] if not {p.a, p.b} & merged], groups)
        if _is_merged(pieces, sizes[article], between, bounds):
            merged.add(article)
            groups.join(article, pieces[0].article)
        else:
            for piece in pieces:
                if piece.size <= sizes[article] and piece.both >= bounds.part * piece.size:
                    groups.join(article, piece.article)
    return list(_copies(held, groups, merged, bounds))


class _Piece(NamedTuple):
    """What an article shares with the one of a group that it shares most with."""

    article: int
    size: int
    both: int


def _pieces(article: int, pairs: list[Shared], groups: Groups) -> list[_Piece]:
    """The pieces of an article, one a group, the largest first."""
    others = [_Piece(p.b, p.b_size, p.both) if p.a == article else _Piece(p.a, p.a_size, p.both) for p in pairs]
    found: dict[int, _Piece] = {}
    for piece in sorted(others, key=lambda o: (-o.both, o.size, o.article)):
        found.setdefault(groups.of(piece.article), piece)
    return list(found.values())


def _is_merged(pieces: list[_Piece], size: int, between: dict[tuple[int, int], int], bounds: Bounds) -> bool:
    """Whether an article is pieces of two stories, and little else; pieces that share text are of one."""
    if len(pieces) < 2:
        return False
    one, other = pieces[:2]
    shared = between.get((min(one.article, other.article), max(one.article, other.article)), 0)
    return (
        one.both + other.both >= bounds.merged * size
        and other.both >= bounds.second * size
        and one.both < bounds.whole * size
        and shared < other.both / 2
    )


def _counts(pair: Shared, bounds: Bounds) -> bool:
    """Whether a pair shares enough to say anything."""
    return pair.both >= max(bounds.least, bounds.evidence * pair.shorter) or _same_page(pair, bounds)


def _same_page(pair: Shared, bounds: Bounds) -> bool:
    """The same page again and again: nearly all of it is what its site repeats, and the rest is the same too."""
    return pair.whole >= bounds.whole and pair.both >= bounds.both * max(pair.a_size, pair.b_size)


def _short_share(pair: Shared) -> float:
    """How much of the shorter one stands in the longer one."""
    return pair.both / max(min(pair.a_size, pair.b_size), 1)


def _alike(pair: Shared, bounds: Bounds) -> bool:
    long_share = pair.both / max(pair.a_size, pair.b_size, 1)
    return _same_page(pair, bounds) or (_short_share(pair) >= bounds.part and long_share >= bounds.both)


def _copies(held: dict[int, list[Shared]], groups: Groups, merged: set[int], bounds: Bounds) -> Iterator[Copy]:
    joined: dict[int, list[int]] = {}
    for article in sorted(held):
        joined.setdefault(groups.of(article), []).append(article)
    story_of = {n: story[0] for members in joined.values() for story in _unchained(members, held, bounds) for n in story}
    for article, story in sorted(story_of.items()):
        if article == story:
            yield Copy(article, story, 1.0, "copy")
            continue
        inside = [p for p in held[article] if story_of.get(p.a) == story_of.get(p.b)]
        similarity = max(max(p.both / max(p.a_size if p.a == article else p.b_size, 1), p.whole) for p in inside)
        kind = "merged" if article in merged else "copy" if any(_alike(p, bounds) for p in inside) else "part"
        yield Copy(article, story, round(similarity, 3), kind)


def _unchained(members: list[int], held: dict[int, list[Shared]], bounds: Bounds) -> Iterator[list[int]]:
    """The members that share text with the earliest; then the same of those that are left.

    A story that is written on from day to day would else become one with what it began as, of which no word is left.
    """
    todo = [members]
    while todo:
        first, *others = todo.pop()
        near = {n for p in held[first] for n in (p.a, p.b)}
        story = [first, *(n for n in others if n in near)]
        if len(story) > 1:
            yield story
        todo += _connected([n for n in others if n not in near], held, bounds)


def _connected(members: list[int], held: dict[int, list[Shared]], bounds: Bounds) -> list[list[int]]:
    """Members that are joined by pairs among themselves, in groups."""
    groups, among = Groups(), set(members)
    for member in members:
        for pair in held[member]:
            if {pair.a, pair.b} <= among and (_short_share(pair) >= bounds.part or _same_page(pair, bounds)):
                groups.join(pair.a, pair.b)
    found: dict[int, list[int]] = {}
    for member in members:
        found.setdefault(groups.of(member), []).append(member)
    return [group for group in found.values() if len(group) > 1]


class Groups:
    """What belongs together: a group is known by its lowest number."""

    def __init__(self) -> None:
        self._above: dict[int, int] = {}

    def of(self, number: int) -> int:
        """The group of a number."""
        top = number
        while (above := self._above.get(top, top)) != top:
            top = above
        while (above := self._above.get(number, number)) != top:
            self._above[number] = top
            number = above
        return top

    def join(self, one: int, other: int) -> int:
        """Makes two groups one."""
        low, high = sorted((self.of(one), self.of(other)))
        self._above[high] = low
        return low
