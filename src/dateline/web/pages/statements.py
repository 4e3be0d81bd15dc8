"""What was said: search by speaker, words, date and kind."""

from __future__ import annotations

from litestar import get
from litestar.response import Template

from dateline.store.pages import said
from dateline.web.pages.archive_page import archive_page, older
from dateline.web.query import filters_of, one, party_of
from dateline.web.room import Asked, snapshot_of


@get("/statements", include_in_schema=False, sync_to_thread=True)
def statements(request: Asked) -> Template:
    """Statements, the newest first, their words lit where words were asked for."""
    snapshot = snapshot_of(request)
    filters = filters_of(request)
    speaker, about = party_of(snapshot, one(request, "by")), party_of(snapshot, one(request, "about"))
    rows = said(snapshot, filters, speaker, about=about, kind=one(request, "kind"))
    return archive_page(request, snapshot, "statements.html", rows=rows, filters=filters, older=older(rows, filters.most))
