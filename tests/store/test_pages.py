"""What the pages ask of an archive."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from build_archive import documents, put
from build_news import NEWS, make_archive
from build_news import documents as news
from build_reader import reader
from dateline.record import Record
from dateline.record.checker import check_record
from dateline.store import RecordError, compact, folder_at, open_record
from dateline.store.pages import (
    Filters,
    Shelf,
    Snapshot,
    TooSlowError,
    contested,
    find_party,
    find_record,
    happened,
    months,
    on_map,
    open_shelf,
    pair,
    parties_like,
    promised,
    said,
    whole,
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_archive(tmp_path_factory.mktemp("news") / "record")


@pytest.fixture(scope="module")
def snapshot(archive: Path) -> Iterator[Snapshot]:
    shelf = open_shelf(archive)
    yield shelf.now()
    shelf.close()


def test_the_whole_is_counted(snapshot: Snapshot) -> None:
    found = whole(snapshot)
    assert found["articles"] == len(NEWS)
    assert found["happenings"] == len(open_record_events(snapshot))


def open_record_events(snapshot: Snapshot) -> list[Any]:
    return snapshot.rows("SELECT * FROM events")


@pytest.mark.parametrize(
    ("name", "key"),
    [("Kenya", "c:KEN"), ("KEN", "c:KEN"), ("  ken ", "c:KEN"), ("amina Mohamed", "n:amina mohamed")],
)
def test_somebody_is_found_by_name_or_code(snapshot: Snapshot, name: str, key: str) -> None:
    found = find_party(snapshot, name)
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize("name", ["Nobody Known", "", "Ken%", "' OR 1=1 --", "Amina"])
def test_nobody_is_found_by_another_name(snapshot: Snapshot, name: str) -> None:
    assert find_party(snapshot, name) is None


def test_names_are_found_by_their_words(snapshot: Snapshot) -> None:
    assert [r["name"] for r in parties_like(snapshot, "mohamed")] == ["Amina Mohamed"]
    assert parties_like(snapshot, "hamed") == []


@pytest.mark.parametrize(
    ("filters", "kept"),
    [
        (Filters(types=("AID",)), lambda r: r["type"] == "AID"),
        (Filters(types=("AID", "PROTEST")), lambda r: r["type"] in ("AID", "PROTEST")),
        (Filters(statuses=("negation",)), lambda r: r["status"] == "negation"),
        (Filters(since="2017-01-01", until="2017-12-31"), lambda r: r["day"].year == 2017),
        (Filters(place="Busia"), lambda r: r["place"] == "Busia"),
        (Filters(place="che"), lambda r: r["place_country"] == "CHE"),
        (Filters(words="border trea"), lambda r: "border treaty" in r["text"]),
        (Filters(words="order"), lambda r: False),
        (Filters(before=3), lambda r: r["n"] < 3),
    ],
)
def test_filters_keep_what_they_say(snapshot: Snapshot, filters: Filters, kept: Any) -> None:
    everything = happened(snapshot, Filters(most=1_000))
    assert [r["n"] for r in happened(snapshot, filters)] == [r["n"] for r in everything if kept(r)]


def test_pages_of_a_list_are_the_list(snapshot: Snapshot) -> None:
    everything = [r["n"] for r in happened(snapshot, Filters(most=1_000))]
    found: list[int] = []
    while rows := happened(snapshot, Filters(most=4, before=found[-1] if found else None)):
        found += [r["n"] for r in rows]
    assert found == everything


def test_between_two_is_what_one_did_to_the_other_or_both_did(snapshot: Snapshot, archive: Path) -> None:
    kenya, uganda = find_party(snapshot, "Kenya"), find_party(snapshot, "Uganda")
    assert kenya
    assert uganda
    found = pair(snapshot, kenya, uganda, Filters(most=1_000))
    assert {(r["article"], r["event"]) for r in found.happened} == {
        (article, event)
        for article, event in open_record(archive).timeline("Kenya", "Uganda").project("article, id").fetchall()
    }
    assert sum(m["cooperation"] + m["conflict"] for m in found.months) == len(found.happened)
    assert [r["action"] for r in found.made] == ["release the students"]
    assert all("Uganda" in r["content"] for r in found.said)


def test_statements_and_promises_are_found(snapshot: Snapshot) -> None:
    kenya, norway = find_party(snapshot, "Kenya"), find_party(snapshot, "Norway")
    assert {r["speaker_country"] for r in said(snapshot, Filters(), kenya)} == {"KEN"}
    assert [r["kind"] for r in said(snapshot, Filters(words="quarrel"))] == ["direct"]
    assert [r["due"] for r in promised(snapshot, Filters(), by=norway)] == ["2017-02"]
    days = [r["due_last"] for r in promised(snapshot, Filters(), due=True)]
    assert days == sorted(days)


def test_places_and_names(snapshot: Snapshot) -> None:
    assert on_map(snapshot, Filters())[0]["place"] == "Busia"
    assert {(r["called"], r["by"]) for r in contested(snapshot)} == {("Migingo", "Kenya"), ("Bugingo", "Uganda")}
    assert sum(m["conflict"] for m in months(snapshot, Filters(types=("PROTEST",)))) == 1


def test_a_record_comes_back_as_it_was_read(snapshot: Snapshot) -> None:
    for row, document in zip(snapshot.rows("SELECT article FROM articles ORDER BY id"), news(), strict=True):
        record = find_record(snapshot, row["article"])
        assert isinstance(record, Record)
        assert check_record(record) == []
        assert [record] == list(reader().read_many([document]))


def test_what_comes_is_seen_without_opening_anew(tmp_path: Path) -> None:
    put(tmp_path, documents("Kenya and Uganda signed a border treaty in Nairobi on Friday."))
    shelf = Shelf(tmp_path)
    assert whole(shelf.now())["articles"] == 1
    put(tmp_path, documents("Norway sent aid to Kenya on Saturday.", source="more.jsonl"))
    assert whole(shelf.renew())["articles"] == 2
    end = time.monotonic() + 60
    put(tmp_path, documents("Gunmen killed 12 soldiers in Kandahar on Tuesday.", source="most.jsonl"))
    while whole(shelf.now())["articles"] < 3 and time.monotonic() < end:
        time.sleep(0.1)
    assert whole(shelf.now())["articles"] == 3
    shelf.close()


def test_after_files_went_the_next_question_is_answered(tmp_path: Path) -> None:
    for number in range(2):
        put(tmp_path, documents(f"Kenya signed {number + 3} border treaties in Nairobi.", source=f"{number}.jsonl"))
    shelf = open_shelf(tmp_path)
    (row, *_) = shelf.now().rows("SELECT article FROM articles")
    compact(folder_at(tmp_path))
    with pytest.raises(RecordError):
        find_record(shelf.now(), row["article"])
    assert find_record(shelf.now(), row["article"]) is not None
    shelf.close()


def test_a_question_that_takes_too_long_is_ended(archive: Path) -> None:
    shelf = open_shelf(archive, seconds=0.2)
    with pytest.raises(TooSlowError, match="took more than"):
        shelf.now().rows("SELECT sum(a.range * b.range) FROM range(10000000) a, range(1000000) b")
    shelf.close()
