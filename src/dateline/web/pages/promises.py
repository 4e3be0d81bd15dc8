"""The ledger of promises, with what became of them where that is known."""

from __future__ import annotations

from litestar import get
from litestar.response import Template

from dateline.store.pages import promised, with_outcomes
from dateline.web.pages.archive_page import archive_page, older
from dateline.web.query import filters_of, one, party_of
from dateline.web.room import Asked, snapshot_of


@get("/promises", include_in_schema=False, sync_to_thread=True)
def promises(request: Asked) -> Template:
    """Promises, the newest first, or those that fall due in the order of their dates."""
    snapshot = snapshot_of(request)
    filters = filters_of(request)
    by, to = party_of(snapshot, one(request, "by")), party_of(snapshot, one(request, "to_whom"))
    due = one(request, "due") is not None
    rows = promised(snapshot, filters, by=by, to=to, state=one(request, "state"), due=due)
    more = None if due else older(rows, filters.most)
    rows = with_outcomes(snapshot, rows)
    return archive_page(request, snapshot, "promises.html", rows=rows, filters=filters, due=due, older=more)
