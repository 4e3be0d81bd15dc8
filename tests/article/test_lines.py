from __future__ import annotations

from build import tables
from dateline.article.furniture import Furniture
from dateline.article.lines import is_closed, split_lines

furniture = Furniture(tables())

WRAPPED = """The foreign ministers of the two republics met on Monday in the border
town of Lagodekhi to discuss the reopening of the road that floods had
closed in the spring.

They agreed to send engineers to the pass before the end of the month,
officials on both sides said after the meeting, which lasted for about
three hours.
"""


def test_hard_wrapped_lines_become_paragraphs() -> None:
    lines = split_lines(WRAPPED, furniture)
    assert [line.text.split()[0] for line in lines] == ["The", "They"]
    assert all(WRAPPED[line.start : line.end] == line.text for line in lines)


def test_a_line_a_paragraph_stays_a_line() -> None:
    text = "The envoy left for Rome on Monday.\nHe will be back by Friday, an aide said.\nTalks go on without him."
    assert len(split_lines(text, furniture)) == 3


def test_lines_stand_where_they_stood() -> None:
    text = "\n   The envoy left.   \n\n\tHe flew to Rome.\n"
    lines = split_lines(text, furniture)
    assert [text[line.start : line.end] for line in lines] == ["The envoy left.", "He flew to Rome."]


def test_lines_that_stand_twice_are_marked() -> None:
    caption = "A ferry crosses the strait at dawn"
    prose = "The ferry line will close in May, the minister said on Monday, and reopen a year later under a new owner."
    lines = split_lines(f"{caption}\n{caption}\n{prose}", furniture)
    assert [line.repeated for line in lines] == [True, True, False]


def test_sentences_end_in_many_ways() -> None:
    assert all(is_closed(s) for s in ("He left.", "He left?”", '"Go!"', "Gone (for now).", "他走了。", "Left.[3]"))
    assert not any(is_closed(s) for s in ("A Way Out", "He said:", "Geneva, talks"))
