"""Sentences and the places in them."""

from __future__ import annotations

import pytest

from build import parsed, tables
from dateline.places import build
from dateline.record import Place

FIND = build(tables())


def found(text: str) -> dict[str, Place]:
    return {m.text: p for p in FIND(parsed(text)) for m in p.mentions}


@pytest.mark.parametrize(
    ("text", "name", "country", "admin1"),
    [
        ("Two rockets fell near Homs on Tuesday, Syrian state television said.", "Homs", "SYR", "Homs"),
        ("The plant in Paris, Texas, makes soup.", "Paris", "USA", "Texas"),
        ("She flew from Paris to Berlin for the talks.", "Paris", "FRA", "Île-de-France"),
        ("Tbilisi says Georgia will apply to join the alliance.", "Georgia", "GEO", None),
    ],
)
def test_a_name_means_the_place_the_text_speaks_for(text: str, name: str, country: str, admin1: str | None) -> None:
    place = found(text)[name]
    assert place.country == country
    assert admin1 is None or place.admin1 == admin1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Brett Houston scored twice before the break.", "Houston"),
        ("The Boston Globe broke the story.", "Boston"),
        ("He teaches law at the University of Leeds.", "Leeds"),
        ("Turkish troops crossed the border.", "Turkish"),
    ],
)
def test_a_part_of_another_name_is_no_place(text: str, name: str) -> None:
    assert name not in found(text)
