"""Described actors: who is one, who is not, what their mentions cover."""

from __future__ import annotations

import pytest

from entities.casts import at, cast


@pytest.mark.parametrize(
    ("text", "words", "count"),
    [
        ("The gunmen fled.", "The gunmen", 1),
        ("Villagers fled.", "Villagers", 1),
        ("He ran for president.", "president", 0),
        ("They called him a traitor and a leader.", "The leader", 0),
        ("The station is old.", "The station", 1),
        ("They built a station.", "a station", 0),
        ("She became secretary of state.", "secretary of state", 0),
        ("The secretary of state left.", "The secretary of state", 1),
        ("Officials met a German toolmaker in Paris on Monday.", "a German toolmaker", 1),
    ],
)
def test_who_is_an_actor(text: str, words: str, count: int) -> None:
    assert len(at(text, words)) == count


def test_ids_follow_first_mentions() -> None:
    found = cast("Turkish police arrested a mayor in Izmir. Greece protested.").entities
    assert [e.id for e in found] == [f"n{n}" for n in range(1, len(found) + 1)]
    assert [e.mentions[0].start for e in found] == sorted(e.mentions[0].start for e in found)


def test_role_beside_a_name_is_the_same_person() -> None:
    found = cast("Ana Rojas, the owner and founder of the paper, spoke.")
    assert len([e for e in found.entities if e.kind == "person"]) == 1


@pytest.mark.parametrize("text", ["", "   ", "\n", "\u202e???", "The the the", "and and 's of of", "-" * 50, '"' * 7])
def test_any_text_at_all(text: str) -> None:
    cast(text)
