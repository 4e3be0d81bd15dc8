"""Texts as numbers: the same words give the same numbers, whatever stands around, beside or between them."""

from __future__ import annotations

from itertools import pairwise

import pytest

from dateline.corpus.shingles import sketches

TEXT = (
    "The harbour master said on Sunday that forty boats had left before dawn, carrying flour and seed potatoes to the "
    "islands; nobody knew when the ferry would run again, and the mayor’s office did not answer."
)


def numbers(*texts: str) -> list[set[int]]:
    found, starts = sketches(texts)
    return [set(found[a:b].tolist()) for a, b in pairwise(starts)]


@pytest.mark.parametrize(
    "other",
    [
        TEXT.upper(),
        TEXT.replace(" ", "\n\n"),
        TEXT.replace("’", "'").replace(",", " —").replace(";", " …"),
        f"“{TEXT}”",
        TEXT.replace(" ", "\N{NO-BREAK SPACE}"),
    ],
)
def test_case_spaces_and_marks_do_not_count(other: str) -> None:
    one, two = numbers(TEXT, other)
    assert one == two
    assert len(one) > 3


def test_a_part_keeps_what_the_whole_keeps() -> None:
    part, whole = numbers(TEXT, f"Nothing else happened in the town that day. {TEXT} Rain fell until noon on all the hills.")
    assert part < whole


@pytest.mark.parametrize(("texts", "sizes"), [([], []), ([""], [0]), (["", "one two", "."], [0, 0, 0])])
def test_texts_without_shingles_have_no_numbers(texts: list[str], sizes: list[int]) -> None:
    assert [len(n) for n in numbers(*texts)] == sizes


def test_numbers_are_the_same_in_any_company_and_on_any_machine() -> None:
    alone = numbers(TEXT)[0]
    assert numbers("Åland’s post", TEXT, "\ud83d half a character", TEXT)[1::2] == [alone, alone]
    assert numbers(*([TEXT] * 2000))[-1] == alone
    assert sum(alone) % 1_000_003 == 712697, "other numbers need another VERSION in shingles.py"
