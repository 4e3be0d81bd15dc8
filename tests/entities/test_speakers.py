"""I and we inside quotation marks are the speaker."""

from __future__ import annotations

import pytest

from entities.casts import cast, linked


@pytest.mark.parametrize(
    "text",
    [
        '"I will resign," Ivan Sorokin said.',
        'Ivan Sorokin said: "I will resign."',
        '"It is late," Ivan Sorokin said. "I will resign."',
        "“I will resign,” said Ivan Sorokin.",
    ],
)
def test_speaker(text: str) -> None:
    assert linked(text, "Ivan Sorokin", "I")


def test_outside_marks_i_is_nobody() -> None:
    assert not any(m.text == "I" for e in cast("I met Ivan Sorokin, he said.").entities for m in e.mentions)
