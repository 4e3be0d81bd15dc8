"""Units read on Spark: in order, the same bytes.  Needs pyspark and Java; skipped where one is missing."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dateline.engine import Engine
from dateline.engine.engines import read_units
from dateline.engine.keys import key_of
from dateline.engine.unit import Unit
from dateline.record import Document
from dateline.store import folder_at
from dying import DyingReader, DyingSettings

TESTS = Path(__file__).resolve().parent.parent
pytest.importorskip("pyspark", reason="pyspark is not installed: pip install 'dateline[spark]'")
pytestmark = pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java, which is not here")


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    import pyspark

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", os.pathsep.join([str(TESTS), os.environ.get("PYTHONPATH", "")]))
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        settings = pyspark.SparkConf().setMaster("local[2,4]").setAppName("tests")
        for name, value in {"ui.enabled": "false", "driver.bindAddress": "127.0.0.1", "driver.host": "127.0.0.1"}.items():
            settings.set(f"spark.{name}", value)
        context = pyspark.SparkContext(conf=settings)
        context.setLogLevel("OFF")
        yield context
        context.stop()


def told(into: Path, texts: list[str], engine: Engine) -> list[str]:
    marks = into.parent / "marks"
    marks.mkdir(exist_ok=True)
    documents = [Document(source=f"d:{n}", text=t) for n, t in enumerate(texts)]
    units = [Unit(items=(d,), keys=(key_of(d),)) for d in documents]
    reader: Any = DyingReader(marks)
    settings = DyingSettings(marks=str(marks))
    doing = read_units(units, settings, folder_at(into), engine=engine, reader=reader)
    return [p.what for done in doing for p in done.problems]


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("?*.*")) if p.is_file()}


def test_units_come_back_in_order_and_the_archive_is_the_same(spark: Any, tmp_path: Path) -> None:
    texts = [f"t{n}" for n in range(9)]
    for kind in ("spark", "local"):
        assert told(tmp_path / kind, texts, Engine(kind=kind)) == [f"seen {t}" for t in texts]  # type: ignore[arg-type]
    assert files(tmp_path / "spark") == files(tmp_path / "local")


def test_a_process_that_is_killed_costs_a_retry_and_one_that_always_is_its_unit(spark: Any, tmp_path: Path) -> None:
    found = told(tmp_path / "record", ["a", "once", "b", "always", "c"], Engine(kind="spark"))
    lost = "the process that read from here on (1 in all) was killed each time"
    assert found == ["seen a", "seen once", "seen b", lost, "seen c"]


def test_a_folder_that_cannot_be_written_is_an_error(spark: Any, tmp_path: Path) -> None:
    (tmp_path / "record").write_text("a file", encoding="utf-8")
    with pytest.raises(OSError):
        told(tmp_path / "record", ["a"], Engine(kind="spark"))
