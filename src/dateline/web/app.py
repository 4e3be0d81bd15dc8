"""The application, put together: pages, guards, templates and files."""

from __future__ import annotations

import secrets
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from litestar import Litestar
from litestar.config.compression import CompressionConfig
from litestar.config.csrf import CSRFConfig
from litestar.datastructures import CacheControlHeader, State
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.plugins.jinja import JinjaTemplateEngine
from litestar.static_files import create_static_files_router
from litestar.template import TemplateConfig

from dateline.web import api, pages
from dateline.web.errors import tell
from dateline.web.guard import Gate, add_headers, limits
from dateline.web.room import Room
from dateline.web.settings import Settings
from dateline.web.templating import environment

HERE = Path(str(files("dateline.web")))


def build_app(settings: Settings) -> Litestar:
    """The reading room as an ASGI application."""
    room = Room(settings)

    @asynccontextmanager
    async def open_room(_: Litestar) -> AsyncGenerator[None, None]:
        if settings.warm:
            room.pool.start()
        try:
            yield
        finally:
            room.pool.close()
            if room.shelf is not None:
                room.shelf.close()

    static = create_static_files_router(
        path="/static",
        directories=[HERE / "static"],
        include_in_schema=False,
        cache_control=CacheControlHeader(max_age=86_400, public=True),
    )
    return Litestar(
        route_handlers=[*pages.HANDLERS, *api.HANDLERS, static],
        lifespan=[open_room],
        state=State({"room": room}),
        middleware=[Gate(settings, room.sessions), *limits(settings)],
        csrf_config=CSRFConfig(
            secret=secrets.token_hex(32),
            cookie_name="dateline_csrf",
            cookie_samesite="strict",
            cookie_httponly=True,  # our pages carry the token in their forms
            exclude=["^/api/read$"],  # changes nothing, and is for programs
        ),
        before_send=[add_headers],
        exception_handlers={Exception: tell},
        template_config=TemplateConfig(instance=JinjaTemplateEngine.from_environment(environment())),
        compression_config=CompressionConfig(backend="gzip", minimum_size=800, gzip_compress_level=5),
        request_max_body_size=settings.most_bytes,
        openapi_config=OpenAPIConfig(
            title="Dateline",
            version=version("dateline"),
            description="Who did what to whom, who said what, who promised what, each fact with its words.",
            path="/api",
            render_plugins=[JsonRenderPlugin(path="/openapi.json")],
        ),
        logging_config=None,
        debug=False,
    )
