"""Quotation marks: pairs by paragraph, nested, carried over, odd ones."""

from __future__ import annotations

import pytest

from build import blocks_of
from dateline.statements.marks import find_quotations


def words(text: str) -> list[str]:
    return [text[q.first : q.last] for q in find_quotations(text, blocks_of(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('"We go," she said.', ["We go,"]),
        ("“We go,” she said. “Now.”", ["We go,", "Now."]),
        ("''We go,'' she said.", ["We go,"]),
        ("``We go,'' she said.", ["We go,"]),
        ("«Nous allons», dit-elle.", ["Nous allons"]),
        ("'We go,' she said.", ["We go,"]),
        ("‘We go,’ she said.", ["We go,"]),
        ("\"He told me 'no' twice,\" she said.", ["He told me 'no' twice,"]),
        ("“He told me “no” twice,” she said.", ["He told me “no” twice,"]),
        ('"We go,"she said.', ["We go,"]),
    ],
)
def test_pairs_of_every_kind(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The ministers' plan for the '90s wasn't late.",
        "It's the envoys' turn, isn't it?",
        'A 6" pipe and a 4" pipe.',
        "No marks at all.",
        "",
    ],
)
def test_apostrophes_and_inches_are_no_quotations(text: str) -> None:
    assert words(text) == []


def test_a_quotation_runs_over_paragraphs_that_open_with_a_mark() -> None:
    text = '"We came to talk to them.\n"We leave with a paper," the envoy said.'
    first, second = find_quotations(text, blocks_of(text))
    assert (first.closed, first.carried) == (False, False)
    assert (second.closed, second.carried) == (True, True)


@pytest.mark.parametrize(
    "text",
    [
        'A stray " stands here.\n"We go," she said.',
        'The pipe is 6" wide.\n"We go," she said.',
        'He said "no.\n"We go," she said.',
        'He left." \n"We go," she said.',
    ],
)
def test_an_odd_mark_spoils_nothing_after_its_paragraph(text: str) -> None:
    assert "We go," in words(text)
