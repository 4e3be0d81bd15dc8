"""Names made comparable."""

from __future__ import annotations

import pytest

from dateline.corpus.naming import Naming, PersonName
from dateline.lexicon import Tables

NAMING = Naming(Tables())


@pytest.mark.parametrize(
    ("one", "other", "country"),
    [
        ("Sergei Orlovsky", "Sergey Orlovskiy", "RUS"),
        ("Mohammed al-Tariq", "Muhammad Tariq", "JOR"),
        ("Dr. Inés Corral", "Ines Corral", "ESP"),
        ("Bill Marten", "William Marten", "GBR"),
        ("Jean-Luc Debray", "Jean Luc Debray", "BEL"),
        ("Han Min-jun", "Han Min Jun", "KOR"),
        ("J.R. Pillar", "J. R. Pillar", "IND"),
        ("Khaled Qadir", "Khalid Kadir", "SYR"),
    ],
)
def test_spellings_of_one_name(one: str, other: str, country: str) -> None:
    assert NAMING.person(one, country) == NAMING.person(other, country) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anton Ivanov", "Antonia Ivanova"),
        ("Ahmad Rahmani", "Mahmud Rahmani"),
        ("Jan Novak", "Jan Novotny"),
        ("Li Wei", "Wei Li"),
        ("George H. Calder", "George W. Calder"),
        ("Maria Keller", "Mario Keller"),
    ],
)
def test_names_that_only_look_alike(one: str, other: str) -> None:
    assert NAMING.person(one, None) != NAMING.person(other, None)


@pytest.mark.parametrize(
    ("name", "country", "parts"),
    [
        ("Keller", None, PersonName("keler", "", "")),
        ("A. Keller", None, PersonName("keler", "a", "")),
        ("Zhao Lin", "CHN", PersonName("jao", "lin", "")),
        ("Zhao Lin", "USA", PersonName("lin", "jao", "")),
        ("Anna Maria Holm", "SWE", PersonName("holm", "ana", "m")),
        ("spokesman", "RUS", None),
        ("Gen.", None, None),
        ("“ ”", None, None),
    ],
)
def test_parts_of_a_name(name: str, country: str | None, parts: PersonName | None) -> None:
    assert NAMING.person(name, country) == parts


@pytest.mark.parametrize(
    ("name", "described"),
    [
        ("villagers", True), ("Gen. Orlov's troops", True), ("", True), ("Police", True), ("Authorities", True),
        ("al-Badr", False), ("Police Union", False), ("MIT", False), ("Harbour Watch", False), ("M23", False),
    ],
)  # fmt: skip
def test_descriptions_of_bodies(name: str, described: bool) -> None:
    assert NAMING.is_described(name) == described


@pytest.mark.parametrize(("sector", "circle"), [("GOV", "public"), ("MIL", "public"), ("BUS", "BUS"), (None, "")])
def test_walks_of_life(sector: str | None, circle: str) -> None:
    assert NAMING.circle(sector) == circle
