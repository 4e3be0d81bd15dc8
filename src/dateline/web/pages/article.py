"""An article of the archive beside its record, with its copies and what it tells of that others tell too."""

from __future__ import annotations

from litestar import get
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from litestar.response import Template

from dateline.store.pages import copies_of, find_record, happenings_in
from dateline.web.pages.archive_page import archive_page
from dateline.web.room import Asked, snapshot_of
from dateline.web.sheet import lay_out


@get("/article/{key:str}", include_in_schema=False, sync_to_thread=True)
def article(request: Asked, key: FromPath[str]) -> Template:
    """The article."""
    snapshot = snapshot_of(request)
    record = find_record(snapshot, key)
    if record is None:
        raise NotFoundException("no article of that key is in this archive")
    return archive_page(
        request,
        snapshot,
        "article.html",
        key=key,
        sheet=lay_out(record),
        copies=copies_of(snapshot, key),
        happenings=happenings_in(snapshot, key),
    )
