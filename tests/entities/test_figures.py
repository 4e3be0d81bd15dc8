"""A bare surname means who leads a state on the published date; what several leaders share means nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.record import Entity
from entities.casts import cast

_LINES = Path(__file__).with_name("leaders.tsv").read_text(encoding="utf-8").splitlines()
_ROWS = [line.split("\t") for line in _LINES if line and not line.startswith("#")][1:]


def _meant(name: str, day: str, text: str = "{} made a statement on Monday.") -> Entity | None:
    found = cast(text.format(name), day)
    return next((e for e in found.entities if any(name in m.text or m.text in name for m in e.mentions)), None)


def _right(country: str, day: str, name: str) -> bool:
    found = _meant(name, day)
    return found is not None and found.country == country and found.sector in {"GOV", "MIL"}


def test_leaders_since_1990_are_known_by_surname_and_date() -> None:
    missed = [row for row in _ROWS if not _right(*row)]
    assert len(missed) <= 0.01 * len(_ROWS), missed


@pytest.mark.parametrize(
    ("name", "day", "full"),
    [
        ("Bush", "1990-06-15", "George H. W. Bush"),
        ("Bush", "2003-06-15", "George W. Bush"),
        ("G.W. Bush", "2003-06-15", "George W. Bush"),
        ("H. Aliyev", "1998-06-15", "Heydar Aliyev"),
        ("I. Aliyev", "2012-06-15", "Ilham Aliyev"),
        ("Kirchner", "2005-06-15", "Néstor Kirchner"),
        ("Kirchner", "2010-06-15", "Cristina Fernández de Kirchner"),
        ("Aquino", "1991-06-15", "Corazon Aquino"),
        ("Assad", "1995-06-15", "Hafez al-Assad"),
        ("al-Assad", "2010-06-15", "Bashar al-Assad"),
        ("Kim", "2005-06-15", "Kim Jong Il"),
        ("Sharif", "1998-06-15", "Nawaz Sharif"),
        ("Major", "1994-06-15", "John Major"),
        ("May", "2018-06-15", "Theresa May"),
        ("English", "2017-06-15", "Bill English"),
        ("Christian", "2018-06-15", "Peter Christian"),
        ("Park", "2014-06-15", "Park Geun-hye"),
    ],
)
def test_whom_a_surname_means_on_a_day(name: str, day: str, full: str) -> None:
    found = _meant(name, day)
    assert found is not None and found.name == full


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Morales made a statement on Monday.", "2018-06-15"),  # of Bolivia or of Guatemala
        ("Hussein made a statement on Monday.", "1995-06-15"),  # of Iraq or of Jordan
        ("Martin, a nurse in Kenya, arrived late.", "2005-06-15"),  # a first name in an article on another country
        ("May was the deadliest month of the war.", "2018-06-15"),
        ("The English arrived on Monday.", "2017-06-15"),
    ],
)
def test_a_surname_that_means_nobody(text: str, day: str) -> None:
    found = cast(text, day)
    assert not any(e.kind == "person" and e.sector == "GOV" for e in found.entities)


def test_a_country_settles_a_shared_surname() -> None:
    assert [e.country for e in cast("Bolivia closed its border. Morales said so.", "2018-06-15").entities][-1] == "BOL"
    found = _meant("Lagos", "2003-06-15", "Chile voted against it. {} said so.")
    assert found is not None and found.name == "Ricardo Lagos"
    town = _meant("Lagos", "2003-06-15")
    assert town is not None and town.kind == "state"


def test_lesser_ministers_are_known_by_full_name() -> None:
    found = _meant("Naledi Pandor", "2007-06-15")
    assert found is not None and (found.country, found.sector, found.role) == ("ZAF", "GOV", "education minister")
    left = _meant("Herta Däubler-Gmelin", "2008-06-15")
    assert left is not None and (left.country, left.sector) == ("DEU", "ELI")


def test_lesser_ministers_are_not_meant_by_a_surname_nor_in_an_article_on_other_countries() -> None:
    alone = _meant("Pandor", "2007-06-15", "South Africa voted against it. {} said so.")
    assert alone is None or alone.country is None
    namesake = _meant("Chris Carter", "2007-09-15", "{} scored twice as Norway beat Malta.")
    assert namesake is not None and namesake.country is None
