"""Promises, threats, acceptances and terms of deals that no word of promising tells."""

from __future__ import annotations

import pytest

from build_reader import reader


def found(text: str) -> list[tuple[str, str]]:
    record = reader().read(text, published="2024-05-20")
    return [(c.kind, c.action.text) for c in record.commitments]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Under the accord, Peru will cut its tariffs.", ("agreement", "cut its tariffs")),
        ("Peru and Chile signed a treaty. In return Chile is to open its ports.", ("agreement", "open its ports")),
        ("The jets will be sent by June, the Dutch defence minister said.", ("promise", "The jets will be sent by June")),
        ('"We are going to close the camp," the Kenyan president said.', ("promise", "close the camp")),
        ("Hungary's premier warned that he would veto the budget.", ("threat", "veto the budget")),
        ("Turkey said it would block the pact unless Sweden apologised.", ("threat", "block the pact")),
        ("Egypt invited Libya to a summit. Libya said it would come.", ("acceptance", "come")),
        ("Norway will send doctors to Mali.", ("promise", "send doctors to Mali")),
        ("The Tunisian president said his country would leave the pact.", ("promise", "leave the pact")),
        ("The Finnish minister said no soldier would be sent to Mali.", ("refusal", "sent to Mali")),
        ("Quito promised the miners that it would not raise the tax.", ("promise", "not raise the tax")),
        ("The ministers pledged that no refugee would be sent back.", ("promise", "no refugee would be sent back")),
        ("A spokesman for Hezbollah said the group would disarm its men.", ("promise", "disarm its men")),
        ("Unions in Chad said they would shut the ports if wages were not paid.", ("threat", "shut the ports")),
        ("Under the truce, Hamas must free its hostages.", ("agreement", "free its hostages")),
        ("Peru demanded an answer, but Chile refused.", ("refusal", "refused")),
        ("Spain ruled out sending troops.", ("refusal", "sending troops")),
    ],
)
def test_frame_and_speaker_decide_the_kind(text: str, expected: tuple[str, str]) -> None:
    assert expected in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Reporters asked whether Norway would send doctors to Mali.",
        '"We would be better off without them," the Kenyan president said.',
        "The minister will visit Cairo on Tuesday.",
        "Norway would have sent doctors to Mali.",
        "If the port opens, Oman will join the pact.",
        "Families won't read the book.",
        "The ministry would not confirm the report.",
        "It is impossible to ignore the king.",
        "What will Norway send to Mali?",
    ],
)
def test_questions_forecasts_and_schedules_bind_nobody(text: str) -> None:
    assert found(text) == []
