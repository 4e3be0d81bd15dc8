"""Units read on Spark: local processes, or the cluster of a master."""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from importlib import import_module
from itertools import islice
from typing import Any

from dateline.engine.errors import EngineError
from dateline.engine.unit import Done, Settings, Unit, given_up, read_anywhere
from dateline.store import Folder

_TRIES = 4  # of a task whose process is lost
_JOBS = 2  # runs of units side by side: one begins while the last units of another are read


def read_on_spark(
    units: Iterable[Unit], settings: Settings, into: Folder, *, workers: int, address: str | None
) -> Iterator[Done]:
    """What came of each unit, in their order; Spark hands a unit out again when its process is lost."""
    left = iter(units)
    with _connected(workers, address) as context, ThreadPoolExecutor(_JOBS) as jobs:
        waiting: deque[tuple[list[Unit], Future[list[Done]]]] = deque()
        while run := list(islice(left, context.defaultParallelism)):
            waiting.append((run, jobs.submit(_read_run, context, run, settings, into.address)))
            if len(waiting) >= _JOBS:
                yield from _results(context, *waiting.popleft(), settings, into.address)
        while waiting:
            yield from _results(context, *waiting.popleft(), settings, into.address)


def _read_run(context: Any, run: list[Unit], settings: Settings, into: str) -> list[Done]:
    """One task a unit."""

    def read(unit: Unit) -> Done | OSError:
        try:
            return read_anywhere(unit, settings, into)
        except OSError as e:  # Spark would try again, and tell it as text
            return e

    found = context.parallelize(run, len(run)).map(read).collect()
    failed = next((f for f in found if isinstance(f, OSError)), None)
    if failed is not None:
        raise failed
    return list(found)


def _results(context: Any, run: list[Unit], job: Future[list[Done]], settings: Settings, into: str) -> Iterator[Done]:
    """The results of a run; where it was given up, its units are read one by one, to know which is to blame."""
    lost = import_module("py4j.protocol").Py4JError
    try:
        yield from job.result()
        return
    except lost:
        pass
    for unit in run:
        try:
            yield from _read_run(context, [unit], settings, into)
        except lost:
            yield given_up(unit)


@contextmanager
def _connected(workers: int, address: str | None) -> Iterator[Any]:
    """A Spark context; one that is there already is used and left, one that was started here is ended."""
    try:
        spark = import_module("pyspark")
    except ImportError:
        raise EngineError("this engine needs Spark; install: pip install 'dateline[spark]'") from None
    there = spark.SparkContext._active_spark_context
    if there is not None:
        yield there
        return
    settings = spark.SparkConf().setAppName("dateline build").setMaster(address or f"local[{workers},{_TRIES}]")
    settings.set("spark.ui.enabled", "false").set("spark.ui.showConsoleProgress", "false").set(
        "spark.task.maxFailures", str(_TRIES)
    )
    if not address:
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # else the first python3 of the path
        settings.set("spark.driver.bindAddress", "127.0.0.1").set("spark.driver.host", "127.0.0.1")
    try:
        context = spark.SparkContext(conf=settings)
    except Exception as e:  # the gateway to Java has errors of its own
        why = " ".join(str(e).split())[:200]
        raise EngineError(f"Spark can't be started ({why}); it needs Java 17 or newer, and a master that answers") from None
    context.setLogLevel("OFF")
    try:
        yield context
    finally:
        context.stop()
