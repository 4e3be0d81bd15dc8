"""Names of the tables in the text: the longest, with the right capitals, not inside other names."""

from __future__ import annotations

import pytest

from entities.casts import at, cast


@pytest.mark.parametrize(
    ("text", "country", "found"),
    [
        ("The US sent aid.", "USA", True),
        ("They told us nothing.", "USA", False),
        ("Jordan closed its border.", "JOR", True),
        ("Jordan Henderson scored twice.", "JOR", False),
        ("Michael Jordan bought a team.", "JOR", False),
        ("Chad sent troops.", "TCD", True),
        ("Georgia accused Russia of shelling a village near Gori.", "GEO", True),
        ("Police in Savannah, Georgia, arrested two men.", "GEO", False),
        ("Lawmakers in Atlanta said Georgia would vote again.", "GEO", False),
        ("North Korea fired a missile.", "PRK", True),
        ("North Korea fired a missile.", "KOR", False),
    ],
)
def test_states(text: str, country: str, found: bool) -> None:
    assert any(e.country == country for e in cast(text).entities) is found


def test_part_of_a_longer_name_is_no_name() -> None:
    found = at("The Balhari Liberation Front claimed the attack.", "The Balhari Liberation Front")
    assert [(e.kind, e.sector) for e in found] == [("group", "REB")]
