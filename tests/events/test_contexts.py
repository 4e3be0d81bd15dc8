"""PLOVER's contexts from words, types and sectors."""

from __future__ import annotations

import pytest
from coded import main_events


@pytest.mark.parametrize(
    ("text", "context", "other"),
    [
        ("Iran rejected the inspection of its uranium plant by Britain.", "cbrn", "cyber"),
        ("Russia launched a cyber attack on Estonia.", "cyber", "health"),
        ("Mexico extradited the cocaine trafficker to the United States.", "illegal_drugs", "election"),
        ("Kenya granted asylum to Sudanese refugees.", "asylum", "cbrn"),
    ],
)
def test_words_bring_their_context_and_no_other(text: str, context: str, other: str) -> None:
    contexts = main_events(text)[0].contexts
    assert context in contexts
    assert other not in contexts
