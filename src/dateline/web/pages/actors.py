"""Who is in the archive: the list, the dossier of one, and what passed between two."""

from __future__ import annotations

from litestar import get
from litestar.response import Redirect, Template

from dateline.store.pages import Party, dossier, find_party, pair, parties_like
from dateline.web.charts import draw_bars, draw_world
from dateline.web.pages.archive_page import archive_page, older
from dateline.web.query import address, filters_of, one
from dateline.web.room import Asked, snapshot_of


@get("/actors", include_in_schema=False, sync_to_thread=True)
def actors(request: Asked) -> Template:
    """Those whose names have the words, the best known first."""
    snapshot = snapshot_of(request)
    words = one(request, "q") or ""
    return archive_page(request, snapshot, "actors.html", rows=parties_like(snapshot, words), words=words)


@get("/actor", include_in_schema=False, sync_to_thread=True)
def actor(request: Asked) -> Template | Redirect:
    """The dossier."""
    snapshot = snapshot_of(request)
    name = one(request, "who") or ""
    party = find_party(snapshot, name)
    if party is None:
        return _which(name)
    filters = filters_of(request)
    found = dossier(snapshot, party, filters)
    return archive_page(
        request,
        snapshot,
        "actor.html",
        party=party,
        found=found,
        filters=filters,
        chart=draw_bars(found.months),
        world=draw_world(found.places),
        older=older(found.happened, filters.most),
    )


@get("/pair", include_in_schema=False, sync_to_thread=True)
def pair_page(request: Asked) -> Template | Redirect:
    """What passed between two."""
    snapshot = snapshot_of(request)
    parties: list[Party] = []
    for name in ("a", "b"):
        asked = one(request, name) or ""
        found = find_party(snapshot, asked)
        if found is None:
            return _which(asked)
        parties.append(found)
    filters = filters_of(request)
    between = pair(snapshot, parties[0], parties[1], filters)
    return archive_page(
        request,
        snapshot,
        "pair.html",
        a=parties[0],
        b=parties[1],
        found=between,
        filters=filters,
        chart=draw_bars(between.months),
        older=older(between.happened, filters.most),
    )


def _which(name: str) -> Redirect:
    """Nobody of exactly this name: those who have it in theirs."""
    return Redirect(address("/actors", [("q", name)]), status_code=303)
