"""A folder of this machine: files are written beside their place and renamed."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

_LOCK = ".lock"
_LEFT_OVER = 3600.0  # seconds: on some network disks others do not see our lock; old age is asked for where rows might go


class LocalFolder:
    """A folder below a path; made when the first file is put there."""

    filesystem: Any = None

    def __init__(self, root: Path) -> None:
        self._root = root
        self.address = str(root)

    def exists(self) -> bool:
        """Whether there is an archive, or the beginning of one."""
        return (self._root / "units").is_dir()

    @contextmanager
    def put(self, name: str) -> Iterator[Path]:
        """Gives a path beside the file's place; at the end the file is renamed."""
        path = self._root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{path.name}.{uuid.uuid4().hex}.part")  # two builders may write the same unit
        try:
            yield beside
            with beside.open("rb+") as stream:
                os.fsync(stream.fileno())
            beside.replace(path)
        except OSError as e:
            if e.filename is not None:
                raise
            raise type(e)(e.errno, os.strerror(e.errno) if e.errno else str(e), str(path)) from None
        finally:
            beside.unlink(missing_ok=True)

    def read(self, names: Iterable[str]) -> dict[str, bytes]:
        """The contents of files; those that are gone are left out."""
        found = {}
        for name in names:
            try:
                found[name] = (self._root / name).read_bytes()
            except FileNotFoundError:
                continue
        return found

    def open(self, name: str) -> IO[bytes]:
        """A file for those who read parts of it."""
        return (self._root / name).open("rb")

    def names(self, below: str) -> list[str]:
        """The files right below a folder, in order; what is being written is left out."""
        try:
            found = sorted(os.listdir(self._root / below))
        except (FileNotFoundError, NotADirectoryError):
            return []
        return [f"{below}/{name}" for name in found if not name.startswith(".")]

    def delete(self, names: Iterable[str]) -> None:
        """Takes files away; those that are gone are no fault."""
        for name in names:
            (self._root / name).unlink(missing_ok=True)

    def path(self, name: str) -> str:
        """The whole path."""
        return (self._root / name).absolute().as_posix()

    @contextmanager
    def sharing(self) -> Iterator[None]:
        """Holds the lock with others; the system gives it back when a process is killed."""
        self._root.mkdir(parents=True, exist_ok=True)
        with (self._root / _LOCK).open("a") as stream:
            _lock(stream.fileno(), alone=False)
            yield

    @contextmanager
    def alone(self) -> Iterator[bool]:
        """Holds the lock without others, where none has it."""
        self._root.mkdir(parents=True, exist_ok=True)
        with (self._root / _LOCK).open("a") as stream:
            yield _lock(stream.fileno(), alone=True)

    def left_over(self, names: Iterable[str]) -> list[str]:
        """Those that are older than an hour by the clock of the disk, not of this machine."""
        lock = self._root / _LOCK
        lock.touch()
        now = lock.stat().st_mtime
        return [name for name in names if now - (self._root / name).stat().st_mtime > _LEFT_OVER]

    def sweep(self) -> None:
        """Takes away what a killed build left half written."""
        for path in self._root.glob("**/.*.part"):
            if path.is_file():
                path.unlink(missing_ok=True)


def _lock(number: int, *, alone: bool) -> bool:
    """Takes the lock of an open file, at once or not at all where it is wanted for oneself; False where there is none."""
    try:
        import fcntl
    except ImportError:  # Windows
        return False
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB if alone else fcntl.LOCK_SH)
    except OSError:  # another has it, or the disk knows no locks
        return False
    return True
