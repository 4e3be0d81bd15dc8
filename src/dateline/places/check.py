"""Checks the tables of places."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.lexicon import TableError, Tables


def check(tables: Tables) -> Iterator[TableError]:
    """Faults of the tables of places."""
    yield from ()
