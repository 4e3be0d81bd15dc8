"""What readers see: whole units, each article once."""

from __future__ import annotations

from pathlib import Path

import pytest

import dateline
from build_archive import ALL, PLEDGE, TREATY, VISIT, documents, makers, put
from dateline.engine import Settings
from dateline.engine.keys import key_of
from dateline.record import Problem
from dateline.store import RecordError, folder_at, open_record, there
from dateline.store.schema import TABLES


def ids(folder: Path) -> list[str]:
    return [i for (i,) in open_record(folder).sql("SELECT id FROM articles ORDER BY id").fetchall()]


def test_tables_can_be_asked(tmp_path: Path) -> None:
    put(tmp_path, documents(*ALL))
    record = dateline.open_record(tmp_path)
    assert record.sql("SELECT count(*) FROM articles").fetchall() == [(4,)]
    assert record["events"].filter("type = 'ASSAULT'").to_arrow_table().num_rows == 1
    assert record.sql("SELECT id FROM articles WHERE id = $id", {"id": "d3"}).fetchall() == [("d3",)]


def test_a_table_without_rows_has_its_columns(tmp_path: Path) -> None:
    put(tmp_path, documents(TREATY))
    record = open_record(tmp_path)
    for table, columns in TABLES.items():
        assert record[table].columns == list(columns)
    assert record["problems"].fetchall() == []
    assert [str(t) for t in record["disputes"].types][:3] == ["VARCHAR", "INTEGER", "VARCHAR"]


def test_a_unit_without_manifest_is_not_there(tmp_path: Path) -> None:
    put(tmp_path, documents(TREATY))
    put(tmp_path, documents(VISIT, source="more.jsonl"))
    for manifest in sorted((tmp_path / "units").iterdir())[:1]:
        manifest.unlink()
    assert len(ids(tmp_path)) == 1
    assert len(list((tmp_path / "articles").iterdir())) == 2


def test_an_article_that_is_read_again_is_seen_once(tmp_path: Path) -> None:
    old = documents(TREATY, VISIT, PLEDGE)
    put(tmp_path, old, Settings())
    put(tmp_path, old[:2], turn=1)
    assert ids(tmp_path) == ["d1", "d2", "d3"]
    assert sum(p.stat().st_size > 0 for p in (tmp_path / "articles").iterdir()) == 2


def test_there_tells_what_is_held_and_by_whom(tmp_path: Path) -> None:
    old = documents(TREATY, VISIT)
    put(tmp_path, old[:1], Settings())
    put(tmp_path, old[1:])
    held = there(folder_at(tmp_path), makers())
    keys = [key_of(d) for d in old]
    assert [held.is_same(k) for k in keys] == [False, True]
    assert [held.is_other(k) for k in keys] == [True, False]
    assert [held.turn_after(k) for k in (*keys, "0")] == [1, 1, 0]


@pytest.mark.parametrize("name", ["nothing", "a file"])
def test_no_archive_is_said_in_words(tmp_path: Path, name: str) -> None:
    (tmp_path / "a file").write_text("x", encoding="utf-8")
    with pytest.raises(RecordError, match="there is no record here"):
        open_record(tmp_path / name)


def test_faults_are_said_in_words(tmp_path: Path) -> None:
    put(tmp_path, documents(TREATY))
    with pytest.raises(RecordError, match="syntax error"):
        open_record(tmp_path).sql("SELEC 1")
    with pytest.raises(KeyError, match="no table 'event'"):
        open_record(tmp_path)["event"]
    (tmp_path / "units" / "0.json").write_text("{", encoding="utf-8")
    with pytest.raises(RecordError, match=r"0\.json: the manifest is damaged"):
        open_record(tmp_path)


def test_a_damaged_table_is_named(tmp_path: Path) -> None:
    put(tmp_path, [*documents(TREATY), Problem(source="x", what="y", mend="z")])
    (path,) = (tmp_path / "problems").iterdir()
    path.write_bytes(b"PAR1 and no more")
    with pytest.raises(RecordError, match=rf"{path.name}: the file is damaged .*; `dateline repair .*` takes it out"):
        there(folder_at(tmp_path), makers())
    path.unlink()
    with pytest.raises(RecordError, match="the file is damaged"):
        there(folder_at(tmp_path), makers())


def test_a_folder_may_have_any_name(tmp_path: Path) -> None:
    folder = tmp_path / "it's a=b [record] *"
    put(folder, documents(TREATY))
    assert ids(folder) == ["d1"]
