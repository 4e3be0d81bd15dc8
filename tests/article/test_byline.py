from __future__ import annotations

import pytest

from build import tables
from dateline.article.byline import Byline, build_byline, join_names

read = build_byline(tables())


@pytest.mark.parametrize(
    ("line", "names", "place"),
    [
        ("By Anna Roe", ("Anna Roe",), None),
        ("BY ANNA ROE AND PAUL LOE", ("Anna Roe", "Paul Loe"), None),
        ("By Anna Roe in Kyiv", ("Anna Roe",), "Kyiv"),
        ("By Anna Roe, Paul Loe and Jo van der Low", ("Anna Roe", "Paul Loe", "Jo van der Low"), None),
        ("By Anna Roe, New Delhi", ("Anna Roe",), "New Delhi"),
        ("By Anna Roe, Staff Writer", ("Anna Roe",), None),
        ("Anna Roe | The Associated Press", ("Anna Roe",), None),
        ("Written by: Anna Roe (anna@example.org)", ("Anna Roe",), None),
        ("By Martin King, Jr.", ("Martin King Jr",), None),
        ("By Anna Roe Apr. 28, 2023 1:15 pm", ("Anna Roe",), None),
        ("By Anna Roe 30 August 2023 • 4:45pm", ("Anna Roe",), None),
        ("By Anna Roe 7 hours ago", ("Anna Roe",), None),
        ("By Anna Roe on Monday, November 18th, 2019 at 11:04 a.m.", ("Anna Roe",), None),
        ("By Anna RoeTwitter", ("Anna Roe",), None),
        ("Anna Roe Political Correspondent", ("Anna Roe",), None),
        ("By Anna May Roe", ("Anna May Roe",), None),
        ("By April Roe", ("April Roe",), None),
        ("By Associated Press", ("Associated Press",), None),
        ("By Anna Roe, Associated Press", ("Anna Roe",), None),
        ("Reuters", (), None),
        ("By our correspondents", (), None),
        ("https://example.org/anna", (), None),
    ],
)
def test_reads_names(line: str, names: tuple[str, ...], place: str | None) -> None:
    assert read(line) == Byline(names, place)


def test_a_shorter_form_of_a_name_is_dropped() -> None:
    assert join_names([Byline(("Anna Roe",)), Byline(("Anna Roe Loe", "Jo Low"))]) == ("Anna Roe Loe", "Jo Low")
