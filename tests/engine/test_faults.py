"""What may go wrong round a build: full disks, folders that can't be written, sources that change, clocks, kills."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from build_archive import ALL, SETTINGS
from build_reader import reader
from dateline.engine import Progress, build, walk
from dateline.store import open_record

FAULTS = Path(__file__).resolve().parent.parent.parent / "benchmarks" / "faults"
MANY = [f"{text} It was report {n}." for n in range(3) for text in ALL]


@pytest.fixture(autouse=True)
def small_units(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(walk, "_MOST_DOCUMENTS", 3)
    monkeypatch.chdir(tmp_path)


def write(name: str, texts: list[str]) -> None:
    Path(name).write_text("".join(json.dumps({"text": t}) + "\n" for t in texts), encoding="utf-8")


def run(into: str = "record", **options: object) -> None:
    build(["docs.jsonl"], into, SETTINGS, reader=reader(), links=False, **options)  # type: ignore[arg-type]


def texts(into: str = "record") -> list[str]:
    return [t for (t,) in open_record(into).sql("SELECT text FROM articles ORDER BY text").fetchall()]


def files(folder: str) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(Path(folder).rglob("*.*")) if p.is_file()}


SMALL_DISK = """
import resource, signal, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), resource.RLIM_INFINITY))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
sys.path.insert(0, sys.argv[2])
from light import LightSettings
from dateline.engine import build, walk
walk._MOST_DOCUMENTS = 3
try:
    build(["docs.jsonl"], "record", LightSettings(), links=False)
except OSError as e:
    print(e.strerror, e.filename)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="limits the sizes of files as Unix does")
def test_a_disk_that_is_full_is_told_and_the_rest_goes_on_later() -> None:
    # The second unit does not fit: its articles are long and don't repeat themselves.
    long = " ".join(f"{n * 7919 % 1_000_003}" for n in range(20_000))
    write("docs.jsonl", [*MANY[:3], *(f"{text} {long}" for text in MANY[3:6]), *MANY[6:]])
    script = [sys.executable, "-c", SMALL_DISK, "40000", str(FAULTS)]
    told = subprocess.run(script, capture_output=True, text=True, timeout=120, check=True).stdout
    assert told.startswith("File too large record/")
    assert texts() == sorted(MANY[:3])
    assert not list(Path("record").rglob("*.part"))
    script[3] = str(1 << 30)
    assert subprocess.run(script, capture_output=True, text=True, timeout=120, check=True).stdout == ""
    assert len(texts()) == 12


def test_a_folder_that_cannot_be_written_is_told() -> None:
    write("docs.jsonl", MANY[:1])
    Path("taken").write_text("a file", encoding="utf-8")
    with pytest.raises(OSError) as told:
        run("taken")
    assert "taken" in str(told.value.filename)


@pytest.mark.parametrize("how", ["grows", "is cut", "is written anew", "is replaced", "is gone"])
def test_a_source_that_changes_while_it_is_read_is_right_after_the_next_build(how: str) -> None:
    write("docs.jsonl", MANY[:9])
    after = {"grows": MANY, "is cut": MANY[:4], "is written anew": MANY[2:7], "is replaced": MANY[3:], "is gone": []}[how]

    def change(_: Progress) -> None:
        if changed:
            return
        changed.append(how)
        if how == "is replaced":
            write("other.jsonl", after)
            Path("other.jsonl").rename("docs.jsonl")
        elif how == "is gone":
            Path("docs.jsonl").unlink()
        else:
            write("docs.jsonl", after)

    changed: list[str] = []
    run(on_unit=change)
    found = texts()
    assert len(found) == len(set(found)) >= 3
    assert set(found) <= set(MANY)
    run()
    assert texts() == (sorted(after) or found)  # what a file held that is gone stays


def test_a_clock_that_goes_back_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    write("docs.jsonl", MANY)
    run("now")
    os.utime("docs.jsonl", (4_000_000_000, 4_000_000_000))
    clock = iter(range(1_000_000_000, 0, -1000))
    monkeypatch.setattr(time, "time", lambda: float(next(clock)))
    run("then")
    os.utime("docs.jsonl", (1000, 1000))
    run("then")
    assert files("then") == files("now")


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="finds processes by /proc")
def test_kills_at_random_moments_lose_and_double_nothing() -> None:
    script = [sys.executable, str(FAULTS / "kills.py"), "--kills", "4", "--articles", "300"]
    done = subprocess.run(script, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    found = json.loads(done.stdout)
    assert found["builder"] + found["worker"] + found["compaction"] == 4
    assert (found["lost"], found["doubled"], found["half"], found["differ"]) == (0, 0, 0, 0)
