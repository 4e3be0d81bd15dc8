"""What pages of the archive share: the snapshot, the choices of their filters, and how they are cited."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from litestar.response import Template

from dateline.store.pages import Row, Snapshot, kinds, whole
from dateline.web.query import address
from dateline.web.room import Asked, page, query_of


def archive_page(request: Asked, snapshot: Snapshot, name: str, **context: Any) -> Template:
    """A page of the archive."""
    archive = whole(snapshot)
    here = address(request.url.path, query_of(request))
    shared: dict[str, Any] = {
        "archive": archive,
        "kinds": kinds(snapshot),
        "linked": snapshot.linked,
        "stale": snapshot.stale,
        "here": here,
        "mark": snapshot.mark,
    }
    return page(request, name, address=address, **{**shared, **context})


def older(rows: Sequence[Row], most: int) -> int | None:
    """The number below which the next page begins, where this one is full."""
    return rows[-1]["n"] if len(rows) >= most else None
