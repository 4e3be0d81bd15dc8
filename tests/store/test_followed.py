"""Questions about happenings and promises, on derived tables as linking fills them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest

from build_archive import documents, put
from dateline.corpus import link
from dateline.store import OpenRecord, RecordError, open_record

TOLD = "Gunmen killed 12 soldiers in the Afghan city of Kandahar on Tuesday, police said."
AGAIN = "Fifteen soldiers were killed by gunmen in Kandahar in Afghanistan on Tuesday, the army said."
DENIED = "Gunmen did not kill soldiers in Kandahar in Afghanistan on Tuesday, the governor said."
VISIT = "Norwegian Foreign Minister Ine Eriksen Søreide arrived in Ankara on Monday."
PLEDGE = "Turkey promised on Wednesday to send 40 trucks to Kosovo by March 2018."
DONE = "Turkey sent the 40 trucks to Kosovo on Monday."


@cache
def record() -> OpenRecord:
    folder = Path(mkdtemp())
    put(folder, documents(TOLD, VISIT, PLEDGE))
    put(folder, documents(AGAIN, DENIED, source="other.jsonl", published="2017-11-16"))
    put(folder, documents(DONE, source="later.jsonl", published="2018-03-05"))
    link(folder)
    return open_record(folder)


def rows(relation: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = relation.to_arrow_table().to_pylist()
    return found


@pytest.mark.parametrize(
    ("question", "types"),
    [
        ({"type": "assault"}, ["ASSAULT"]),
        ({"place": "AFG"}, ["ASSAULT"]),
        ({"actor": "Norway"}, ["CONSULT"]),
        ({"recipient": "TUR", "since": "2017-11-01", "until": "2017-11-30"}, ["CONSULT"]),
        ({"reports": 2, "type": "ASSAULT"}, ["ASSAULT"]),
        ({"reports": 9}, []),
        ({"until": "2016-01-01"}, []),
        ({"disputed": True}, ["ASSAULT"]),
    ],
)
def test_happenings(question: dict[str, Any], types: list[str]) -> None:
    assert [row["type"] for row in rows(record().happenings(**question))] == types


def test_a_happening_has_its_sources_and_disagreements() -> None:
    (row,) = rows(record().happenings(type="ASSAULT"))
    assert (row["reports"], row["dead_low"], row["dead_high"], row["disputed"]) == (3, 12, 15, True)
    assert row["sources"] == ["docs.jsonl:1", "other.jsonl:1", "other.jsonl:2"]
    assert len(rows(record().tellings(row["happening"]))) == 3


@pytest.mark.parametrize(
    ("asof", "state"), [("2017-12-01", "open"), ("2018-03-04", "open"), ("2018-03-05", "kept"), (None, "kept")]
)
def test_a_promise_stands_as_it_stood_on_a_day(asof: str | None, state: str) -> None:
    (row,) = rows(record().promises(by="Turkey", asof=asof))
    assert row["state"] == state
    assert len(row["outcomes"] or ()) == (state == "kept")


def test_the_ledger_by_state() -> None:
    assert [row["kind"] for row in rows(record().promises(state="kept"))] == ["promise"]
    assert rows(record().promises(state="broken")) == []
    with pytest.raises(RecordError, match="no promise is 'lost'"):
        record().promises(state="lost")
