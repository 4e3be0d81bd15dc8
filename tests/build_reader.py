"""One reader for all tests that read whole texts."""

from __future__ import annotations

from functools import cache

from build import tables
from dateline.reader import Reader


@cache
def reader() -> Reader:
    """The default reader, loaded once a test run; it reads any language."""
    return Reader(tables=tables(), any_language=True)
