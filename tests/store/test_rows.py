"""Names and days beside the ids."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from build_archive import ATTACK, PLEDGE, VISIT
from build_reader import reader
from dateline.store import Rows


def rows_of(text: str, table: str, published: str | None = "2017-11-15") -> list[dict[str, Any]]:
    rows = Rows()
    rows.add(reader().read(text, published=published), "k", "page.txt")
    return rows.tables[table]


def test_an_event_has_its_parties_by_name_and_country() -> None:
    (event,) = [e for e in rows_of(VISIT, "events") if e["type"] == "CONSULT" and e["salience"] == "main"][:1]
    assert event["actors"] == ["Ine Eriksen Søreide"]
    assert event["actor_countries"] == ["NOR"]
    assert len(event["actor_ids"]) == len(event["actors"]) == len(event["actor_sectors"])


@pytest.mark.parametrize(("published", "day"), [("2017-11-15", date(2017, 11, 14)), (None, None)])
def test_an_event_is_filed_under_its_day(published: str | None, day: date | None) -> None:
    event = rows_of(ATTACK, "events", published)[0]
    assert event["day"] == day


def test_an_event_without_a_time_is_filed_under_the_day_of_its_article() -> None:
    event = rows_of("Gunmen killed 12 soldiers in Kandahar.", "events")[0]
    assert (event["date"], event["first_day"], event["day"]) == (None, None, date(2017, 11, 15))


def test_a_commitment_has_its_date() -> None:
    commitment = rows_of(PLEDGE, "commitments")[0]
    assert (commitment["by_names"], commitment["due_last"]) == (["Turkey"], date(2018, 3, 31))


def test_sentences_carry_their_words() -> None:
    found = rows_of(VISIT, "sentences")
    assert found[0]["text"].startswith("Norwegian Foreign Minister")
    assert [s["sentence"] for s in found] == list(range(len(found)))
