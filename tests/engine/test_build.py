"""Builds: whole, resumed, refreshed, brought up to date, killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from build_archive import ALL, SETTINGS, documents, put
from build_reader import reader
from dateline.engine import Engine, Progress, Settings, Total, build, walk
from dateline.record import Problem
from dateline.store import compact, folder_at, open_record, writing
from dateline.store.schema import TABLES


@pytest.fixture(autouse=True)
def small_units(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(walk, "_MOST_DOCUMENTS", 3)
    monkeypatch.chdir(tmp_path)


def write(name: str, *lines: str) -> None:
    text = "".join((line if line.startswith("{") else json.dumps({"text": line})) + "\n" for line in lines)
    Path(name).write_text(text, encoding="utf-8")


def run(*sources: str, told: list[Problem] | None = None, **options: object) -> Total:
    tell = (told if told is not None else []).append
    return build(sources, "record", SETTINGS, reader=reader(), on_problem=tell, **options)  # type: ignore[arg-type]


def texts() -> list[str]:
    return [t for (t,) in open_record("record").sql("SELECT text FROM articles ORDER BY text").fetchall()]


def files(folder: str | Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(Path(folder).rglob("*")) if p.is_file()}


MANY = [f"{text} It was report {n}." for n in range(3) for text in ALL]


def test_a_second_build_reads_only_what_is_new() -> None:
    write("docs.jsonl", *MANY[:5])
    assert run("docs.jsonl") == Total(read=5, already=0, older=0, units=2, removed=0)
    before = files("record")
    assert run("docs.jsonl") == Total(read=0, already=5, older=0, units=0, removed=0)
    assert files("record") == before
    write("docs.jsonl", *MANY[:6])
    assert run("docs.jsonl") == Total(read=1, already=5, older=0, units=1, removed=0)
    assert texts() == sorted(MANY[:6])


def test_a_file_that_has_changed_replaces_what_was_read_from_it() -> None:
    write("docs.jsonl", *MANY[:4])
    write("more.jsonl", MANY[5])
    run("docs.jsonl", "more.jsonl")
    write("docs.jsonl", MANY[6], *MANY[1:3])
    assert run("docs.jsonl").removed == 2
    assert texts() == sorted([MANY[5], MANY[6], *MANY[1:3]])


def test_problems_are_kept_told_again_and_gone_when_mended() -> None:
    write("docs.jsonl", MANY[0], "{bad", MANY[1])
    for _ in range(2):
        told: list[Problem] = []
        run("docs.jsonl", "no.txt", told=told)
        assert [p.source for p in told] == ["docs.jsonl:2", "no.txt"]
        assert len(open_record("record")["problems"].fetchall()) == 2
    write("docs.jsonl", *MANY[:2])
    Path("no.txt").write_text(MANY[2], encoding="utf-8")
    told = []
    run("docs.jsonl", "no.txt", told=told)
    assert told == open_record("record")["problems"].fetchall() == []
    assert texts() == sorted(MANY[:3])


def test_refresh_reads_again_what_others_made() -> None:
    write("docs.jsonl", *MANY[:5])
    build(["docs.jsonl"], "record", Settings(), reader=reader())
    put(Path("record"), documents(MANY[7], source="more.jsonl"), Settings())
    total = run("docs.jsonl")
    assert (total.read, total.already, total.older) == (0, 5, 5)
    assert run("docs.jsonl", refresh=True) == Total(read=5, already=0, older=0, units=2, removed=0)
    assert texts() == sorted([*MANY[:5], MANY[7]])
    assert len(list(Path("record/units").iterdir())) == 3


def test_a_refresh_that_is_stopped_shows_and_leaves_each_article_once(monkeypatch: pytest.MonkeyPatch) -> None:
    write("docs.jsonl", *MANY[:8])
    monkeypatch.setattr(walk, "_MOST_DOCUMENTS", 5)
    build(["docs.jsonl"], "record", Settings(), reader=reader())
    monkeypatch.setattr(walk, "_MOST_DOCUMENTS", 3)

    def stop(_: Progress) -> None:
        assert texts() == sorted(MANY[:8])
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run("docs.jsonl", refresh=True, on_unit=stop)
    assert run("docs.jsonl", refresh=True).read == 5
    assert texts() == sorted(MANY[:8])


def test_two_processes_make_the_same_bytes() -> None:
    write("docs.jsonl", *MANY, "{bad")
    settings = Settings(tables=())
    told: dict[int, list[Problem]] = {1: [], 2: []}
    for workers, problems in told.items():
        build(["docs.jsonl"], f"by{workers}", settings, engine=Engine(workers=workers), on_problem=problems.append)
    assert files("by1") == files("by2")
    assert told[1] == told[2]


def test_going_back_to_older_makers_loses_nothing() -> None:
    write("docs.jsonl", *MANY[:5])
    first, second = Settings(), SETTINGS
    for settings in (first, second, first, second):
        build(["docs.jsonl"], "record", settings, reader=reader(), refresh=True)
        assert texts() == sorted(MANY[:5])


def test_going_back_to_an_older_text_loses_nothing() -> None:
    for lines in (MANY[:4], MANY[2:6], MANY[:4], MANY[:6]):
        write("docs.jsonl", *lines)
        run("docs.jsonl")
        with writing(folder_at("record")):
            compact(folder_at("record"))
        assert texts() == sorted(lines)


@pytest.mark.parametrize("at", ["record", "memory://two/record"])
def test_two_builds_at_once_lose_and_double_nothing(at: str) -> None:
    pytest.importorskip("fsspec")
    write("docs.jsonl", *MANY[:8])
    write("more.jsonl", *MANY[4:])  # half of it again, under other names of its source
    within: list[Total] = []

    def another(_: Progress) -> None:
        if len(within) < 2:
            within.append(build(["more.jsonl", "docs.jsonl"][:: 1 - 2 * len(within)], at, SETTINGS, reader=reader()))

    build(["docs.jsonl", "more.jsonl"], at, SETTINGS, reader=reader(), on_unit=another)
    assert sum(total.read for total in within) == 12 - 3
    found = open_record(at).sql("SELECT text, article FROM articles ORDER BY text").fetchall()
    assert [text for text, _ in found] == sorted(MANY)
    assert len({key for _, key in found}) == 12
    assert compact(folder_at(at))[1] == 1
    assert len(open_record(at)["articles"].fetchall()) == 12


BUILD = """
import sys
from dateline.engine import Engine, build, walk
walk._MOST_DOCUMENTS = 3
if __name__ == "__main__":
    build(["docs.jsonl"], "record", engine=Engine(workers=int(sys.argv[1])), on_unit=lambda _: print(flush=True))
"""


def wait_for(units: int, process: subprocess.Popen[str]) -> None:
    """Until so many units are there, or the build is done."""
    while process.poll() is None and len(list(Path("record/units").glob("*.json"))) < units:
        time.sleep(0.01)


@pytest.mark.parametrize(("workers", "units"), [(1, 2), (2, 2)])
def test_a_build_that_is_killed_is_ended_by_the_next(workers: int, units: int) -> None:
    write("docs.jsonl", *MANY)
    Path("run.py").write_text(BUILD, encoding="utf-8")
    with subprocess.Popen([sys.executable, "run.py", str(workers)], stdout=subprocess.DEVNULL, text=True) as process:
        wait_for(units, process)
        process.send_signal(signal.SIGKILL)
    there = texts()
    assert len(there) == len(set(there)) >= 3 * (units - 1)
    total = build(["docs.jsonl"], "record", Settings(), reader=reader())
    assert total.read + total.already == len(MANY)
    assert total.already >= len(there)
    assert texts() == sorted(MANY)
    build(["docs.jsonl"], "whole", Settings(), reader=reader())
    assert files("record") == files("whole")
    assert {table: open_record("record")[table].fetchall() for table in TABLES}["events"]


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="finds processes by /proc")
def test_a_worker_that_is_killed_costs_nothing() -> None:
    write("docs.jsonl", *MANY)
    Path("run.py").write_text(BUILD, encoding="utf-8")
    with subprocess.Popen([sys.executable, "run.py", "2"], stderr=subprocess.PIPE, text=True) as process:
        wait_for(1, process)
        for worker in children(process.pid)[:1]:
            os.kill(worker, signal.SIGKILL)
        _, errors = process.communicate(timeout=120)
    assert process.returncode == 0, errors
    assert texts() == sorted(MANY)


def children(pid: int) -> list[int]:
    """The processes that read for a build (and not the one that keeps count of its locks)."""
    found = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    return [int(c) for c in found if b"spawn_main" in Path(f"/proc/{c}/cmdline").read_bytes()]
