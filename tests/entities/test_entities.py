"""The room as a whole: a sentence and who is in it."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

import build
from dateline import entities
from dateline.record import Cast


@cache
def _find() -> Any:
    return entities.build(build.tables())


def cast(text: str, published: str | None = None) -> Cast:
    found: Cast = _find()(build.parsed(text, published=published))
    return found


@pytest.mark.parametrize(
    ("text", "words", "country", "sector"),
    [
        ("Turkish Foreign Minister Selim Aydin left on Monday.", "Selim Aydin", "TUR", "GOV"),
        ("Selim Aydin, the foreign minister of Turkey, left on Monday.", "Selim Aydin", "TUR", "GOV"),
        ("Ivan Sorokin, a spokesman for the Kremlin, denied it.", "Ivan Sorokin", "RUS", "GOV"),
        ("Burmese troops crossed the river.", "Burmese troops", "MMR", "MIL"),
        ("Moscow's envoy left the hall.", "Moscow's envoy", "RUS", "GOV"),
        ("Police in Kenya fired tear gas.", "Police", "KEN", "COP"),
        ("The gunmen fled.", "The gunmen", None, "UAF"),
        ("Villagers fled.", "Villagers", None, "CVL"),
        ("Former Kenyan ministers met.", "Former Kenyan ministers", "KEN", "ELI"),
    ],
)
def test_phrase_has_country_and_sector(text: str, words: str, country: str | None, sector: str) -> None:
    found = [e for e in cast(text).entities if any(m.text == words for m in e.mentions)]
    assert [(e.country, e.sector) for e in found] == [(country, sector)]


def test_two_countries_before_one_noun_are_two_entities() -> None:
    found = cast("Senior Hungarian and Romanian officials met on Monday.")
    assert [(e.country, e.sector) for i in found.by_token[4] for e in [found.get(i)]] == [("HUN", "GOV"), ("ROU", "GOV")]


@pytest.mark.parametrize(("text", "is_state"), [("Tokyo said it would wait.", True), ("He lives in Tokyo.", False)])
def test_capital_is_its_state_only_where_it_acts(text: str, is_state: bool) -> None:
    assert any(e.country == "JPN" for e in cast(text).entities) is is_state
