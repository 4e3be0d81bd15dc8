"""Reading rooms for tests, and a server of one for the browser."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uvicorn
from litestar.testing import TestClient

from dateline.web import Settings, build_app

NAME = "http://127.0.0.1"
SAMPLE = (Path(__file__).parent.parent / "docs" / "sample" / "page.txt").read_text(encoding="utf-8")


def client(**settings: Any) -> TestClient[Any]:
    """A client of a room of its own, as a program on this machine."""
    return TestClient(build_app(Settings(**{"warm": False, **settings})), base_url=NAME, raise_server_exceptions=False)


def token(asking: TestClient[Any]) -> str:
    """The token that our pages carry in their forms."""
    return asking.get("/").text.split('name="_csrf_token" value="')[1].split('"')[0]


@contextmanager
def serving(**settings: Any) -> Iterator[str]:
    """The address of a room that really listens."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = uvicorn.Server(uvicorn.Config(build_app(Settings(**settings)), log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        end = time.monotonic() + 30
        while not server.started and time.monotonic() < end:
            time.sleep(0.02)
        try:
            yield f"{NAME}:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(15)
