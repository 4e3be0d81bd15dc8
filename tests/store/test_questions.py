"""The ready questions."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest

from build_archive import ALL, documents, put
from dateline.store import OpenRecord, RecordError, open_record

MEETING = "Russian President Vladimir Putin met Japanese Prime Minister Shinzo Abe in Tokyo on Thursday."
INVITATION = "Turkey invited Kosovo to hold talks in May 2018."
PRAISE = "Putin praised Turkey's trade policy on Monday. “Trade with Turkey grows,” Putin said."


@cache
def record() -> OpenRecord:
    folder = Path(mkdtemp())
    put(folder, documents(*ALL, MEETING, PRAISE, INVITATION))
    return open_record(folder)


def column(relation: Any, name: str) -> list[Any]:
    return relation.to_arrow_table()[name].to_pylist()


@pytest.mark.parametrize(
    ("actors", "types"),
    [
        (["Putin"], {"CONSULT", "SUPPORT"}),
        (["Russia", "Japan"], {"CONSULT"}),
        (["JPN", "RUS"], {"CONSULT"}),
        (["Vladimir Putin", "Shinzo Abe"], {"CONSULT"}),
        (["Kenya", "Uganda"], {"SUPPORT"}),
        (["Kenya", "Japan"], set()),
        (["Put"], set()),
        (["' OR true --"], set()),
    ],
)
def test_timeline(actors: list[str], types: set[str]) -> None:
    assert set(column(record().timeline(*actors), "type")) == types


def test_timeline_is_in_order_of_day() -> None:
    days = column(record().timeline("Russia"), "day")
    assert days == sorted(days)
    assert len(days) >= 2


@pytest.mark.parametrize(
    ("name", "found"), [("putin", {"Vladimir Putin"}), ("Søreide", {"Ine Eriksen Søreide"}), ("Nobody", set())]
)
def test_who(name: str, found: set[str]) -> None:
    assert {n for n in column(record().who(name), "name") if " " in n} == found


@pytest.mark.parametrize(
    ("actor", "about", "hit"),
    [
        ("Putin", "trade Turkey", True),
        ("Russia", "trade", True),
        ("Putin", "fish", False),
        ("Turkey", "trade", False),
        ("Putin", "'%", False),
        ("Putin", "trad", True),
        ("Putin", "rade", False),
        ("Putin", "t.ade", False),
    ],
)
def test_said(actor: str, about: str, hit: bool) -> None:
    assert bool(record().said(actor, about=about).fetchall()) is hit


@pytest.mark.parametrize(
    ("question", "dates"),
    [
        ({"by": "Turkey"}, {"2018-03", "2018-05"}),
        ({"by": "Turkey", "to": "Kosovo", "due": True}, {"2018-05"}),
        ({"to": "XKX"}, {"2018-05"}),
        ({"by": "Kosovo"}, set()),
        ({"to": "TUR"}, set()),
    ],
)
def test_promises(question: dict[str, Any], dates: set[str]) -> None:
    assert set(column(record().promises(**question), "due")) - {None} == dates


@pytest.mark.parametrize(
    ("question", "types"),
    [
        ({"type": "assault"}, {"ASSAULT"}),
        ({"type": "ASSAULT", "place": "Kandahar"}, {"ASSAULT"}),
        ({"type": "ASSAULT", "place": "AFG"}, {"ASSAULT"}),
        ({"type": "ASSAULT", "place": "Nairobi"}, set()),
        ({"type": "ASSAULT", "since": "2017-11-14", "until": "2017-11-14"}, {"ASSAULT"}),
        ({"type": "ASSAULT", "since": "2017-11-15"}, set()),
        ({"type": "ASSAULT", "until": "2017-11-13"}, set()),
        ({"actor": "Putin", "recipient": "Abe"}, {"CONSULT"}),
        ({"actor": "Abe", "recipient": "Putin"}, set()),
    ],
)
def test_events(question: dict[str, str], types: set[str]) -> None:
    assert set(column(record().events(**question), "type")) == types


def test_count() -> None:
    rows = record().count("month", "type").fetchall()
    assert rows == sorted(rows)
    assert ("2017-11", "ASSAULT", 1) in rows
    assert ("RUS", 1) in [(c, 1) for c, _ in record().count("actor").fetchall()]


@pytest.mark.parametrize("by", [("colour",), (), ("month; DROP TABLE hidden",)])
def test_count_by_what_is_not_there(by: tuple[str, ...]) -> None:
    with pytest.raises(RecordError, match="count by year, month"):
        record().count(*by)


@pytest.mark.parametrize(
    "ask",
    [
        lambda r, x: r.timeline(x),
        lambda r, x: r.who(x),
        lambda r, x: r.said(x, about=x),
        lambda r, x: r.events(place=x, type=x),
    ],
)
@pytest.mark.parametrize("value", ["';--", "$x", "?", "", "\0", "é"])
def test_no_value_is_taken_for_sql(ask: Callable[[OpenRecord, str], Any], value: str) -> None:
    ask(record(), value).fetchall()
