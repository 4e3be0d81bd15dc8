"""Sites and villages in no table lie beside the places named with them."""

from __future__ import annotations

import pytest

from build import parsed, tables
from dateline.places import build
from dateline.record import Place

FIND = build(tables())


def found(text: str) -> dict[str, Place]:
    return {m.text: p for p in FIND(parsed(text)) for m in p.mentions}


@pytest.mark.parametrize(
    ("text", "name", "resolution", "country"),
    [
        ("A bomb went off at the Al-Quds Hospital in Idlib.", "Al-Quds Hospital", "feature", "SYR"),
        ("People fled the village of Kafr Bulbul near Homs.", "Kafr Bulbul", "city", "SYR"),
        ("The fair is held in Tinytownville, Ohio.", "Tinytownville", "city", "USA"),
    ],
)
def test_an_unknown_site_is_put_beside_a_known_place(text: str, name: str, resolution: str, country: str) -> None:
    place = found(text)[name]
    assert (place.resolution, place.country, place.geonames) == (resolution, country, None)
    assert "in no table" in place.why


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He works for Memorial Hospital in Idlib.", "Memorial Hospital"),
        ("Russian soldiers entered a Syrian village near Homs.", "Syrian"),
        ("She spoke at the Al-Quds Hospital.", "Al-Quds Hospital"),
    ],
)
def test_without_a_place_beside_it_or_a_word_of_place_there_is_none(text: str, name: str) -> None:
    assert name not in found(text)
