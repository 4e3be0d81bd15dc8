"""What all pages of one server share."""

from __future__ import annotations

from importlib.metadata import version
from typing import Any
from urllib.parse import parse_qsl

from litestar import Request
from litestar.datastructures import State
from litestar.exceptions import NotFoundException
from litestar.response import Template

from dateline.engine import Settings as ReadingSettings
from dateline.store.checks import Checks
from dateline.store.pages import Shelf, Snapshot, open_shelf
from dateline.web.guard import Sessions
from dateline.web.reading import ReadingPool
from dateline.web.settings import Settings

Asked = Request[Any, Any, State]


class Room:
    """The settings, the reading processes, the archive's index and who is signed in."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.sessions = Sessions(settings.password)
        reading = ReadingSettings(model=settings.model, tables=settings.tables, any_language=settings.any_language)
        self.pool = ReadingPool(reading, workers=settings.workers, seconds=settings.reading_seconds)
        archive = settings.archive
        self.checks: Checks | None = Checks(archive) if archive else None
        self.shelf: Shelf | None = open_shelf(archive, seconds=settings.question_seconds) if archive else None


def room_of(request: Asked) -> Room:
    """The room that a request came to."""
    room = request.app.state.room
    assert isinstance(room, Room)
    return room


def shelf_of(request: Asked) -> Shelf:
    """The archive's index.  Raises NotFoundException where the room has no archive."""
    shelf = room_of(request).shelf
    if shelf is None:
        raise NotFoundException("this room was opened without an archive; start it with `dateline serve RECORD_DIR`")
    return shelf


def snapshot_of(request: Asked) -> Snapshot:
    """The archive as it is."""
    return shelf_of(request).now()


def query_of(request: Asked) -> list[tuple[str, str]]:
    """The pairs of an address in their order, less those without a value."""
    return [(name, value) for name, value in parse_qsl(request.url.query, keep_blank_values=False)]


def page(request: Asked, name: str, *, status: int = 200, **context: object) -> Template:
    """A page from its template, with what every page shows."""
    room = room_of(request)
    query = query_of(request)
    shared = {"settings": room.settings, "path": request.url.path, "query": query, "version": version("dateline")}
    return Template(template_name=name, context={**shared, **context}, status_code=status)
