from __future__ import annotations

import pytest

from dateline.article.keywords import is_tag_line, keywords_in_line, tidy_keywords


@pytest.mark.parametrize("line", ["Anna Roe, Oslo, Norway, Peace Talks", "Syria, Bashar al-Assad, Battle of Aleppo"])
def test_a_row_of_names_is_a_tag_line(line: str) -> None:
    assert is_tag_line(line)


@pytest.mark.parametrize(
    "line",
    ["Oslo, Norway", "Rain, hail and snow fell in Oslo, Bergen and Narvik.", "Talks fail, envoys leave, war goes on", ""],
)
def test_other_lines_are_not(line: str) -> None:
    assert not is_tag_line(line)


def test_keywords_are_tidied() -> None:
    assert keywords_in_line("Tags: Geneva, peace talks; geneva, #Syria") == ["Geneva", "peace talks", "Syria"]
    assert tidy_keywords([" ", "...", "Oslo."]) == ["Oslo"]
