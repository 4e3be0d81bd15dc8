"""Texts cut at the bounds of findings."""

from __future__ import annotations

import pytest

from dateline.web.sheet.card import Card, Spot, Value
from dateline.web.sheet.marks import paragraphs_of


def card(id: str, *spots: tuple[int, int]) -> Card:
    return Card(id=id, label="label", title=(Value("name"),), spots=tuple(Spot(s, e) for s, e in spots))


def cut(text: str, *cards: Card) -> list[tuple[str, str]]:
    return [(s.text, " ".join(s.ids)) for p in paragraphs_of(text, cards) for s in p.segments]


@pytest.mark.parametrize(
    ("cards", "pieces"),
    [
        ([], [("Putin met Abe", "")]),
        ([card("n1", (0, 5))], [("Putin", "n1"), (" met Abe", "")]),
        ([card("n1", (0, 5)), card("p1", (0, 5))], [("Putin", "n1 p1"), (" met Abe", "")]),
        ([card("s1", (0, 9)), card("n1", (6, 13))], [("Putin ", "s1"), ("met", "n1 s1"), (" Abe", "n1")]),
        ([card("s1", (0, 13)), card("e1", (6, 9))], [("Putin ", "s1"), ("met", "e1 s1"), (" Abe", "s1")]),
        ([card("n1", (0, 5), (10, 13))], [("Putin", "n1"), (" met ", ""), ("Abe", "n1")]),
    ],
    ids=["nothing", "one", "same words", "crossing", "inside", "twice"],
)
def test_overlapping_findings_share_the_pieces_they_share(cards: list[Card], pieces: list[tuple[str, str]]) -> None:
    assert cut("Putin met Abe", *cards) == pieces


@pytest.mark.parametrize("text", ["One\n\nTwo\nThree", "\n\nOne\n", "", "One"])
def test_no_character_is_lost_but_line_ends(text: str) -> None:
    lines = ["".join(s.text for s in p.segments) for p in paragraphs_of(text, [card("s1", (0, len(text)))] if text else [])]
    assert lines == [line for line in text.split("\n") if line]


def test_a_heading_is_known_by_where_it_begins() -> None:
    assert [p.heading for p in paragraphs_of("One\nTwo\nThree", [], [4])] == [False, True, False]


def test_what_is_long_has_a_sign_where_it_begins_and_once() -> None:
    (paragraph,) = paragraphs_of("Putin met Abe", [card("s1", (0, 5), (10, 13)), card("n1", (0, 5))])
    assert [[o.id for o in s.opens] for s in paragraph.segments] == [["s1"], [], []]


def test_offsets_count_characters_beyond_the_first_plane() -> None:
    assert cut("😀 Abe", card("n1", (2, 5))) == [("😀 ", ""), ("Abe", "n1")]
