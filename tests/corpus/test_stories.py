"""Stories from pairs that share text."""

from __future__ import annotations

import random

import pytest

from dateline.corpus.stories import Groups, Shared, find_stories


def pair(a: int, b: int, a_size: int, b_size: int, both: int, *, shorter: int = 0, whole: float = 0.0) -> Shared:
    return Shared(a, b, a_size, b_size, both, shorter or min(a_size, b_size), whole)


def kinds(pairs: list[Shared]) -> dict[int, tuple[int, str]]:
    return {c.article: (c.story, c.kind) for c in find_stories(pairs)}


COPY = (0, "copy")


@pytest.mark.parametrize(
    ("pairs", "found"),
    [
        ([pair(0, 1, 80, 80, 70)], {0: COPY, 1: COPY}),
        ([pair(0, 1, 80, 30, 28)], {0: COPY, 1: (0, "part")}),
        ([pair(0, 1, 80, 80, 30)], {}),  # a follow-up with some old paragraphs
        ([pair(0, 1, 4, 4, 3)], {}),  # too little to say
        ([pair(0, 1, 6, 6, 5, shorter=60, whole=0.5)], {}),  # beside what their sites repeat hardly anything is left
        ([pair(0, 1, 2, 2, 2, shorter=60, whole=0.98)], {0: COPY, 1: COPY}),  # the same page, of which all is repeated
        ([pair(0, 1, 8, 8, 0, shorter=60, whole=0.85)], {}),  # the same mould, filled anew each day
    ],
)
def test_what_is_a_copy(pairs: list[Shared], found: dict[int, tuple[int, str]]) -> None:
    assert kinds(pairs) == found


def test_an_article_merged_of_two_stories_does_not_join_them() -> None:
    pairs = [pair(0, 4, 80, 90, 50), pair(1, 4, 80, 90, 35), pair(0, 2, 80, 80, 75), pair(1, 3, 80, 80, 75)]
    assert kinds(pairs) == {0: COPY, 2: COPY, 4: (0, "merged"), 1: (1, "copy"), 3: (1, "copy")}


def test_a_short_article_merged_of_two_stories_belongs_to_the_first() -> None:
    pairs = [pair(0, 2, 90, 50, 27), pair(1, 2, 90, 50, 20)]
    assert kinds(pairs) == {0: COPY, 2: (0, "merged")}


def test_a_part_of_what_is_merged_is_not_joined_through_it() -> None:
    pairs = [pair(0, 3, 80, 90, 55), pair(1, 3, 80, 90, 33), pair(1, 2, 80, 30, 30), pair(2, 3, 30, 90, 30)]
    assert kinds(pairs)[2] == (1, "part")
    assert kinds(pairs)[3] == (0, "merged")


def test_a_story_written_on_from_day_to_day_is_not_chained() -> None:
    pairs = [pair(n, n + 1, 80, 80, 65) for n in range(5)] + [pair(n, n + 2, 80, 80, 20) for n in range(4)]
    found = kinds(pairs)
    assert found[0] == found[1] == COPY
    assert {story for story, _ in found.values()} == {0, 2, 4}


def test_copies_of_one_length_stay_together_however_many() -> None:
    assert {c.story for c in find_stories(pair(0, n, 80, 80, 70) for n in range(1, 500))} == {0}


def test_the_order_of_pairs_does_not_matter() -> None:
    rng = random.Random(3)
    pairs = [pair(a, b, 60, 80, rng.randint(0, 60)) for a in range(20) for b in range(a + 1, 20)]
    expected = find_stories(pairs)
    for _ in range(5):
        rng.shuffle(pairs)
        assert find_stories(pairs) == expected


def test_a_group_is_known_by_its_lowest_number() -> None:
    groups = Groups()
    for one, other in ((5, 3), (9, 5), (2, 9), (7, 8)):
        groups.join(one, other)
    assert [groups.of(n) for n in (2, 3, 5, 9, 7, 8, 4)] == [2, 2, 2, 2, 7, 7, 4]
