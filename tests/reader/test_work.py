"""Texts that nobody wrote for people are read in bounded work: twice the length is about twice the work.

Work is counted in Python calls of the rooms, not in seconds, so that a busy machine fails no test.
"""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

import pytest

from build_reader import reader
from dateline.article.limits import LONGEST
from dateline.reader import as_document
from dateline.record import Problem, Record

NEWS = (
    "On Friday the Kenyan foreign minister, Amina Odhiambo, said that “we will reopen the border with Somalia by May 2019”. "
)
# What it is, the text, and how often it stands in the shorter of the two texts.
TEXTS = [
    ("one paragraph of news", NEWS, 20),
    ("a sentence in a sentence", "agreed to agree to ", 150),
    ("who said that who said", "said that he said ", 300),
    ("years", "2016 ", 700),
    ("days", "March 3, 2016, ", 500),
    ("weekdays", "on Monday ", 700),
    ("towns", "Oslo, Nairobi, Lima, ", 250),
    ("coordination", "Kenya and Peru and ", 500),
    ("dashes", "- ", 3_000),
    ("brackets", "(", 3_000),
    ("quotation marks", '" ', 3_000),
    ("promises", "The envoy promised to send aid to Somalia. ", 150),
]
_MORE = 2.6  # twice the text, and what batches, sentences and pieces of a text differ by


class _Calls:
    """Counts calls of Python functions while it is on."""

    def __init__(self) -> None:
        self.count = 0

    def __enter__(self) -> _Calls:
        self._before = sys.getprofile()
        sys.setprofile(self._note)
        return self

    def __exit__(self, *_: object) -> None:
        sys.setprofile(self._before)

    def _note(self, _frame: FrameType, event: str, _arg: Any) -> None:
        self.count += event == "call"


def read(text: str) -> tuple[Record | Problem, int]:
    with _Calls() as calls:
        *_, found = reader().read_documents([as_document(text)])
    return found, calls.count


@pytest.mark.parametrize(("text", "times"), [t[1:] for t in TEXTS], ids=[t[0] for t in TEXTS])
def test_twice_the_text_is_twice_the_work(text: str, times: int) -> None:
    opening = NEWS if text != NEWS else ""
    read(opening + text * 10)  # what is looked up once and kept
    found, work = read(opening + text * times)
    longer, more = read(opening + text * (2 * times))
    assert isinstance(found, Record), found
    assert isinstance(longer, Record), longer
    assert more < _MORE * work, f"{work:,} calls, then {more:,}"


@pytest.mark.parametrize("text", [NEWS * (LONGEST // len(NEWS) + 1), "a" * (LONGEST + 1), "1 " * LONGEST])
def test_what_is_no_single_article_is_refused_without_being_read(text: str) -> None:
    found, work = read(text)
    assert isinstance(found, Problem)
    assert "more than any article" in found.what
    assert work < 3_000


def test_ten_thousand_quotation_marks_end() -> None:
    found, _ = read(NEWS + "“" * 10_000)
    assert isinstance(found, Record)
    assert any(s.speaker_span is not None for s in found.statements)
