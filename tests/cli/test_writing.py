"""Files are put in place whole."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dateline.cli.writing import opened


def test_file_appears_at_the_end_only(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    with opened(out) as stream:
        stream.write(b"half")
        stream.flush()
        assert not out.exists()
    assert out.read_bytes() == b"half"


def test_failure_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_bytes(b"old")
    with pytest.raises(RuntimeError), opened(out) as stream:
        stream.write(b"new")
        raise RuntimeError
    assert out.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [out]


def test_mode_of_the_old_file_is_kept(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_bytes(b"old")
    out.chmod(0o640)
    with opened(out) as stream:
        stream.write(b"new")
    assert out.stat().st_mode & 0o777 == 0o640


def test_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.jsonl").write_bytes(b"old")
    link = tmp_path / "link.jsonl"
    link.symlink_to("real.jsonl")
    with opened(link) as stream:
        stream.write(b"new")
    assert link.is_symlink()
    assert (tmp_path / "real.jsonl").read_bytes() == b"new"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_pipe_is_written_straight(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with opened(pipe) as stream:
        stream.write(b"new")
    assert os.read(reader, 10) == b"new"
    os.close(reader)
