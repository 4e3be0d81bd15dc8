from __future__ import annotations

import pytest

from build import tables
from dateline.article.printed_date import build_date, build_stamp

find = build_date(tables())
is_stamp = build_stamp(tables())


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published March 4, 2022", "2022-03-04"),
        ("4 Mar. 2022, 10:15", "2022-03-04"),
        ("Friday, 16th December 2016", "2016-12-16"),
        ("Fri, Apr 28 20232:23 PM EDT", "2023-04-28"),
        ("2022-03-04T10:15:00Z", "2022-03-04"),
        ("24.12.2021", "2021-12-24"),
        ("03/25/2021", "2021-03-25"),
        ("03/04/2021", None),  # March or April
        ("February 31, 2022", None),
        ("in May", None),
    ],
)
def test_finds_a_day(line: str, day: str | None) -> None:
    assert find(line) == day


@pytest.mark.parametrize("line", ["June 30, 2026 - 4.34pm", "11:00 AM PDT • May 16, 2024", "Updated 3 March 2022 9:15 GMT"])
def test_a_stamp_is_a_date_and_little_else(line: str) -> None:
    assert is_stamp(line)


@pytest.mark.parametrize("line", ["They met on May 16, 2024 in Rome", "Accord of 3 March 2022 in full", "Three days in May"])
def test_a_line_with_a_date_in_it_is_no_stamp(line: str) -> None:
    assert not is_stamp(line)
