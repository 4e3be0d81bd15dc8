"""What near-copies tell alike is counted once where articles are linked; every telling stays in `events`."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_archive import documents, put
from dateline.corpus import link
from dateline.store import OpenRecord, open_record

STORY = (
    "Kenya and Uganda signed a border treaty in Nairobi on Friday, officials said. The two countries had argued over the "
    "hills of the north for eleven years, and herders from both sides had died there in quarrels over wells. Gunmen killed "
    "12 soldiers in the Afghan city of Kandahar on Tuesday. Lawyers will draw maps until spring, a clerk of the court said."
)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> OpenRecord:
    folder = tmp_path_factory.mktemp("archive")
    put(folder, documents(STORY))
    put(folder, documents(f"NAIROBI (Wire) — {STORY}", source="b.jsonl", published="2017-11-16"))
    more = f"{STORY} Turkey invited Kosovo to hold talks in May 2018."
    put(folder, documents(more, "In Nairobi Kenya signed a treaty with Uganda on Friday.", source="c.jsonl"))
    link(folder)
    return open_record(folder)


def test_copies_are_counted_once_unless_wanted(record: OpenRecord) -> None:
    once = dict(record.count("type").fetchall())
    every = dict(record.count("type", once=False).fetchall())
    assert every["ASSAULT"] == 3
    assert once["ASSAULT"] == 1
    assert sum(every.values()) == len(record["events"].fetchall())


def test_what_only_a_copy_tells_is_kept(record: OpenRecord) -> None:
    once, every = (record.events(recipient="Kosovo", once=choice).fetchall() for choice in (True, False))
    assert len(once) == len(every) > 0


def test_another_report_of_the_same_event_is_no_copy(record: OpenRecord) -> None:
    rows = record.timeline("Kenya", "Uganda").to_arrow_table().to_pylist()
    assert {row["copies"] for row in rows if row["source"] == "c.jsonl:2"} == {0}
    assert {row["copies"] for row in rows if row["source"] != "c.jsonl:2"} == {2}


def test_one_article_stands_for_its_copies(record: OpenRecord) -> None:
    (row,) = record.events(type="ASSAULT").to_arrow_table().to_pylist()
    assert row["copies"] == 2
    stories = record.sql("SELECT DISTINCT story FROM copies").fetchall()
    assert stories == [(row["article"],)]


def test_without_links_every_telling_counts(tmp_path: Path) -> None:
    put(tmp_path, documents(STORY))
    put(tmp_path, documents(STORY + " Rain fell.", source="b.jsonl"))
    record = open_record(tmp_path)
    assert dict(record.count("type").fetchall())["ASSAULT"] == 2
    assert record.note is None
