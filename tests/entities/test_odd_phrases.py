"""Odd phrases (nationality or body, role, name) get the country, the sector and the kind that a reader gives them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import build
from dateline.entities.settled import settle
from dateline.places import build as build_places
from dateline.record import Entity
from entities.casts import finder

_FILE = Path(__file__).with_name("odd_phrases.tsv")
_LINES = [line for line in _FILE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
_ROWS = [line.split("\t") for line in _LINES[1:]]


@pytest.fixture(scope="module")
def find_places() -> Any:
    return build_places(build.tables())


def _actor(phrase: str, find_places: Any) -> Entity | None:
    """Who makes the statement of the carrier sentence."""
    reading = build.parsed(f"{phrase} made a statement on Monday.")
    reading.cast = finder()(reading)
    reading.places = find_places(reading)
    names = {row["iso3"]: row["name"] for row in build.tables().rows("entities/states.tsv")}
    reading.cast = settle(reading, names)
    verb = next(t for t in reversed(reading.tokens) if t.lower == "made")
    subjects = [t for t in verb.children if t.dep == "nsubj"]
    names = [a for t in subjects for a in t.children if a.dep == "appos"]  # "Liberian warlord Samuel Kpelle"
    for token in (*reversed(subjects), *names):
        for i in reading.cast.by_token.get(token.i, ()):
            return reading.cast.get(i)
    return None


@pytest.mark.parametrize(("phrase", "country", "sectors", "kinds"), _ROWS, ids=[r[0] for r in _ROWS])
def test_odd_phrase(phrase: str, country: str, sectors: str, kinds: str, find_places: Any) -> None:
    found = _actor(phrase, find_places)
    assert found is not None
    assert (found.country or "") in country.split("|")
    assert not sectors or (found.sector or "-") in sectors.split("|")
    assert found.kind in kinds.split("|")
