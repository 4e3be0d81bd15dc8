"""Which place of a name is meant."""

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
        ("Troops left Tripoli, Lebanon, at dawn.", "Tripoli", "LBN", None),
        ("Libyan rebels entered Tripoli and Misrata.", "Tripoli", "LBY", None),
        ("A fire broke out in Springfield, Illinois.", "Springfield", "USA", "Illinois"),
        ("The crash in Hammond, Ind., killed two.", "Hammond", "USA", "Indiana"),
        ("Voters in Athens and Atlanta went to the polls, Georgia officials said.", "Atlanta", "USA", "Georgia"),
        ("The states of Texas and Georgia sued.", "Georgia", "USA", None),
        ("Armenia and Georgia opened the crossing.", "Georgia", "GEO", None),
        ("Deaths were reported in Niger, Nigeria and Chad.", "Niger", "NER", None),
        ("Farms in Washington state burned.", "Washington", "USA", None),
        ("Police in Perth said the Australian had drowned near Fremantle.", "Perth", "AUS", "Western Australia"),
        ("The Kyiv government denied it.", "Kyiv", "UKR", None),
        ("Peking and Saigon exchanged envoys.", "Peking", "CHN", None),
    ],
)
def test_the_text_decides(text: str, name: str, country: str, admin1: str | None) -> None:
    place = found(text)[name]
    assert place.country == country
    assert admin1 is None or place.admin1 == admin1
    assert place.why


def test_washington_the_state_and_the_city_are_two_places_of_one_text() -> None:
    places = FIND(parsed("He left Washington, D.C., on Monday. Washington state sent more troops."))
    assert {p.resolution for p in places if "Washington" in p.name} == {"city", "region"}


@pytest.mark.parametrize(
    ("text", "name", "resolution", "country"),
    [
        ("A deal was struck in Egypt.", "Egypt", "country", "EGY"),
        ("Ships crossed the Black Sea.", "Black Sea", "feature", None),
        ("War in the Middle East spread.", "Middle East", "region", None),
        ("Protests in Catalonia grew.", "Catalonia", "region", "ESP"),
        ("Japan claims Etorofu.", "Etorofu", "feature", "RUS"),
        ("Ministers from Kosovo came.", "Kosovo", "country", "XKX"),
        ("A strike hit the Gaza Strip.", "Gaza Strip", "region", "PSE"),
        ("Inspectors went to Natanz.", "Natanz", "feature", "IRN"),
    ],
)
def test_each_kind_has_its_resolution(text: str, name: str, resolution: str, country: str | None) -> None:
    place = found(text)[name]
    assert (place.resolution, place.country) == (resolution, country)
    assert place.lat is not None


def test_all_names_of_one_place_are_one_place() -> None:
    places = FIND(parsed("Britain voted. The UK left. The United Kingdom paid."))
    assert [(p.country, len(p.mentions)) for p in places] == [("GBR", 3)]


def test_ids_follow_the_text() -> None:
    places = FIND(parsed("From Rome they flew to Oslo, and from Oslo to Riga."))
    assert [p.id for p in places] == ["p1", "p2", "p3"]
    assert [p.name for p in places] == ["Rome", "Oslo", "Riga"]
    assert [len(p.mentions) for p in places] == [1, 2, 1]


@pytest.mark.parametrize(
    ("text", "name", "admin1"),
    [
        ("The council in Peru, Ind., met. Peru residents objected.", "Peru", "Indiana"),
        ("A Salisbury man drowned near Cambridge, Md.", "Salisbury", "Maryland"),
        ("They are held in Kansas City, Kan., until trial.", "Kansas City", "Kansas"),
        ("LEBANON, Tenn. - Deputies arrested a man. He was jailed in Lebanon.", "Lebanon", "Tennessee"),
    ],
)
def test_local_news_means_the_town_near_by(text: str, name: str, admin1: str) -> None:
    assert found(text)[name].admin1 == admin1


def test_a_small_town_abroad_that_nothing_points_to_is_none() -> None:
    assert "Zara" not in found("The owner of Zara opened shops in Madrid and Bilbao.")
