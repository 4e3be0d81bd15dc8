"""What a page shows, to take along: CSV or JSON lines, under the same filters."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
from litestar import get
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from litestar.response import Stream

from dateline.store.pages import Row, Snapshot, contested, happened, on_map, parties_like, promised, said
from dateline.web.query import filters_of, one, party_of
from dateline.web.room import Asked, snapshot_of

_MOST = 100_000
_KINDS = {"csv": "text/csv; charset=utf-8", "jsonl": "application/jsonl; charset=utf-8"}


@get("/download/{name:str}", include_in_schema=False, sync_to_thread=True)
def download(request: Asked, name: FromPath[str]) -> Stream:
    """A list as a file: `happenings.csv`, `statements.jsonl`, ..."""
    what, _, form = name.partition(".")
    if what not in _LISTS or form not in _KINDS:
        raise NotFoundException(f"there are {', '.join(_LISTS)}, each as .csv and .jsonl")
    rows = _LISTS[what](snapshot_of(request), request)
    headers = {"content-disposition": f'attachment; filename="dateline-{name}"'}
    return Stream(_csv(rows) if form == "csv" else _jsonl(rows), media_type=_KINDS[form], headers=headers)


def _happenings(snapshot: Snapshot, request: Asked) -> list[Row]:
    named = [one(request, n) for n in ("who", "with", "a", "b")]
    parties = [p for name in named if (p := party_of(snapshot, name))]
    return happened(snapshot, filters_of(request, most=_MOST), *parties[:2])


def _statements(snapshot: Snapshot, request: Asked) -> list[Row]:
    speaker, about = party_of(snapshot, one(request, "by")), party_of(snapshot, one(request, "about"))
    return said(snapshot, filters_of(request, most=_MOST), speaker, about=about, kind=one(request, "kind"))


def _promises(snapshot: Snapshot, request: Asked) -> list[Row]:
    by, to = party_of(snapshot, one(request, "by")), party_of(snapshot, one(request, "to_whom"))
    due = one(request, "due") is not None
    return promised(snapshot, filters_of(request, most=_MOST), by=by, to=to, state=one(request, "state"), due=due)


_LISTS: dict[str, Callable[[Snapshot, Asked], list[Row]]] = {
    "happenings": _happenings,
    "statements": _statements,
    "promises": _promises,
    "actors": lambda snapshot, request: parties_like(snapshot, one(request, "q") or "", _MOST),
    "places": lambda snapshot, request: on_map(snapshot, filters_of(request, most=_MOST)),
    "names": lambda snapshot, _: contested(snapshot),
}


def _csv(rows: list[Row]) -> Iterator[str]:
    if not rows:
        return
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(rows[0])
    for row in rows:
        writer.writerow([_cell(value) for value in row.values()])
        yield out.getvalue()
        out.seek(0)
        out.truncate()


def _cell(value: Any) -> str:
    """A value as one cell: several are joined by `|`, and none begins as a formula of a spreadsheet does."""
    if value is None:
        return ""
    text = " | ".join(map(str, value)) if isinstance(value, list) else str(value)
    return f"'{text}" if isinstance(value, str | list) and text[:1] in "=+-@\t\r" and text[:1] else text


def _jsonl(rows: list[Row]) -> Iterator[bytes]:
    for row in rows:
        yield msgspec.json.encode(row) + b"\n"
