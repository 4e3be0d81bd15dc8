"""The reading processes: each reads one document at a time, and one that dies or takes too long is replaced.

Processes, not threads: trafilatura with lxml crashes the interpreter when called from several threads, and only a process
can be stopped in the middle of a page.
"""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_context
from queue import SimpleQueue

import msgspec

from dateline.engine import Settings
from dateline.record import Document
from dateline.web.reading.work import Answer, work

_LOADING_SECONDS = 180.0
_WAITING = 8  # documents a process that may wait for it


class ReadingError(RuntimeError):
    """A document was not read through no fault that its sender could mend by the next try; the message says why."""


class BusyError(ReadingError):
    """Too many documents wait already."""


class SlowError(ReadingError):
    """A document took longer than it may."""


class DiedError(ReadingError):
    """The process that read a document was killed by it, or beside it."""


class ReadingPool:
    """Some processes that read; they are started with `start`, in the background, and ended with `close`."""

    def __init__(self, settings: Settings, *, workers: int, seconds: float) -> None:
        self._seconds = seconds
        self._workers = [_Worker(settings) for _ in range(workers)]
        self._free: SimpleQueue[_Worker] = SimpleQueue()
        for worker in self._workers:
            self._free.put(worker)
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="reading")
        self._waiting = 0
        self._lock = threading.Lock()

    def start(self) -> None:
        """Begins to load the readers, and returns at once."""
        for worker in self._workers:
            self._threads.submit(worker.begin)

    def pids(self) -> list[int]:
        """The numbers of the processes that run now."""
        return [pid for worker in self._workers if (pid := worker.pid) is not None]

    async def read(self, document: Document) -> Answer:
        """What comes of a document.  Raises BusyError, SlowError, DiedError."""
        with self._lock:
            if self._waiting >= _WAITING * len(self._workers):
                raise BusyError("many pages wait to be read; try again in a minute")
            self._waiting += 1
        return await asyncio.wrap_future(self._threads.submit(self._read, document))

    def close(self) -> None:
        """Ends the processes."""
        for worker in self._workers:
            worker.end()
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _read(self, document: Document) -> Answer:
        worker = self._free.get()
        try:
            return worker.ask(document, self._seconds)
        finally:
            self._free.put(worker)
            with self._lock:
                self._waiting -= 1


class _Worker:
    """One process and the connection to it."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._context = get_context("spawn")
        self._process: object = None
        self._begin_lock = threading.Lock()

    @property
    def pid(self) -> int | None:
        return getattr(self._process, "pid", None)

    def begin(self) -> None:
        """Starts the process where none runs, and waits until it has loaded its reader.  Raises DiedError."""
        with self._begin_lock:
            if self._process is not None:
                return
            ours, theirs = self._context.Pipe()
            process = self._context.Process(target=work, args=(theirs, self._settings), daemon=True)
            process.start()
            theirs.close()
            self._process, self._ours = process, ours
            try:
                if not ours.poll(_LOADING_SECONDS):
                    raise EOFError
                ours.recv_bytes()
            except (EOFError, OSError):
                self.end()
                raise DiedError("the reader could not be loaded; the server's output says why") from None

    def ask(self, document: Document, seconds: float) -> Answer:
        self.begin()
        try:
            self._ours.send_bytes(msgspec.json.encode(document))
            if not self._ours.poll(seconds):
                self.end()
                raise SlowError(f"the page was not read within {seconds:.0f} seconds; give a shorter one")
            return msgspec.json.decode(self._ours.recv_bytes(), type=Answer)
        except (EOFError, OSError):
            self.end()
            raise DiedError("the process that read this page was killed; nothing else was lost") from None

    def end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()  # type: ignore[attr-defined]
            self._ours.close()
