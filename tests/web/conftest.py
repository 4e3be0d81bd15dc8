"""One room, one browser for all tests of the reading room."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient

from build_news import make_archive
from build_room import client, serving


@pytest.fixture(scope="session")
def asking() -> Iterator[TestClient[Any]]:
    """A client of a room without an archive."""
    with client(changes_a_minute=10_000) as found:
        yield found


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_archive(tmp_path_factory.mktemp("news") / "record")


@pytest.fixture(scope="session")
def reading(archive: Path) -> Iterator[TestClient[Any]]:
    """A client of a room with the archive of invented news."""
    with client(archive=archive, changes_a_minute=10_000) as found:
        yield found


@pytest.fixture(scope="session")
def address(archive: Path) -> Iterator[str]:
    with serving(archive=archive, changes_a_minute=10_000) as found:
        yield found


def _chromium() -> str | None:
    return next((p for name in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(name))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    where = _chromium()
    if where is None:
        pytest.skip("no chromium is installed here, so pages are not looked at (Debian: apt-get install chromium)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        found = play.chromium.launch(executable_path=where, args=["--no-sandbox", "--disable-background-networking"])
        yield found
        found.close()


@pytest.fixture
def tab(browser: Any, request: pytest.FixtureRequest) -> Iterator[Any]:
    """A page of the browser that fails the test where it complains or asks anybody but our server."""
    context = browser.new_context(**getattr(request, "param", {}))
    page = context.new_page()
    trouble: list[str] = []
    page.on("console", lambda m: trouble.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda e: trouble.append(str(e)))
    page.on("request", lambda r: trouble.append(r.url) if not r.url.startswith(("http://127.0.0.1:", "data:")) else None)
    yield page
    context.close()
    assert trouble == []
