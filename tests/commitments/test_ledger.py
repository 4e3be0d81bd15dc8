"""What is promised, by whom, until when, on what terms; and what is no commitment."""

from __future__ import annotations

import pytest

from build_reader import reader
from dateline.record import Commitment, Record


def ledger(text: str) -> tuple[Record, list[Commitment]]:
    record = reader().read(text, published="2024-05-20")
    return record, list(record.commitments)


@pytest.mark.parametrize(
    ("text", "kind", "action"),
    [
        ("Turkey promised to reopen the crossing.", "promise", "reopen the crossing"),
        ("Kenya said it would withdraw its troops from Somalia.", "promise", "withdraw its troops from Somalia"),
        ("Iran and Iraq agreed to reopen the border.", "agreement", "reopen the border"),
        ("The pope invited the Cuban president to visit Rome.", "invitation", "visit Rome"),
        ("Serbia refused to extradite the general.", "refusal", "extradite the general"),
        ("Hungary said it would not send weapons to Ukraine.", "refusal", "send weapons to Ukraine"),
        ("Iran threatened to close the strait.", "threat", "close the strait"),
        ("The Thai king ordered the army to leave the town.", "instruction", "leave the town"),
        ("China demanded that Japan withdraw the plan.", "demand", "withdraw the plan"),
    ],
)
def test_kind_and_words_of_the_action(text: str, kind: str, action: str) -> None:
    _, found = ledger(text)
    assert (kind, action) in [(c.kind, c.action.text) for c in found]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya hopes to reopen the crossing.",
        "The minister said prices would rise.",
        "Turkey reopened the crossing.",
        "Turkey did not promise to reopen the crossing.",
        "Analysts said Kenya would lose the case.",
        "Kenya might send troops to Somalia.",
    ],
)
def test_hopes_forecasts_and_reports_bind_nobody(text: str) -> None:
    assert ledger(text)[1] == []


def test_due_date_and_condition_stand_beside_the_action() -> None:
    record, found = ledger("Norway promised to send doctors to Mali by June 3 if the rebels observe the truce.")
    assert [t.text for t in record.times if t.id == found[0].due] == ["June 3"]
    assert found[0].condition is not None
    assert found[0].condition.text == "if the rebels observe the truce"


def test_a_commitment_told_twice_is_entered_once() -> None:
    text = "Turkey promised to reopen the crossing.\n\nTurkey has promised to reopen the crossing, its minister said."
    found = ledger(text)[1]
    assert [len(c.told) for c in found if c.kind == "promise"] == [1]


def test_links_lead_to_event_and_statement() -> None:
    record, found = ledger('"We will send doctors to Mali," the Norwegian premier said.')
    assert {s.id for s in record.statements} >= {c.statement for c in found if c.statement}
    assert found[0].statement is not None
