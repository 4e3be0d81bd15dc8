"""Capitals and seats stand for governments where they act; adjectives only describe."""

from __future__ import annotations

import pytest

from entities.casts import at, cast


@pytest.mark.parametrize(
    ("text", "word", "acts"),
    [
        ("Tokyo said it would wait.", "Tokyo", True),
        ("Talks with Moscow failed.", "Moscow", True),
        ("Beijing's envoy left.", "Beijing", True),
        ("Washington is ready to talk.", "Washington", True),
        ("The rebels accused Khartoum of murder.", "Khartoum", True),
        ("Cooperation between Ankara and Tehran grew.", "Ankara", True),
        ("He lives in Tokyo.", "Tokyo", False),
        ("Thousands marched through Cairo.", "Cairo", False),
        ("Moscow is the capital.", "Moscow", False),
        ("Paris residents stayed at home in the suburbs of Paris.", "suburbs", False),
    ],
)
def test_capital(text: str, word: str, acts: bool) -> None:
    assert bool(at(text, word)) is acts


def test_seat_is_the_government_and_not_a_place() -> None:
    assert [(e.name, e.sector) for e in at("The Kremlin denied it.", "Kremlin")] == [("Government of Russia", "GOV")]
    assert not at("The two met in the Kremlin.", "Kremlin")


def test_state_and_its_government_are_two() -> None:
    found = cast("Japan signed. The Japanese government waited. The Kremlin denied it.")
    assert [(e.name, e.kind, e.sector) for e in found.entities] == [
        ("Japan", "state", None),
        ("Government of Japan", "organization", "GOV"),
        ("Government of Russia", "organization", "GOV"),
    ]


@pytest.mark.parametrize(
    ("text", "number", "countries"),
    [
        ("Burmese troops fled.", 0, ["MMR"]),
        ("The US-led mission ended.", 1, ["USA"]),
        ("Russian-Japanese talks began.", 2, ["JPN"]),
        ("A Kremlin spokesman spoke.", 1, ["RUS"]),
    ],
)
def test_modifier_is_known_by_its_token(text: str, number: int, countries: list[str]) -> None:
    found = cast(text)
    assert [found.get(i).country for i in found.by_modifier[number]] == countries


def test_people_as_noun_is_a_group() -> None:
    assert [(e.kind, e.country) for e in at("The Japanese voted on Sunday.", "The Japanese")] == [("group", "JPN")]
