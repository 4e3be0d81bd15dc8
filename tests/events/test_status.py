"""Statuses against the project's own gold of marked sentences."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from build_reader import reader
from dateline.record import Document, Reading

GOLD = Path(__file__).with_name("status_gold.tsv")
_MARK = re.compile(r"\{([^{}]*)\}")


def gold() -> list[tuple[str, str, list[str]]]:
    """Status, plain sentence, the marked words."""
    rows = [line.split("\t") for line in GOLD.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [(status, _MARK.sub(r"\1", text), _MARK.findall(text)) for status, text in rows]


def found_status(reading: Reading, words: list[str]) -> str | None:
    """The status of the event at a marked word, None where none is coded."""
    for event in reading.events:
        if any(w in event.trigger.text.split() for w in words):
            return event.status
    return None


@pytest.fixture(scope="module")
def judged() -> list[tuple[str, str | None, str]]:
    rows = gold()
    documents = [Document(source=f"gold {n}", text=text, published="2024-05-20") for n, (_, text, _) in enumerate(rows)]
    readings = [r for r in reader().readings(documents) if isinstance(r, Reading)]
    assert len(readings) == len(rows)
    return [(want, found_status(r, words), text) for (want, text, words), r in zip(rows, readings, strict=True)]


def test_nine_of_ten_coded_events_have_the_right_status(judged: list[tuple[str, str | None, str]]) -> None:
    coded = [(want, got, text) for want, got, text in judged if got is not None]
    wrong = [row for row in coded if row[0] != row[1]]
    assert len(wrong) <= 0.1 * len(coded), wrong


def test_most_marked_events_are_coded_at_all(judged: list[tuple[str, str | None, str]]) -> None:
    missed = [text for _, got, text in judged if got is None]
    assert len(missed) <= 0.12 * len(judged), missed
