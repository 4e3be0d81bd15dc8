"""Articles of the archive for programs: each as the record that `dateline read` made of it."""

from __future__ import annotations

from typing import Annotated

from litestar import get
from litestar.exceptions import NotFoundException
from litestar.params import PathParameter

from dateline.record import Record
from dateline.store.pages import find_record
from dateline.web.room import Asked, snapshot_of

Key = Annotated[str, PathParameter(max_length=100, description="The article's key in the archive.")]


@get("/api/articles/{key:str}", tags=["archive"], operation_id="article", sync_to_thread=True)
def api_article(request: Asked, key: Key) -> Record:
    """The record of one article."""
    found = find_record(snapshot_of(request), key)
    if found is None:
        raise NotFoundException("no article of that key is in this archive")
    return found
