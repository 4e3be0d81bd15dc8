"""`POST /api/read`: from a page to its record."""

from __future__ import annotations

from litestar import post
from litestar.params import JSONBody

from dateline.record import Record
from dateline.web.reading import Wanted, WantedError, as_wanted
from dateline.web.room import Asked, room_of


@post("/api/read", status_code=200, tags=["reading"], operation_id="read")
async def read(request: Asked, data: JSONBody[Wanted]) -> Record:
    """Reads one page into its record, as `dateline read` does."""
    room = room_of(request)
    answer = await room.pool.read(as_wanted(data, room.settings))
    if answer.record is None:
        raise WantedError(str(answer.problem) if answer.problem else "nothing was read")
    return answer.record
