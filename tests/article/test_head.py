from __future__ import annotations

import pytest

from build import tables
from dateline.article import Clean, build
from dateline.record import Article, Document

clean = build(tables())

MENU = ["Home", "World", "Business", "Sport", "Opinion", "Log in", "Subscribe"]
BODY = [
    "The envoys of Norway and Chile met in Oslo on Monday and agreed that the fishing talks would go on for another week.",
    "Nobody had left the table, the Norwegian minister said, and both fleets would stay in port as long as talks went on.",
    "The Chilean envoy told reporters that a treaty on fishing grounds could be signed before the end of the year.",
]
FOOT = ["Share", "Tweet", "Related stories", "Ferry runs aground off Bergen", "© 2021 The Paper. All rights reserved."]


def article(*head: str) -> Article:
    found = clean(Document(source="x", text="\n".join([*MENU, *head, *BODY, *FOOT])))
    assert isinstance(found, Clean)
    assert found.article.text.startswith(BODY[0])
    return found.article


TITLE = "Norway and Chile go on with fishing talks"


@pytest.mark.parametrize(
    "head",
    [
        (TITLE, "By Anna Roe", "March 3, 2021"),
        (TITLE, "Envoys of Norway and Chile agree to talk for another week about fishing", "By Anna Roe", "3 March 2021"),
        ("Europe", TITLE, "March 3, 2021", "By Anna Roe"),
        (TITLE, "Ask an Envoy", "Ask an Envoy", "By Anna Roe", "March 3, 2021"),
    ],
)
def test_the_title_stands_above_summary_and_byline(head: tuple[str, ...]) -> None:
    assert article(*head).title == TITLE


def test_a_question_may_be_the_title() -> None:
    found = article("What is the fishing treaty and why does it matter?", "Photo: Paul Loe")
    assert found.title == "What is the fishing treaty and why does it matter?"


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("March 3, 2021", "2021-03-03"),
        ("3 March 2021 • Oslo, Norway", "2021-03-03"),
        ("Wednesday 3 March 2021 9:22 am", "2021-03-03"),
        ("Updated 1:39 am EST, Wednesday, March 3, 2021", "2021-03-03"),
        ("By Anna Roe on Wednesday, March 3rd, 2021 at 11:04 a.m.", "2021-03-03"),
        ("By Anna Roe 2021-03-03T12:48:14Z World", "2021-03-03"),
        ("by Anna Roe — March 3, 2021", "2021-03-03"),
        ("2 minute readMarch 3, 20212:26 PM GMT+2Last Updated 9 min ago", "2021-03-03"),
        ("3 de marzo de 2021", "2021-03-03"),
        ("Posted on Maret 3, 2021 by Admin", "2021-03-03"),
        ("The treaty of May 4, 1998 on fishing grounds", None),
        ("1 day ago", None),
    ],
)
def test_the_date_printed_in_the_head_is_read(line: str, date: str | None) -> None:
    found = article(TITLE, line).published
    assert (found.value if found else None) == date


@pytest.mark.parametrize(
    ("head", "names"),
    [
        ((TITLE, "By Anna Roe", "March 3, 2021"), ("Anna Roe",)),
        ((TITLE, "March 3, 2021", "Anna Roe@annaroe"), ("Anna Roe",)),
        ((TITLE, "Anna Roe", "Share"), ("Anna Roe",)),
        ((TITLE, "By Associated Press", "March 3, 2021"), ("Associated Press",)),
        ((TITLE, "March 3, 2021"), ()),
    ],
)
def test_the_byline_is_read(head: tuple[str, ...], names: tuple[str, ...]) -> None:
    assert article(*head).byline == names
