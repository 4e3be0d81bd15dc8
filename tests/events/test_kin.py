"""Objects that no rule names count by the class of those it names, where a party with a public part acts."""

from __future__ import annotations

import pytest
from coded import main_events


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Norway ratified the concordat.", ["SUPPORT"]),
        ("The baker ratified the concordat.", []),
        ("Norway ratified the pancake.", []),
    ],
)
def test_the_class_of_the_object_decides(text: str, types: list[str]) -> None:
    assert [e.type for e in main_events(text)] == types
