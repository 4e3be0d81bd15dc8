"""Pronouns: agreement, clause, nearness; unsure is nobody."""

from __future__ import annotations

import pytest

from entities.casts import cast, linked


@pytest.mark.parametrize(
    ("text", "name", "pronoun", "same"),
    [
        ("Anna Berg met Ivan Sorokin. She left early.", "Anna Berg", "She", True),
        ("Anna Berg met Ivan Sorokin. He left early.", "Ivan Sorokin", "He", True),
        ("Anna Berg met Ivan Sorokin. He left early.", "Anna Berg", "He", False),
        ("Ivan Sorokin said that Boris Belov had kept his word.", "Boris Belov", "his", True),
        ("Ivan Sorokin thanked Boris Belov for his help.", "Boris Belov", "his", True),
        ("Ivan Sorokin urged Boris Belov to use his influence.", "Boris Belov", "his", True),
        ("Ivan Sorokin hit him.", "Ivan Sorokin", "him", False),
        ("Moscow said it would wait.", "Moscow", "it", True),
        ("Japan sent its troops home.", "Japan", "its", True),
        ("The treaty failed. Its text was secret. Japan was told.", "Japan", "Its", False),
        ("It rained in Japan.", "Japan", "It", False),
    ],
)
def test_pronoun(text: str, name: str, pronoun: str, same: bool) -> None:
    assert linked(text, name, pronoun) is same


def test_their_is_both() -> None:
    found = cast("Peru and Chile reopened their border.")
    assert [e.name for e in found.entities if any(m.text == "their" for m in e.mentions)] == ["Peru", "Chile"]
