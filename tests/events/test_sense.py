"""What only sounds like politics: advice, idle words, one's own affairs, people nobody names."""

from __future__ import annotations

import pytest
from coded import main_events, told


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan minister said farmers should plant more trees.",
        "The French premier said the budget must be passed by Friday.",
        "The Kenyan envoy would not say when the fleet would sail.",
        "The Kenyan senator is seeking a third term in office.",
        "The Kenyan premier defended his record.",
        "The Kenyan army is prepared to face any attack.",
        "Egypt can never be taken lightly.",
        "Staff at the Kenyan ministry are on alert.",
        "The Kenyan gunman shot himself.",
        "Four people were killed when a fire broke out at a hotel in Nairobi.",
        "The Kenyan minister spoke to a crowd of villagers.",
        "The Kenyan minister ordered a beer.",
        "The Kenyan prince could not recall meeting her.",
        "The aircraft landed in Kenya.",
    ],
)
def test_is_no_main_event(text: str) -> None:
    assert main_events(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "actor", "recipient"),
    [
        ("The French envoy said Libya must disarm.", "REQUEST", ["French envoy"], ["Libya"]),
        ("The Russian envoy said the attacks on Syria must stop.", "REQUEST", ["Russian envoy"], ["Syria"]),
        ("Kenya received an offer of talks from Uganda.", "AGREE", ["Uganda"], ["Kenya"]),
        (
            "Kenyan and Ugandan ministers will hold talks on Sudan in Cairo.",
            "AGREE",
            ["ministers of Kenya", "ministers of Uganda"],
            [],
        ),
        ("Kenya massed troops near the border.", "MOBILIZE", ["Kenya"], []),
    ],
)
def test_who_is_party_and_who_is_not(text: str, kind: str, actor: list[str], recipient: list[str]) -> None:
    assert told(text) == (kind, actor, recipient)


def test_a_word_rules_out_only_in_its_own_clause() -> None:
    assert [e.type for e in main_events("Rebels attacked the army after the minister gave a speech in Lagos.")] == [
        "ASSAULT"
    ]
