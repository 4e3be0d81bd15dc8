"""Where it happened: drawn by the server, turned and zoomed by a script where there is one."""

from __future__ import annotations

from litestar import get
from litestar.response import Template

from dateline.store.pages import months, on_map
from dateline.web.charts import draw_bars, draw_world
from dateline.web.pages.archive_page import archive_page
from dateline.web.query import address, filters_of
from dateline.web.room import Asked, query_of, snapshot_of

_MOST_PLACES = 400


@get("/map", include_in_schema=False, sync_to_thread=True)
def map_page(request: Asked) -> Template:
    """Places by what happened there in a period."""
    snapshot = snapshot_of(request)
    filters = filters_of(request, most=_MOST_PLACES)
    query = query_of(request)
    places = [{**p, "link": address("/happenings", query, place=p["place"])} for p in on_map(snapshot, filters)]
    chart = draw_bars(months(snapshot, filters))
    return archive_page(request, snapshot, "map.html", places=places, world=draw_world(places), chart=chart, filters=filters)
