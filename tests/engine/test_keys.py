"""What makes two documents the same."""

from __future__ import annotations

from typing import Any

import pytest

from dateline.engine.keys import key_of, origin_of
from dateline.record import Document, Problem

TEXT = "Kenya and Uganda signed a border treaty."


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ({"source": "copy/b.txt"}, True),
        ({"notes": ("the encoding was guessed",)}, True),
        ({"text": f"{TEXT} "}, False),
        ({"id": "2"}, False),
        ({"url": "https://example.org/1"}, False),
        ({"published": "2016"}, False),
        ({"text": None, "html": TEXT}, False),
    ],
)
def test_a_document_is_the_same_wherever_it_lies(other: dict[str, Any], same: bool) -> None:
    first = {"source": "a.txt", "text": TEXT}
    assert (key_of(Document(**first)) == key_of(Document(**{**first, **other}))) is same


def test_problems_have_keys_and_halves_of_characters_do_no_harm() -> None:
    assert key_of(Problem(source="a", what="x", mend="y")) != key_of(Problem(source="b", what="x", mend="y"))
    assert len(key_of(Document(source="a", text="\ud83d"))) == 16


@pytest.mark.parametrize(
    ("source", "origin"),
    [
        ("docs.jsonl:17", "docs.jsonl"),
        ("page.txt", "page.txt"),
        ("https://example.org/a", "https://example.org/a"),
        (":17", ":17"),
    ],
)
def test_origin(source: str, origin: str) -> None:
    assert origin_of(source) == origin
