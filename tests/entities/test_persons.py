"""Personal names: tables, titles, appositions, shape; surnames by date and country."""

from __future__ import annotations

import pytest

from entities.casts import at, cast, linked


@pytest.mark.parametrize(
    ("text", "words", "country", "sector", "role"),
    [
        ("Turkish Foreign Minister Selim Aydin left.", "Selim Aydin", "TUR", "GOV", "foreign minister"),
        ("Selim Aydin, the foreign minister of Turkey, left.", "Selim Aydin", "TUR", "GOV", "foreign minister"),
        ("The foreign minister of Turkey, Selim Aydin, left.", "Selim Aydin", "TUR", "GOV", "foreign minister"),
        ("Ivan Sorokin, a spokesman for the Kremlin, denied it.", "Ivan Sorokin", "RUS", "GOV", "spokesman"),
        ("Former Chilean president Ana Rojas died.", "Ana Rojas", "CHL", "ELI", "president"),
        ("Gen. Tomas Varga of Hungary retired.", "Tomas Varga", "HUN", "MIL", "gen"),
        ("Anna Berg is a professor.", "Anna Berg", None, "EDU", "professor"),
        ("Opposition leader Kofi Badu of Ghana spoke.", "Kofi Badu", "GHA", "OPP", "opposition leader"),
    ],
)
def test_text_says_who(text: str, words: str, country: str | None, sector: str, role: str) -> None:
    assert [(e.kind, e.country, e.sector, e.role) for e in at(text, words)] == [("person", country, sector, role)]


@pytest.mark.parametrize(
    ("text", "published", "name", "sector"),
    [
        ("Merkel met Hollande.", "2014-05-02", "Angela Merkel", "GOV"),
        ("President Bush spoke.", "1990-09-01", "George H. W. Bush", "GOV"),
        ("President Bush spoke.", "2005-09-01", "George W. Bush", "GOV"),
        ("Tony Blair spoke.", "2016-01-01", "Tony Blair", "ELI"),
        ("Tony Blair spoke.", "2001-01-01", "Tony Blair", "GOV"),
    ],
)
def test_table_by_date(text: str, published: str, name: str, sector: str) -> None:
    found = [e for e in cast(text, published).entities if e.kind == "person"]
    assert (found[0].name, found[0].sector) == (name, sector)


@pytest.mark.parametrize(
    "text",
    [
        "The Khyber Pass was closed.",
        "Lake Victoria rose.",
        "They met at Etlaq on Friday.",
        "The Geneva Conference opened.",
        "North Carolina voted.",
    ],
)
def test_no_person(text: str) -> None:
    assert not [e for e in cast(text).entities if e.kind == "person"]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Staffan Ekholm spoke. Ekholm then left.", "Staffan Ekholm", "Ekholm"),
        ("Pedro de Molina spoke. De Molina then left.", "Pedro de Molina", "De Molina"),
        ("Omar Haddad was arrested. Omar never hurt anyone.", "Omar Haddad", "Omar"),
        ("President Akufo spoke. Nana Akufo, 61, won in May.", "Akufo", "Nana Akufo"),
        ("Mr. Tanaka spoke. Kenji Tanaka, a lawyer, won.", "Tanaka", "Kenji Tanaka"),
    ],
)
def test_short_names_are_the_same_person(text: str, first: str, second: str) -> None:
    assert linked(text, first, second)


def test_company_and_unknown_speaker_are_bodies() -> None:
    assert [(e.kind, e.sector) for e in at("Brandel Systems cut jobs.", "Brandel Systems")] == [("organization", "BUS")]
    assert [(e.kind, e.sector) for e in at("KVTX said it would appeal.", "KVTX")] == [("organization", None)]
