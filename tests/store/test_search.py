"""Words searched, ranked and marked; with an index and without the answer is the same."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_archive import documents, put
from dateline.store import RecordError, index, open_record
from dateline.store.search import marked, terms_of

TEXTS = (
    "Turkish President Recep Tayyip Erdoğan said a peace treaty was near. Talks went on in Ankara.",
    "“A treaty, a treaty and nothing but a treaty,” Kenyan President Uhuru Kenyatta said on Monday.",
    "Norwegian Foreign Minister Ine Søreide said that entreaties for peace had failed.",
    "Kenyan President Uhuru Kenyatta said that peace and several treaties had failed after long talks in Nairobi with many "
    "delegations from all the neighbouring countries.",
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("record")
    put(folder, documents(*TEXTS))
    put(folder, documents("Uganda said a treaty could wait.", source="late.jsonl", published="2018-02-01"))
    yield folder


CASES = [
    ("treat", {}, ["d2", "late", "d1", "d4"]),
    ("peace treat", {}, ["d1", "d4"]),
    ('"peace treat"', {}, ["d1"]),
    ("treaty", {"by": "Kenya"}, ["d2"]),
    ("treat", {"by": "KEN"}, ["d2", "d4"]),
    ("treat", {"since": "2018-01-01"}, ["late"]),
    ("TREAT", {"until": "2017-12-31", "limit": 2}, ["d2", "d1"]),
    ("erdogan", {"within": "sentences"}, ["d1"]),
    ("Søreide entreat", {"within": "sentences", "until": "2017-11-15"}, ["d3"]),
    ("reat", {}, []),
]


@pytest.mark.parametrize("by_index", [False, True])
@pytest.mark.parametrize(("words", "options", "wanted"), CASES)
def test_the_best_come_first(archive: Path, words: str, options: dict, wanted: list[str], by_index: bool) -> None:
    if by_index:
        pytest.importorskip("tantivy")
    rows = open_record(archive).search(words, index=by_index, **options).to_arrow_table().to_pylist()
    found = ["late" if r["source"].startswith("late") else "d" + r["source"].rpartition(":")[2] for r in rows]
    assert found == wanted
    assert [r["score"] for r in rows] == sorted((r["score"] for r in rows), reverse=True)
    assert all("**" in r["marked"] and r["marked"].replace("**", "") == r["text"] for r in rows)


def test_an_index_that_is_stale_or_deleted_is_made_anew(tmp_path: Path) -> None:
    pytest.importorskip("tantivy")
    put(tmp_path, documents(TEXTS[0]))
    assert len(open_record(tmp_path).search("treaty", index=True).fetchall()) == 1
    (first,) = (tmp_path / "search").iterdir()
    put(tmp_path, documents(TEXTS[1], source="more.jsonl"))
    assert len(open_record(tmp_path).search("treaty", index=True).fetchall()) == 2
    (second,) = (tmp_path / "search").iterdir()
    assert first != second
    for path in second.iterdir():
        path.unlink()
    second.rmdir()
    assert len(open_record(tmp_path).search("treaty", index=True).fetchall()) == 2


def test_an_index_that_is_damaged_or_cannot_be_made_is_no_fault(tmp_path: Path) -> None:
    pytest.importorskip("tantivy")
    put(tmp_path, documents(TEXTS[0]))
    record = open_record(tmp_path)
    assert len(record.search("treaty", index=True).fetchall()) == 1
    (made,) = (tmp_path / "search").iterdir()
    (made / "meta.json").write_text("{", encoding="utf-8")
    assert len(record.search("treaty", index=True).fetchall()) == 1
    shutil.rmtree(tmp_path / "search")
    (tmp_path / "search").write_text("a file", encoding="utf-8")
    assert len(record.search("treaty", index=True).fetchall()) == 1


def test_more_is_fetched_from_the_index_until_enough_is_left(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("tantivy")
    monkeypatch.setattr(index, "_FIRST", 1)
    for words, options, wanted in CASES:
        assert len(open_record(archive).search(words, index=True, **options).fetchall()) == len(wanted)


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("Erdoğan’s TREATIES", "erdogan treat", "**Erdoğan**’s **TREATIES**"),
        ("peace, treaty; treaty of peace", '"peace treaty"', "**peace, treaty**; treaty of peace"),
        ("peace peacekeepers", "peace peacekeep", "**peace** **peacekeepers**"),
        ("ﬁne weather İstanbul", "weather istan", "ﬁne **weather** **İstanbul**"),
    ],
)
def test_what_was_found_is_marked(text: str, words: str, wanted: str) -> None:
    assert marked(text, terms_of(words)) == wanted


def test_faults_are_told(archive: Path) -> None:
    record = open_record(archive)
    with pytest.raises(RecordError, match="holds no word"):
        record.search(" ?! ")
    with pytest.raises(RecordError, match="can't search in 'events'"):
        record.search("x", within="events")
    with pytest.raises(RecordError, match="only statements have a speaker"):
        record.search("x", within="sentences", by="Kenya")
