"""Files are put in place whole; one builder at a time."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.store import BusyError, writing
from dateline.store.folder import put_in_place


def test_a_file_that_is_not_ended_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("before", encoding="utf-8")
    with pytest.raises(RuntimeError), put_in_place(tmp_path / "a") as beside:
        beside.write_text("half", encoding="utf-8")
        raise RuntimeError
    assert [p.name for p in tmp_path.iterdir()] == ["a"]
    assert (tmp_path / "a").read_text(encoding="utf-8") == "before"


def test_a_second_builder_is_told(tmp_path: Path) -> None:
    pytest.importorskip("fcntl")
    with writing(tmp_path), pytest.raises(BusyError, match="another build is writing there"), writing(tmp_path):
        pass
    with writing(tmp_path):
        pass


def test_what_a_killed_build_left_is_swept(tmp_path: Path) -> None:
    (tmp_path / "events").mkdir()
    (tmp_path / "events" / ".0.parquet.99.part").write_text("half", encoding="utf-8")
    with writing(tmp_path):
        assert list((tmp_path / "events").iterdir()) == []
