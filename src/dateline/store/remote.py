"""An object store by way of fsspec: one PUT a file, which readers see whole or not at all; nothing is renamed.

Keys and regions are found where the store's own tools find them (`AWS_ACCESS_KEY_ID`, `AWS_ENDPOINT_URL` ...).
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import IO, Any

from dateline.store.parts import ArchiveMissingError, RecordError

_TRIES = 4
_FIRST_PAUSE = 0.5  # seconds; each pause is twice as long as the one before
_FINAL = (FileNotFoundError, PermissionError, NotADirectoryError, IsADirectoryError)
_AT_ONCE = 32  # requests side by side


def open_remote(address: str) -> RemoteFolder:
    """The folder at an address.  Raises ArchiveMissingError, RecordError."""
    try:
        core = import_module("fsspec.core")
        filesystem, root = core.url_to_fs(address, use_listings_cache=False)
    except ImportError as e:
        raise ArchiveMissingError(f"{address} needs {e.name or e}; install: pip install 'dateline[cloud]'") from None
    except ValueError as e:
        raise RecordError(f"{address}: no such kind of address ({e}); write s3://, gs:// or the path of a folder") from None
    return RemoteFolder(address, filesystem, root)


class RemoteFolder:
    """Files below an address.  Whoever writes is never known to be alone."""

    def __init__(self, address: str, filesystem: Any, root: str) -> None:
        self.address = address.rstrip("/")
        self.filesystem = filesystem
        self._root = root.rstrip("/")

    def exists(self) -> bool:
        """Whether there is an archive, or the beginning of one."""
        return bool(self.names("units"))

    @contextmanager
    def put(self, name: str) -> Iterator[Path]:
        """Gives a path of this machine, whose file is sent at the end."""
        with tempfile.TemporaryDirectory(prefix="dateline-") as beside:
            path = Path(beside) / "file"
            yield path
            self._tried(name, lambda: self.filesystem.put_file(str(path), self.path(name)))

    def read(self, names: Iterable[str]) -> dict[str, bytes]:
        """The contents of files, many at once; those that are gone are left out."""

        def content(name: str) -> bytes | None:
            try:
                found: bytes = self._tried(name, lambda: self.filesystem.cat_file(self.path(name)))
            except FileNotFoundError:
                return None
            return found

        with ThreadPoolExecutor(_AT_ONCE) as pool:
            wanted = list(names)
            found = zip(wanted, pool.map(content, wanted), strict=True)
            return {name: held for name, held in found if held is not None}

    def open(self, name: str) -> IO[bytes]:
        """A file for those who read parts of it."""
        found: IO[bytes] = self._tried(name, lambda: self.filesystem.open(self.path(name), "rb"))
        return found

    def names(self, below: str) -> list[str]:
        """The files right below a folder, in order."""

        def listed() -> list[str]:
            self.filesystem.invalidate_cache()
            try:
                return [str(path) for path in self.filesystem.ls(self.path(below), detail=False)]
            except FileNotFoundError:
                return []

        return sorted(f"{below}/{path.rsplit('/', 1)[-1]}" for path in self._tried(below, listed))

    def delete(self, names: Iterable[str]) -> None:
        """Takes files away; those that are gone are no fault."""
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            list(pool.map(lambda name: self._tried(name, lambda: self._delete_one(name)), names))

    def _delete_one(self, name: str) -> None:
        try:
            self.filesystem.rm_file(self.path(name))
        except FileNotFoundError:
            return

    def path(self, name: str) -> str:
        """As the file system calls it: without the protocol."""
        return f"{self._root}/{name}"

    @contextmanager
    def sharing(self) -> Iterator[None]:
        """Object stores have no locks, and none is needed."""
        yield

    @contextmanager
    def alone(self) -> Iterator[bool]:
        """Never known."""
        yield False

    def left_over(self, names: Iterable[str]) -> list[str]:
        """None that we would know of."""
        return []

    def sweep(self) -> None:
        """Nothing is ever half written."""

    def _tried(self, name: str, work: Callable[[], Any]) -> Any:
        """What `work` gives; a store that fails or is slow is asked again, after longer and longer pauses."""
        pause = _FIRST_PAUSE
        for left in reversed(range(_TRIES)):
            try:
                return work()
            except _FINAL as e:
                raise type(e)(e.errno, e.strerror or str(e), f"{self.address}/{name}") from None
            except Exception as e:  # the libraries below raise their own kinds, many of them no OSError
                if not left:
                    what = f"the store fails ({type(e).__name__}: {' '.join(str(e).split())[:200]})"
                    raise OSError(5, what, f"{self.address}/{name}") from None
            time.sleep(pause)
            pause *= 2
        raise AssertionError
