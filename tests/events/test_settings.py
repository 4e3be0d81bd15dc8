"""Where and when an event happened, by grammar."""

from __future__ import annotations

import pytest
from coded import record_of


def setting(text: str) -> tuple[str | None, str | None]:
    record = record_of(text)
    event = next(e for e in record.events if e.salience == "main")
    places = {p.id: p.name for p in record.places}
    times = {t.id: t.value for t in record.times}
    return places.get(event.place or ""), times.get(event.time or "")


@pytest.mark.parametrize(
    ("text", "place", "time"),
    [
        ("The Greek premier met the Egyptian president in Geneva on Friday.", "Geneva", "2024-05-17"),
        ("On May 3, Kenyan police arrested students in Mombasa.", "Mombasa", "2024-05-03"),
        ("Kenya condemned Uganda.", None, None),
        ("Turkey and Greece held talks on the developments in Aleppo.", None, None),
    ],
)
def test_place_and_time_are_the_clauses_own(text: str, place: str | None, time: str | None) -> None:
    assert setting(text) == (place, time)
