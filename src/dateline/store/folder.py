"""Where an archive lies: a folder of this machine, or an address of an object store.  The one way to its files.

Names of files are relative and have `/` between their parts: `events/0f3a.parquet`.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import IO, Any, Protocol


class Folder(Protocol):
    """Files that are put in place whole, listed, read and deleted.  What goes wrong is an OSError with the file's name."""

    @property
    def address(self) -> str:
        """As the user writes it."""

    @property
    def filesystem(self) -> Any:
        """What pyarrow reads an object store through; None for a folder of this machine."""

    def exists(self) -> bool:
        """Whether there is an archive, or the beginning of one."""

    def put(self, name: str) -> AbstractContextManager[Path]:
        """Gives a path of this machine to write to; at the end the file stands under its name, whole, or nothing does."""

    def read(self, names: Iterable[str]) -> dict[str, bytes]:
        """The contents of files; those that are gone are left out."""

    def open(self, name: str) -> IO[bytes]:
        """A file for those who read parts of it.  Raises FileNotFoundError."""

    def names(self, below: str) -> list[str]:
        """The files right below a folder, in order; none where there is no such folder."""

    def delete(self, names: Iterable[str]) -> None:
        """Takes files away; those that are gone are no fault."""

    def path(self, name: str) -> str:
        """How pyarrow (with `filesystem`) and DuckDB call a file."""

    def sharing(self) -> AbstractContextManager[None]:
        """Held by everybody who writes, while writing."""

    def alone(self) -> AbstractContextManager[bool]:
        """Whether nobody writes, which stays so meanwhile; False where that can't be known."""

    def left_over(self, names: Iterable[str]) -> list[str]:
        """Those of the files that are so old that nobody can be about to need them."""

    def sweep(self) -> None:
        """Takes away files that were left half written; for those who are alone."""


def folder_at(address: str | Path) -> Folder:
    """The folder at a path or an address (`s3://bucket/record`).  Raises ArchiveMissingError, RecordError."""
    text = str(address)
    if "://" not in text or text.startswith("file://"):
        from dateline.store.local import LocalFolder

        return LocalFolder(Path(text.removeprefix("file://")))
    from dateline.store.remote import open_remote

    return open_remote(text)
