"""The words of actions, their conditions and due dates."""

from __future__ import annotations

import pytest

from build_reader import reader


@pytest.mark.parametrize(
    ("text", "action", "due", "condition"),
    [
        ("Mali promised to free them as soon as Niger apologises.", "free them", None, "as soon as Niger apologises"),
        ("Chad ordered schools to close and sent the army into the town.", "close", None, None),
        ("Iran demanded an end to sanctions.", "an end to sanctions", None, None),
        ("Oslo agreed to set up a fund, ending a week of talks.", "set up a fund", None, None),
        ("Peru signed a treaty with Chile on Friday.", "a treaty with Chile", None, None),
        ("Peru pledged to close the mine by June 30.", "close the mine by June 30", "June 30", None),
        (
            "If Khartoum agrees, Kenya will send a mediator, its president said.",
            "send a mediator",
            None,
            "If Khartoum agrees",
        ),
    ],
)
def test_words_due_date_and_condition(text: str, action: str, due: str | None, condition: str | None) -> None:
    record = reader().read(text, published="2024-05-20")
    first = record.commitments[0]
    times = {t.id: t.text for t in record.times}
    assert first.action.text == action
    assert times.get(first.due or "") == due
    assert (first.condition.text if first.condition else None) == condition
