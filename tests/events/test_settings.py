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
        ("Kenyan police arrested a man believed to have smuggled arms into Somalia.", None, None),
        ("The Kenyan premier criticised the plans for the 2026 census.", None, None),
        ("Kenya praised the envoy who was wounded in Aleppo in 2019.", None, None),
        ("Two Kenyan soldiers were killed when a bomb went off in Mombasa.", "Mombasa", None),
        ("Turkey and Greece held talks on the developments in Aleppo.", None, None),
    ],
)
def test_place_and_time_are_the_clauses_own(text: str, place: str | None, time: str | None) -> None:
    assert setting(text) == (place, time)
