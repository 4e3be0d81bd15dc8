"""What PLOVER makes of an event by its status, and of what is asked, refused or threatened."""

from __future__ import annotations

import pytest
from coded import main_events


@pytest.mark.parametrize(
    ("text", "type_", "act"),
    [
        ("The Greek premier visited Egypt.", "CONSULT", None),
        ("The Greek premier will visit Egypt.", "AGREE", "CONSULT"),
        ("Oslo sent food to Mali.", "AID", None),
        ("Oslo will send food to Mali.", "AGREE", "AID"),
        ("Russia withdrew its troops from Georgia.", "RETREAT", None),
        ("Russia will withdraw its troops from Georgia.", "CONCEDE", "RETREAT"),
        ("Turkey plans to expel the Dutch diplomats.", "THREATEN", "SANCTION"),
        ("Iran said it would not release the sailors.", "REJECT", "RETREAT"),
        ("Serbia refused to extradite the general to Croatia.", "REJECT", "COOPERATE"),
        ("Iran threatened to bomb the Saudi port.", "THREATEN", "ASSAULT"),
        ("Peru and Chile failed to reach an agreement.", "REJECT", "AGREE"),
    ],
)
def test_status_rewrites_the_type_and_keeps_the_act(text: str, type_: str, act: str | None) -> None:
    event = main_events(text)[0]
    assert (event.type, event.act.type if event.act else None) == (type_, act)


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("France demanded the release of the Malian journalists.", "yield"),
        ("Egypt refused to meet the Israeli premier.", "meet"),
        ("Iran threatened to bomb the Saudi port.", "violence"),
        ("Turkey threatened to break off relations with Sweden.", "relations"),
    ],
)
def test_the_act_gives_requests_refusals_and_threats_their_mode(text: str, mode: str) -> None:
    assert main_events(text)[0].mode == mode


def test_plain_appeals_and_demands_have_codes_of_their_own() -> None:
    assert (main_events("Oman urged Iran to disarm.")[0].cameo or "").startswith("02")
    assert (main_events("Oman demanded that Iran disarm.")[0].cameo or "").startswith("10")
