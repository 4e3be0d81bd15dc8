"""The libraries that the archive stands on; they come with an extra and are loaded when first used."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Any

_PARTS = ("pyarrow", "duckdb")


class ArchiveMissingError(RuntimeError):
    """A library of the archive is not installed; the message says what to install."""


class RecordError(ValueError):
    """A folder that holds no archive or a damaged one, or a question that can't be answered; the message says why."""


class UnreadableError(RecordError):
    """A file of the archive is damaged, or was taken away while it was asked: open the archive anew and ask again."""


def need_parts() -> None:
    """Raises ArchiveMissingError where pyarrow or duckdb is missing; loads neither."""
    missing = [name for name in _PARTS if find_spec(name) is None]
    if missing:
        raise ArchiveMissingError(f"the archive needs {' and '.join(missing)}; install: pip install 'dateline[archive]'")


def part(name: str) -> Any:
    """The module of that name (`pyarrow.parquet`).  Raises ArchiveMissingError."""
    need_parts()
    return import_module(name)
