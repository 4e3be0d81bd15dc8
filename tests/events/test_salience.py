"""Which events a sentence is about, and which only colour it."""

from __future__ import annotations

import pytest
from coded import main_events, record_of


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Kenya condemned the attack on the Somali army.", ["ACCUSE"]),
        ("After attacking the camp, Sudanese rebels released the hostages.", ["RETREAT"]),
        ("Officials said Sudanese rebels attacked the army.", ["ASSAULT"]),
        ("The Greek premier, who met the king on Monday, praised Egypt.", ["SUPPORT"]),
    ],
)
def test_the_main_clause_counts_and_the_rest_is_kept_aside(text: str, types: list[str]) -> None:
    assert [e.type for e in main_events(text)] == types


@pytest.mark.parametrize(
    "text",
    [
        "Israel is considering bombing the Syrian base.",
        "The ministry declined to comment on the Iranian plan.",
        "Iran denied charges that it attacked the Saudi port.",
        "The firm met the deadline.",
        "The storm hit Cuba.",
    ],
)
def test_what_is_weighed_denied_or_private_is_never_main(text: str) -> None:
    assert main_events(text) == []


def test_one_act_told_twice_is_one_event() -> None:
    events = main_events("Sudanese rebels attacked the army, killing two soldiers.")
    assert [e.type for e in events] == ["ASSAULT"]


def test_headings_are_not_coded() -> None:
    body = "Kenya has sent food to Mali, officials said on Monday in Nairobi."
    text = f"{body}\n\nKenya Attacks Mali\n\nThe ministry gave no figure, and the minister left."
    assert all(e.type != "ASSAULT" for e in record_of(text).events)
