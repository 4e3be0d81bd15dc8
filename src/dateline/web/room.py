"""What all pages of one server share."""

from __future__ import annotations

from typing import Any

from litestar import Request
from litestar.datastructures import State
from litestar.response import Template

from dateline.engine import Settings as ReadingSettings
from dateline.web.guard import Sessions
from dateline.web.reading import ReadingPool
from dateline.web.settings import Settings

Asked = Request[Any, Any, State]


class Room:
    """The settings, the reading processes and who is signed in."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.sessions = Sessions(settings.password)
        reading = ReadingSettings(model=settings.model, tables=settings.tables, any_language=settings.any_language)
        self.pool = ReadingPool(reading, workers=settings.workers, seconds=settings.reading_seconds)


def room_of(request: Asked) -> Room:
    """The room that a request came to."""
    room = request.app.state.room
    assert isinstance(room, Room)
    return room


def page(request: Asked, name: str, *, status: int = 200, **context: object) -> Template:
    """A page from its template, with what every page shows."""
    room = room_of(request)
    shared = {"settings": room.settings, "path": request.url.path, "asked": request}
    return Template(template_name=name, context={**shared, **context}, status_code=status)
