"""Plural descriptions gather those named before."""

from __future__ import annotations

import pytest

from entities.casts import cast


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        (
            "President Ivan Sorokin met Prime Minister Anna Berg. The two leaders spoke for an hour.",
            "The two leaders",
            ["Ivan Sorokin", "Anna Berg"],
        ),
        ("India and Pakistan talked. Both countries want peace.", "Both countries", ["India", "Pakistan"]),
        ("India and Pakistan talked. China urged both countries to wait.", "both countries", ["India", "Pakistan"]),
        ("Ivan Sorokin met Boris Belov. The two men smiled.", "The two men", ["Ivan Sorokin", "Boris Belov"]),
        ("India was calm. Both countries want peace.", "Both countries", []),
        ("Ivan Sorokin spoke. Leaders of other parties left.", "Leaders", ["Leaders"]),
    ],
)
def test_gathered(text: str, words: str, names: list[str]) -> None:
    assert [e.name for e in cast(text).entities if any(m.text == words for m in e.mentions)] == names
