"""The town of a dateline that stands before the first sentence."""

from __future__ import annotations

import msgspec
import pytest

from build import parsed, tables
from dateline.places import build
from dateline.record import Dateline, Place, Reading

FIND = build(tables())


def filed(head: str, place: str, body: str) -> Reading:
    """A reading whose tokens begin after the dateline."""
    reading = parsed(" " * len(head) + body)
    article = msgspec.structs.replace(reading.article, text=head + body, dateline=Dateline(place=place))
    reading.article = article
    return reading


@pytest.mark.parametrize(
    ("head", "place", "names"),
    [
        ("MOSCOW, March 3 (Tass) - ", "MOSCOW", {"MOSCOW": "RUS"}),
        ("SALEM, Ore. (AP) - ", "SALEM, Ore.", {"SALEM": "USA", "Ore.": "USA"}),
        ("SALEM, India - ", "SALEM, India", {"SALEM": "IND", "India": "IND"}),
    ],
)
def test_a_dateline_names_its_town(head: str, place: str, names: dict[str, str]) -> None:
    places: list[Place] = list(FIND(filed(head, place, "The minister resigned.")))
    assert {m.text: p.country for p in places for m in p.mentions} == names


def test_an_unknown_dateline_is_left_out() -> None:
    assert list(FIND(filed("XYZZYVILLE - ", "XYZZYVILLE", "The minister resigned."))) == []
