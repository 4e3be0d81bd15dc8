"""Units joined, and written again without some articles."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from build_archive import ALL, TREATY, VISIT, documents, put
from dateline.engine import Settings
from dateline.engine.keys import key_of
from dateline.store import as_keys, compact, folder_at, open_record, remove, settle, writing
from dateline.store.local import LocalFolder
from dateline.store.schema import TABLES


def contents(folder: Path) -> dict[str, list]:
    record = open_record(folder)
    return {table: sorted(record[table].fetchall(), key=repr) for table in TABLES}


def test_compacting_keeps_every_row(tmp_path: Path) -> None:
    for n, text in enumerate(ALL):
        put(tmp_path, documents(text, source=f"{n}.jsonl"))
    before = contents(tmp_path)
    with writing(folder_at(tmp_path)):
        assert compact(folder_at(tmp_path)) == (4, 1)
    assert contents(tmp_path) == before
    assert len(list((tmp_path / "articles").iterdir())) == 1
    with writing(folder_at(tmp_path)):
        assert compact(folder_at(tmp_path)) == (1, 1)


def test_makers_are_kept_apart(tmp_path: Path) -> None:
    put(tmp_path, documents(TREATY), Settings())
    put(tmp_path, documents(VISIT))
    with writing(folder_at(tmp_path)):
        assert compact(folder_at(tmp_path)) == (2, 2)


@pytest.mark.parametrize("dies_at", [1, 2, 5, 9])
def test_an_interrupted_compaction_loses_and_doubles_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, dies_at: int
) -> None:
    for n, text in enumerate(ALL):
        put(tmp_path, documents(text, source=f"{n}.jsonl"))
    before = contents(tmp_path)
    calls = 0

    def delete(folder: LocalFolder, names: Iterable[str]) -> None:
        nonlocal calls
        for name in names:
            calls += 1
            if calls == dies_at:
                raise KeyboardInterrupt
            whole(folder, [name])

    whole = LocalFolder.delete
    monkeypatch.setattr(LocalFolder, "delete", delete)
    with pytest.raises(KeyboardInterrupt), writing(folder_at(tmp_path)):
        compact(folder_at(tmp_path))
    assert contents(tmp_path) == before
    monkeypatch.setattr(LocalFolder, "delete", whole)
    with writing(folder_at(tmp_path)):
        settle(folder_at(tmp_path))
    assert contents(tmp_path) == before
    assert len(list((tmp_path / "units").iterdir())) == 1


def test_articles_are_dropped_from_all_tables(tmp_path: Path) -> None:
    old = documents(*ALL)
    put(tmp_path, old)
    with writing(folder_at(tmp_path)):
        remove(folder_at(tmp_path), as_keys([key_of(old[0])]))
    record = open_record(tmp_path)
    assert [i for (i,) in record.sql("SELECT id FROM articles ORDER BY id").fetchall()] == ["d2", "d3", "d4"]
    for table in TABLES:
        assert record.sql(f"SELECT * FROM {table} WHERE article = $k", {"k": key_of(old[0])}).fetchall() == []
    with writing(folder_at(tmp_path)):
        remove(folder_at(tmp_path), as_keys(map(key_of, old[1:])))
    assert list((tmp_path / "units").iterdir()) == []
