"""What happened: the list with its months, and one happening with all who tell of it."""

from __future__ import annotations

from litestar import get
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from litestar.response import Template

from dateline.store.pages import happened, months, tellings_of
from dateline.web.charts import draw_bars
from dateline.web.pages.archive_page import archive_page, older
from dateline.web.query import filters_of, one, party_of
from dateline.web.room import Asked, snapshot_of


@get("/happenings", include_in_schema=False, sync_to_thread=True)
def happenings(request: Asked) -> Template:
    """The list, filtered by party, type, status, period, place and words."""
    snapshot = snapshot_of(request)
    filters = filters_of(request)
    party = party_of(snapshot, one(request, "who"))
    parties = [party] if party else []
    rows = happened(snapshot, filters, *parties)
    chart = draw_bars(months(snapshot, filters, *parties)) if filters.before is None else None
    return archive_page(
        request, snapshot, "happenings.html", rows=rows, chart=chart, filters=filters, older=older(rows, filters.most)
    )


@get("/happening/{key:str}", include_in_schema=False, sync_to_thread=True)
def happening(request: Asked, key: FromPath[str]) -> Template:
    """One happening and its tellings."""
    snapshot = snapshot_of(request)
    found = snapshot.rows("SELECT * FROM shelf.items WHERE key = $key LIMIT 1", {"key": key})
    if not found:
        raise NotFoundException("no happening of that key is in this archive; it may be another after linking anew")
    return archive_page(request, snapshot, "happening.html", one=found[0], tellings=tellings_of(snapshot, key))
