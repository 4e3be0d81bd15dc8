"""Who is like whom, and which places are one."""

from __future__ import annotations

import pytest

from corpus.build_told import ALEPPO, ARMY, HOMS, ISRAEL, SYRIA, families
from dateline.corpus.likeness import kilometres, party_likeness
from dateline.corpus.told import Party


def person(name: str, country: str = "ISR", **more: str) -> Party:
    return Party(name=name, kind="person", country=country, **more)


GUNMEN = Party(name="gunmen", kind="group", sector="UAF")
REBELS = Party(name="Northern Rebels", kind="organization", sector="REB")
UNION = Party(name="African Union", kind="organization", sector="IGO")


@pytest.mark.parametrize(
    ("a", "b", "like"),
    [
        (ISRAEL, ISRAEL, "same"),
        (person("Dan Levi", key="k1"), person("D. Levi", country="", key="k1"), "same"),
        (ISRAEL, ARMY, "alike"),
        (ISRAEL, person("Dan Levi"), "alike"),
        (person("Dan Levi"), person("Levi"), "alike"),
        (person("Levi", country=""), person("Dan Levi", country=""), "alike"),
        (GUNMEN, REBELS, "alike"),
        (person("the Israeli minister", sector="GOV"), person("Dan Levi", sector="GOV"), "alike"),
        (Party(name="bloc", kind="organization"), UNION, "open"),
        (ISRAEL, SYRIA, "other"),
        (person("Dan Levi"), person("Ron Katz"), "other"),
        (person("Dan Levi"), person("Dan Levi", country="SYR"), "other"),
        (UNION, REBELS, "other"),
    ],
)
def test_who_is_like_whom(a: Party, b: Party, like: str) -> None:
    value = party_likeness(a, b, families().official, families().armed)
    assert value == party_likeness(b, a, families().official, families().armed)
    assert like == ("same" if value >= 0.95 else "alike" if value >= 0.3 else "other" if value <= -0.5 else "open")


def test_kilometres() -> None:
    way = kilometres(HOMS, ALEPPO)
    assert way is not None
    assert 160 < way < 175
