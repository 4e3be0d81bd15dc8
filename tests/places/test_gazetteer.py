"""The mapped gazetteer: what a name finds, and that it is the file its description says."""

from __future__ import annotations

import hashlib
import tomllib

import pytest

from dateline.places.atlas import GAZETTEER_FILE
from dateline.places.gazetteer import Gazetteer

GAZETTEER = Gazetteer(GAZETTEER_FILE)


@pytest.mark.parametrize(
    ("key", "country", "kind", "lat", "lon"),
    [
        ("homs", "SYR", "city", 34.7, 36.7),
        ("killeen", "USA", "city", 31.1, -97.7),
        ("fulton county", "USA", "admin2", 33.8, -84.5),
        ("anbar", "IRQ", "admin1", 33.6, 42.5),
        ("los angeles international airport", "USA", "airport", 33.9, -118.4),
        ("st etienne", "FRA", "city", 45.4, 4.4),
    ],
)
def test_a_name_finds_its_place(key: str, country: str, kind: str, lat: float, lon: float) -> None:
    found = [e for e in GAZETTEER.find(key) if e.country == country and e.kind == kind]
    assert found
    assert any(abs(e.lat - lat) < 0.6 and abs(e.lon - lon) < 0.6 for e in found)


def test_a_town_of_many_namesakes_finds_them_all() -> None:
    assert len(GAZETTEER.find("springfield")) > 15


def test_another_name_is_marked_so() -> None:
    assert [e.secondary for e in GAZETTEER.find("moskva") if e.name == "Moscow"] == [True]


@pytest.mark.parametrize("key", ["", "no such place anywhere", "ж", "a" * 500])
def test_what_is_no_place_finds_nothing(key: str) -> None:
    assert GAZETTEER.find(key) == ()


def test_the_file_is_the_one_described_and_is_small() -> None:
    told = tomllib.loads(GAZETTEER_FILE.with_suffix(".toml").read_text(encoding="utf-8"))
    data = GAZETTEER_FILE.read_bytes()
    assert hashlib.sha256(data).hexdigest() == told["sha256"]
    assert len(data) < 10_000_000
    assert GAZETTEER.places == told["towns"] + told["divisions"] + told["districts"] + told["airports"]
