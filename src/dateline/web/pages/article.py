"""An article of the archive beside its record, with its copies and what it tells of that others tell too."""

from __future__ import annotations

from litestar import get
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from litestar.response import Template

from dateline.record import Record
from dateline.store.checks import Check
from dateline.store.pages import copies_of, find_record, happenings_in
from dateline.web.facts import fact_of
from dateline.web.pages.archive_page import archive_page
from dateline.web.room import Asked, room_of, snapshot_of
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
        checks=_by_card(request, key, record),
        copies=copies_of(snapshot, key),
        happenings=happenings_in(snapshot, key),
    )


def _by_card(request: Asked, key: str, record: Record) -> dict[str, list[Check]]:
    """The checks of each fact, by its id in this reading."""
    checks = room_of(request).checks
    found: dict[str, list[Check]] = {}
    if checks is None:
        return found
    made: dict[tuple[str, str, int, int], list[Check]] = {}
    for check in checks.of(key):
        made.setdefault(check.about, []).append(check)
    for id in [
        *(e.id for e in record.events),
        *(s.id for s in record.statements),
        *(c.id for c in record.commitments),
    ]:
        fact, span = fact_of(record, id)
        if about := made.get((key, fact.kind, span.start, span.end)):
            found[id] = about
    return found
