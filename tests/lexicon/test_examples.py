"""Marks in example sentences become offsets into the plain sentence."""

from __future__ import annotations

import pytest

from dateline.lexicon import Example, Mark, parse_example


@pytest.mark.parametrize(
    ("marked", "plain", "marks"),
    [
        ("Nobody travelled.", "Nobody travelled.", ()),
        ("{actor:Lavrov} flew.", "Lavrov flew.", (Mark("actor", 0, 6),)),
        (
            "{actor:The envoy} {verb:arrived} in {recipient:Oslo}.",
            "The envoy arrived in Oslo.",
            (Mark("actor", 0, 9), Mark("verb", 10, 17), Mark("recipient", 21, 25)),
        ),
        ("Talks in {place:Çankırı} ended.", "Talks in Çankırı ended.", (Mark("place", 9, 16),)),
        ("A price of {5} euros.", "A price of {5} euros.", ()),
    ],
)
def test_marks(marked: str, plain: str, marks: tuple[Mark, ...]) -> None:
    assert parse_example(marked) == Example(plain, marks)
    for mark in marks:
        assert "{" not in plain[mark.start : mark.end]
