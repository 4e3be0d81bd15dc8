"""Files are put in place whole, on a disk and in an object store alike."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from dateline.store import ArchiveMissingError, Folder, RecordError, folder_at, writing


@pytest.fixture(params=["disk", "memory"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Folder]:
    if request.param == "memory":
        pytest.importorskip("fsspec")
    yield folder_at(tmp_path / "record" if request.param == "disk" else f"memory://{uuid4().hex}/record")


def put(folder: Folder, name: str, content: str) -> None:
    with folder.put(name) as beside:
        beside.write_text(content, encoding="utf-8")


def test_files_are_put_listed_read_and_deleted(folder: Folder) -> None:
    assert (folder.exists(), folder.names("units"), folder.read(["units/a"])) == (False, [], {})
    for name in ("units/b", "units/a", "events/it's [c] *"):
        put(folder, name, name)
    assert folder.exists()
    assert folder.names("units") == ["units/a", "units/b"]
    assert folder.read(["units/a", "units/x", "events/it's [c] *"]) == {
        "units/a": b"units/a",
        "events/it's [c] *": b"events/it's [c] *",
    }
    with folder.open("units/b") as stream:
        assert stream.read() == b"units/b"
    folder.delete(["units/a", "units/x"])
    assert folder.names("units") == ["units/b"]


def test_a_file_that_is_not_ended_leaves_what_was_there(folder: Folder) -> None:
    put(folder, "units/a", "before")
    with pytest.raises(RuntimeError), folder.put("units/a") as beside:
        beside.write_text("half", encoding="utf-8")
        raise RuntimeError
    assert folder.read(folder.names("units")) == {"units/a": b"before"}


def test_two_may_write_and_know_that_they_are_not_alone(tmp_path: Path) -> None:
    pytest.importorskip("fcntl")
    folder = folder_at(tmp_path)
    with folder.alone() as alone:
        assert alone
    with folder.sharing(), folder.sharing(), folder.alone() as alone:
        assert not alone


def test_what_a_killed_build_left_is_swept_when_nobody_else_writes(tmp_path: Path) -> None:
    pytest.importorskip("fcntl")
    (tmp_path / "events").mkdir()
    half, old, young = (tmp_path / "events" / name for name in (".0.parquet.99.part", "0.parquet", "1.parquet"))
    for path in (half, old, young):
        path.write_text("no manifest", encoding="utf-8")
    os.utime(old, (0, 0))
    folder = folder_at(tmp_path)
    with folder.sharing(), writing(folder):
        assert half.exists() and old.exists()
    with writing(folder):
        assert list((tmp_path / "events").iterdir()) == [young]


def test_an_address_of_no_kind_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("fsspec")
    with pytest.raises(RecordError, match="nosuch://x: no such kind of address"):
        folder_at("nosuch://x")
    monkeypatch.setitem(__import__("sys").modules, "fsspec.core", None)
    with pytest.raises(ArchiveMissingError, match=r"install: pip install 'dateline\[cloud\]'"):
        folder_at("s3://bucket/record")
