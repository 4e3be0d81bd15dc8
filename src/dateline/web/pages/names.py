"""Contested names: who calls a place what."""

from __future__ import annotations

from itertools import groupby

from litestar import get
from litestar.response import Template

from dateline.store.pages import contested
from dateline.web.pages.archive_page import archive_page
from dateline.web.room import Asked, snapshot_of


@get("/names", include_in_schema=False, sync_to_thread=True)
def names(request: Asked) -> Template:
    """Every place that parties call by different names."""
    snapshot = snapshot_of(request)
    places = [(place, list(rows)) for place, rows in groupby(contested(snapshot), key=lambda r: r["place"])]
    return archive_page(request, snapshot, "names.html", places=places)
