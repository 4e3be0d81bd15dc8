"""Runs the server until it is stopped."""

from __future__ import annotations

import socket
from collections.abc import Callable

import uvicorn

from dateline.web.app import build_app
from dateline.web.settings import Settings


def serve(settings: Settings, *, on_ready: Callable[[str], None] = lambda _: None) -> None:
    """Serves the reading room until Ctrl-C; `on_ready` gets its address.  Raises OSError where the port is taken."""
    with _listening(settings.host, settings.port) as listening:
        port = listening.getsockname()[1]
        on_ready(f"http://{_as_host('127.0.0.1' if settings.host in ('0.0.0.0', '::') else settings.host)}:{port}")
        config = uvicorn.Config(
            build_app(settings),
            log_level="warning",
            server_header=False,
            proxy_headers=False,  # or anybody could choose the address by which rates are counted
            timeout_graceful_shutdown=3,
        )
        uvicorn.Server(config).run(sockets=[listening])


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family, backlog=128)


def _as_host(host: str) -> str:
    return f"[{host}]" if ":" in host else host
