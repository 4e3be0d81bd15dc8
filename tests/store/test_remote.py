"""An archive in an object store: S3, which fails, is slow, and cuts connections."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from build_archive import ALL, SETTINGS, TREATY, VISIT, documents, put
from build_reader import reader
from dateline.engine import Progress, Total, build, walk
from dateline.engine.keys import key_of
from dateline.store import as_keys, compact, folder_at, open_record, remote, remove, writing
from object_store import ENVIRONMENT, FaultyStore, s3_server

fsspec = pytest.importorskip("fsspec")
pytest.importorskip("s3fs")


@pytest.fixture(scope="module")
def store() -> Iterator[FaultyStore]:
    with s3_server() as server, pytest.MonkeyPatch.context() as patch:
        faulty = FaultyStore(server)
        for name, value in {**ENVIRONMENT, "AWS_ENDPOINT_URL": faulty.address}.items():
            patch.setenv(name, value)
        patch.setattr(remote, "_FIRST_PAUSE", 0.01)
        patch.setitem(fsspec.config.conf, "s3", {"config_kwargs": {"read_timeout": 2}})
        folder_at("s3://news/record").filesystem.mkdir("news")  # type: ignore[attr-defined]
        yield faulty
        faulty.close()


@pytest.fixture
def address(store: FaultyStore) -> str:
    store.left = 0
    return f"s3://news/{uuid4().hex}"


def ids(address: str) -> list[str]:
    return [i for (i,) in open_record(address).sql("SELECT id FROM articles ORDER BY id").fetchall()]


def test_an_archive_is_built_asked_joined_and_cut_down(address: str) -> None:
    for n, text in enumerate(ALL):
        put(address, documents(text, source=f"{n}.jsonl"))
    put(address, documents(TREATY, source="0.jsonl"), turn=1)
    record = open_record(address)
    assert record.sql("SELECT count(*) FROM articles").fetchall() == [(4,)]
    assert record["events"].filter("type = 'ASSAULT'").to_arrow_table().num_rows == 1
    assert len(record.timeline("Kenya", "Uganda").fetchall()) == 1
    folder = folder_at(address)
    with writing(folder):
        assert compact(folder) == (4, 2)
    assert open_record(address).sql("SELECT count(*) FROM articles").fetchall() == [(4,)]
    remove(folder, as_keys([key_of(documents(VISIT, source="1.jsonl")[0])]))
    assert open_record(address).sql("SELECT count(*) FROM articles").fetchall() == [(3,)]
    assert len(folder.names("articles")) == 2


def test_two_builds_at_once_lose_and_double_nothing(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walk, "_MOST_DOCUMENTS", 2)
    lines = [json.dumps({"text": text}) + "\n" for text in ALL]
    for name, some in {"a.jsonl": lines[:3], "b.jsonl": lines[1:]}.items():
        (tmp_path / name).write_text("".join(some), encoding="utf-8")
    sources = [str(tmp_path / "a.jsonl"), str(tmp_path / "b.jsonl")]

    def another(_: Progress) -> None:
        if not within:
            within.append(build(sources[::-1], address, SETTINGS, reader=reader(), links=False))

    within: list[Total] = []
    build(sources, address, SETTINGS, reader=reader(), links=False, on_unit=another)
    found = open_record(address).sql("SELECT text FROM articles ORDER BY text").fetchall()
    assert [text for (text,) in found] == sorted(ALL)
    compact(folder_at(address))
    assert len(folder_at(address).names("units")) == 1


@pytest.mark.parametrize("fault", ["error", "cut", "slow"])
def test_a_store_that_fails_is_asked_again(store: FaultyStore, address: str, fault: str) -> None:
    folder = folder_at(address)
    for work in (lambda: put(address, documents(TREATY)), lambda: folder.names("units"), lambda: ids(address)):
        store.fail(fault, 1 if fault == "slow" else 2)
        work()
        assert store.left == 0
    assert ids(address) == ["d1"]


@pytest.mark.parametrize("fault", ["error", "cut"])
def test_a_store_that_goes_on_failing_is_told_and_nothing_half_is_seen(store: FaultyStore, address: str, fault: str) -> None:
    put(address, documents(TREATY))
    store.fail(fault, 10_000)
    with pytest.raises(OSError, match="the store fails") as told:
        put(address, documents(VISIT, source="more.jsonl"))
    assert str(told.value.filename).startswith(address)
    store.left = 0
    assert ids(address) == ["d1"]


def test_a_bucket_that_is_not_there_is_told(store: FaultyStore) -> None:
    with pytest.raises(OSError, match="nosuch"):
        put("s3://nosuchbucket/record", documents(TREATY))
