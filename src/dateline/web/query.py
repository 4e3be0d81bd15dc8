"""What an address asks for: its query, checked, as filters.  Every page's address holds all of its filters."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from urllib.parse import urlencode

from dateline.record.edtf import bounds
from dateline.store.pages import Filters, Party, Snapshot, find_party
from dateline.web.reading import WantedError
from dateline.web.room import Asked

_LONGEST = 300
_PAGE = 50


def one(request: Asked, name: str) -> str | None:
    """The value of a name in the query; None where it is empty.  Raises WantedError."""
    value = (request.query_params.get(name) or "").strip()
    if len(value) > _LONGEST or not value.isprintable():
        raise WantedError(f"the value of '{name}' is too long or holds what can't be printed")
    return value or None


def several(request: Asked, name: str) -> tuple[str, ...]:
    """The values of a name that may stand several times."""
    return tuple(v[:_LONGEST] for v in request.query_params.getall(name, []) if v.strip())[:40]


def filters_of(request: Asked, *, most: int = _PAGE) -> Filters:
    """The filters of an address.  Raises WantedError."""
    before = one(request, "before")
    if before is not None and not (before.isascii() and before.isdigit() and len(before) < 16):
        raise WantedError("'before' is the number of a row, as the link to older ones has it")
    return Filters(
        types=several(request, "type"),
        statuses=several(request, "status"),
        since=_day(one(request, "from"), first=True),
        until=_day(one(request, "to"), first=False),
        place=one(request, "place"),
        words=one(request, "q"),
        before=int(before) if before else None,
        most=most,
    )


def party_of(snapshot: Snapshot, name: str | None) -> Party | None:
    """Who is named.  Raises WantedError where the archive knows nobody of that name."""
    if name is None:
        return None
    found = find_party(snapshot, name)
    if found is None:
        raise WantedError(f"nobody in this archive is called '{name}'; look under Actors")
    return found


def address(path: str, query: Iterable[tuple[str, object]], **changed: object) -> str:
    """A path with a query: the pairs given, less those that are changed, which None takes out."""
    pairs = [(k, v) for k, v in query if k not in changed and v not in (None, "")]
    pairs += [(k, v) for k, v in changed.items() if v not in (None, "")]
    return f"{path}?{urlencode(pairs)}" if pairs else path


def _day(value: str | None, *, first: bool) -> str | None:
    """A day of what was written: the first of "2016" where a period begins, the last where it ends."""
    if value is None:
        return None
    found = bounds(value)
    if found is None or date.min in found or date.max in found:
        raise WantedError(f"'{value}' is no date; write 2016-12-16, 2016-12 or 2016")
    return (found[0] if first else found[1]).isoformat()
