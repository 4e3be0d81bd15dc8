"""Units read on Ray: a cluster that is started here, or one that is there."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from dateline.engine.errors import EngineError
from dateline.engine.unit import Done, Settings, Unit, given_up, read_anywhere
from dateline.store import Folder

_TRIES_AGAIN = 3  # of a unit whose worker is lost
_AHEAD = 2  # units a processor that are handed out: one in work, one that waits
_STORE = 200 << 20  # bytes for units on their way, of a cluster that is started here


def read_on_ray(
    units: Iterable[Unit], settings: Settings, into: Folder, *, workers: int, address: str | None
) -> Iterator[Done]:
    """What came of each unit, in their order; a unit is handed out again when its worker is lost."""
    with _connected(workers, address) as ray:
        read = ray.remote(num_cpus=1, max_retries=_TRIES_AGAIN)(read_anywhere)
        shared = ray.put(settings)
        most = _AHEAD * max(int(ray.cluster_resources().get("CPU", 1)), 1)
        waiting: deque[tuple[Unit, Any]] = deque()
        running: list[Any] = []
        for unit in units:
            while len(running) >= most:  # the first to end makes room, however long the others take
                _, running = ray.wait(running, num_returns=1)
                yield from _ended(ray, waiting, set(running))
            waiting.append((unit, read.remote(unit, shared, into.address)))
            running.append(waiting[-1][1])
        while waiting:
            yield _result(ray, *waiting.popleft())


def _ended(ray: Any, waiting: deque[tuple[Unit, Any]], running: set[Any]) -> Iterator[Done]:
    """The results of those that were handed out first, up to one that is still being read."""
    while waiting and waiting[0][1] not in running:
        yield _result(ray, *waiting.popleft())


def _result(ray: Any, unit: Unit, task: Any) -> Done:
    try:
        done: Done = ray.get(task)
    except (ray.exceptions.WorkerCrashedError, ray.exceptions.NodeDiedError, ray.exceptions.OutOfMemoryError):
        return given_up(unit)
    except ray.exceptions.RayTaskError as e:
        raise (e.cause if isinstance(e.cause, Exception) else e) from None
    return done


@contextmanager
def _connected(workers: int, address: str | None) -> Iterator[Any]:
    """Ray, connected; what was started here is ended.  Nothing is reported to anybody."""
    os.environ["DO_NOT_TRACK"] = "1"
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")
    try:
        ray = import_module("ray")
        import_module("ray.exceptions")
    except ImportError:
        raise EngineError("this engine needs Ray; install: pip install 'dateline[ray]'") from None
    ours = not ray.is_initialized()
    if ours:
        of_ours = {"num_cpus": workers, "include_dashboard": False, "object_store_memory": _STORE}
        try:
            ray.init(
                address=address or "local",
                log_to_driver=False,
                logging_level="ERROR",
                **({} if address else of_ours),
            )
        except (RuntimeError, OSError, ValueError) as e:
            where = f"the Ray cluster at {address} can't be reached" if address else "Ray can't be started"
            raise EngineError(f"{where} ({' '.join(str(e).split())[:200]})") from None
    try:
        yield ray
    finally:
        if ours:
            ray.shutdown()
