"""Units read on Ray: in order, the same bytes, a killed worker costs a retry.  One small cluster for all."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dateline.engine import Engine, EngineError
from dateline.engine.engines import read_units
from dateline.engine.keys import key_of
from dateline.engine.unit import Unit
from dateline.record import Document
from dateline.store import folder_at
from dying import DyingReader, DyingSettings

pytest.importorskip("ray")
TESTS = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def ray() -> Iterator[Any]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DO_NOT_TRACK", "1")
        patch.setenv("RAY_USAGE_STATS_ENABLED", "0")
        patch.setenv("PYTHONPATH", os.pathsep.join([str(TESTS), os.environ.get("PYTHONPATH", "")]))
        import ray

        ray.init(address="local", num_cpus=2, include_dashboard=False, log_to_driver=False, object_store_memory=80 << 20)
        yield ray
        ray.shutdown()


def units(*texts: str) -> list[Unit]:
    documents = [Document(source=f"d:{n}", text=t) for n, t in enumerate(texts)]
    return [Unit(items=(d,), keys=(key_of(d),)) for d in documents]


def told(into: Path, found: list[Unit], engine: Engine) -> list[str]:
    marks = into.parent / "marks"
    marks.mkdir(exist_ok=True)
    settings = DyingSettings(marks=str(marks))
    reader: Any = DyingReader(marks)
    doing = read_units(found, settings, folder_at(into), engine=engine, reader=reader)
    return [p.what for done in doing for p in done.problems]


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("?*.*")) if p.is_file()}


def test_units_come_back_in_order_and_the_archive_is_the_same(ray: Any, tmp_path: Path) -> None:
    texts = [f"t{n}" for n in range(30)]
    for kind in ("ray", "local"):
        assert told(tmp_path / kind, units(*texts), Engine(kind=kind)) == [f"seen {t}" for t in texts]  # type: ignore[arg-type]
    assert files(tmp_path / "ray") == files(tmp_path / "local")
    assert len(files(tmp_path / "ray")) == 60


def test_a_worker_that_dies_at_its_unit_costs_a_retry(ray: Any, tmp_path: Path) -> None:
    found = told(tmp_path / "record", units("a", "once", "b", "c"), Engine(kind="ray"))
    assert found == ["seen a", "seen once", "seen b", "seen c"]


def test_a_worker_that_is_killed_from_outside_costs_a_retry(ray: Any, tmp_path: Path) -> None:
    killed: list[int] = []

    def kill() -> None:
        while len(killed) < 2:
            for mark in sorted(tmp_path.glob("marks/slow-*")):
                pid = int(mark.name.removeprefix("slow-"))
                if pid not in killed and len(killed) < 2:
                    killed.append(pid)
                    os.kill(pid, signal.SIGKILL)
            time.sleep(0.02)

    killer = threading.Thread(target=kill, daemon=True)
    killer.start()
    texts = [f"slow {n}" for n in range(6)]
    assert told(tmp_path / "record", units(*texts), Engine(kind="ray")) == [f"seen {t}" for t in texts]
    killer.join(timeout=30)
    assert len(killed) == 2
    assert len(list((tmp_path / "record" / "units").iterdir())) == 6


def test_a_unit_that_always_kills_is_given_up(ray: Any, tmp_path: Path) -> None:
    found = told(tmp_path / "record", units("a", "always", "b"), Engine(kind="ray"))
    assert found == ["seen a", "the process that read from here on (1 in all) was killed each time", "seen b"]


def test_a_folder_that_cannot_be_written_is_an_error(ray: Any, tmp_path: Path) -> None:
    (tmp_path / "record").write_text("a file", encoding="utf-8")
    with pytest.raises(OSError) as failed:
        told(tmp_path / "record", units("a"), Engine(kind="ray"))
    assert str(tmp_path) in str(failed.value.filename)


def test_what_is_missing_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for kind, module in (("ray", "ray"), ("spark", "pyspark")):
        monkeypatch.setitem(__import__("sys").modules, module, None)
        with pytest.raises(EngineError, match=rf"pip install 'dateline\[{kind}\]'"):
            told(tmp_path / "record", units("a"), Engine(kind=kind))  # type: ignore[arg-type]
