"""Processes of this machine that read units side by side."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection, get_context, parent_process

from dateline.engine.unit import Done, Settings, Unit, given_up, read_anywhere
from dateline.store import Folder

_AHEAD = 2  # units a process that wait for it: more would only fill the memory

_Waiting = deque[tuple[Unit, "Future[Done] | None"]]


def read_in_pool(units: Iterable[Unit], settings: Settings, into: Folder, *, workers: int) -> Iterator[Done]:
    """What came of each unit, in their order.

    A process that is killed costs the others nothing: its unit is read again with nothing beside it, and given up with a
    problem where it is killed again.  Raises OSError where a unit can't be written.
    """
    pool = _Pool(settings, into, workers)
    waiting: _Waiting = deque()
    try:
        for unit in units:
            waiting.append((unit, pool.submit(unit)))
            if len(waiting) >= workers * (1 + _AHEAD):
                yield _first(waiting, pool)
        while waiting:
            yield _first(waiting, pool)
    finally:
        pool.close()


def _first(waiting: _Waiting, pool: _Pool) -> Done:
    """What came of the unit that has waited longest."""
    unit, future = waiting.popleft()
    try:
        if future is not None:
            return future.result()
    except BrokenProcessPool:
        pass
    done = _alone(unit, pool)
    for number, (later, found) in enumerate(waiting):
        if found is None or not found.done() or isinstance(found.exception(), BrokenProcessPool):
            waiting[number] = (later, pool.submit(later))
    return done


def _alone(unit: Unit, pool: _Pool) -> Done:
    """Reads a unit with nothing beside it, so that it is known who is to blame where a process is killed again."""
    pool.renew()
    try:
        future = pool.submit(unit)
        if future is not None:
            return future.result()
    except BrokenProcessPool:
        pass
    pool.renew()
    return given_up(unit)


class _Pool:
    """The processes; they are started anew where one was killed."""

    def __init__(self, settings: Settings, into: Folder, workers: int) -> None:
        self._settings = settings
        self._into = into
        self._workers = workers
        self._processes = self._start()

    def submit(self, unit: Unit) -> Future[Done] | None:
        try:
            return self._processes.submit(read_anywhere, unit, self._settings, self._into.address)
        except BrokenProcessPool:
            return None

    def renew(self) -> None:
        self.close()
        self._processes = self._start()

    def close(self) -> None:
        self._processes.shutdown(wait=True, cancel_futures=True)

    def _start(self) -> ProcessPoolExecutor:
        # Started, not forked: a forked process would inherit locks held by threads of the progress bar.
        return ProcessPoolExecutor(self._workers, mp_context=get_context("spawn"), initializer=_begin)


def _begin() -> None:
    """Ends this process when the one that started it is gone, however it went, and leaves Ctrl-C to that one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)
