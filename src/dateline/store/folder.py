"""Files of the archive: put in place whole, and written by one builder at a time."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_LOCK = ".lock"


class BusyError(RuntimeError):
    """Another build is writing to the folder."""


@contextmanager
def put_in_place(path: Path) -> Iterator[Path]:
    """Gives the name under which to write; at the end the file stands at `path`, whole.  Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        yield beside
        with beside.open("rb+") as stream:
            os.fsync(stream.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Holds the right to write to the folder, which a process that is killed gives back.

    Raises BusyError where another has it, OSError where the folder can't be written to.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / _LOCK).open("a") as stream:
        if not _locked(stream.fileno()):
            raise BusyError(f"{folder}: another build is writing there; wait for its end")
        _sweep(folder)
        yield


def _locked(number: int) -> bool:
    """Takes the lock of an open file; where the system has no such locks, everybody gets it."""
    try:
        import fcntl
    except ImportError:
        return True
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _sweep(folder: Path) -> None:
    """Takes away what a killed build left half written; who holds the lock is the only one who writes."""
    for path in folder.glob("*/.*.part"):
        path.unlink(missing_ok=True)
