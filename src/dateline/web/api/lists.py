"""The archive's lists for programs: what the pages show, under the same filters."""

from __future__ import annotations

from typing import Annotated

from litestar import get
from litestar.params import QueryParameter

from dateline.store.pages import contested, happened, months, on_map, parties_like, promised, said
from dateline.web.api.parameters import Before, Most, Several, Since, Until, Who, Words
from dateline.web.api.rows import Actor, Called, Happening, Month, PlaceOf, Promised, Said, as_rows
from dateline.web.query import filters_of, one, party_of
from dateline.web.room import Asked, snapshot_of

_TAGS = ["archive"]
Place = Annotated[str | None, QueryParameter(max_length=300, description="A place's name, or a country's code.")]


@get("/api/happenings", tags=_TAGS, operation_id="happenings", sync_to_thread=True)
def api_happenings(
    request: Asked,
    who: Who = None,
    with_whom: Annotated[Who, QueryParameter(name="with", max_length=300)] = None,
    type: Several = None,
    status: Several = None,
    since: Since = None,
    until: Until = None,
    place: Place = None,
    words: Words = None,
    before: Before = None,
    most: Most = 50,
) -> list[Happening]:
    """What happened, the newest first: all, what one took part in, or what passed between two."""
    snapshot = snapshot_of(request)
    parties = [p for name in (who, with_whom) if (p := party_of(snapshot, name or None))]
    return as_rows(happened(snapshot, filters_of(request, most=most), *parties), Happening)


@get("/api/months", tags=_TAGS, operation_id="months", sync_to_thread=True)
def api_months(
    request: Asked,
    who: Who = None,
    with_whom: Annotated[Who, QueryParameter(name="with", max_length=300)] = None,
    type: Several = None,
    status: Several = None,
    since: Since = None,
    until: Until = None,
    place: Place = None,
    words: Words = None,
) -> list[Month]:
    """By month, how much was cooperation and how much conflict, of all, one party or between two."""
    snapshot = snapshot_of(request)
    parties = [p for name in (who, with_whom) if (p := party_of(snapshot, name or None))]
    return as_rows(months(snapshot, filters_of(request), *parties), Month)


@get("/api/statements", tags=_TAGS, operation_id="statements", sync_to_thread=True)
def api_statements(
    request: Asked,
    by: Who = None,
    about: Who = None,
    type: Several = None,
    kind: Annotated[str | None, QueryParameter(max_length=20, description="direct, indirect or mixed.")] = None,
    since: Since = None,
    until: Until = None,
    words: Words = None,
    before: Before = None,
    most: Most = 50,
) -> list[Said]:
    """What was said, the newest first; `type` is the class: speech, thought, attitude or evidence."""
    snapshot = snapshot_of(request)
    speaker, subject = party_of(snapshot, by or None), party_of(snapshot, about or None)
    found = said(snapshot, filters_of(request, most=most), speaker, about=subject, kind=kind or None)
    return as_rows(found, Said)


@get("/api/promises", tags=_TAGS, operation_id="promises", sync_to_thread=True)
def api_promises(
    request: Asked,
    by: Who = None,
    to_whom: Who = None,
    type: Several = None,
    became: Annotated[
        str | None, QueryParameter(name="state", max_length=20, description="open, due, overdue, kept, broken ...")
    ] = None,
    due: Annotated[bool, QueryParameter(description="Only those with a date, in the order of the dates.")] = False,
    since: Since = None,
    until: Until = None,
    words: Words = None,
    before: Before = None,
    most: Most = 50,
) -> list[Promised]:
    """What was promised, agreed, asked, refused or threatened; `type` is its kind."""
    snapshot = snapshot_of(request)
    one_side, other = party_of(snapshot, by or None), party_of(snapshot, to_whom or None)
    found = promised(snapshot, filters_of(request, most=most), by=one_side, to=other, state=became or None, due=due)
    return as_rows(found, Promised)


@get("/api/actors", tags=_TAGS, operation_id="actors", sync_to_thread=True)
def api_actors(request: Asked, words: Words = None, most: Most = 50) -> list[Actor]:
    """Those whose names have the words, the best known first."""
    return as_rows(parties_like(snapshot_of(request), one(request, "q") or "", most), Actor)


@get("/api/places", tags=_TAGS, operation_id="places", sync_to_thread=True)
def api_places(
    request: Asked,
    type: Several = None,
    status: Several = None,
    since: Since = None,
    until: Until = None,
    words: Words = None,
    most: Most = 400,
) -> list[PlaceOf]:
    """Places by what happened there."""
    return as_rows(on_map(snapshot_of(request), filters_of(request, most=most)), PlaceOf)


@get("/api/names", tags=_TAGS, operation_id="names", sync_to_thread=True)
def api_names(request: Asked) -> list[Called]:
    """Contested names: who calls a place what."""
    return as_rows(contested(snapshot_of(request)), Called)
