"""The files that browsers load: whole, licensed, small, and from nowhere else."""

from __future__ import annotations

import gzip
import hashlib
import re
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient

import dateline

WEB = Path(dateline.__file__).parent / "web"
VENDORED = WEB / "static" / "vendored"
SUMS = dict(reversed(line.split("  ")) for line in (VENDORED / "SHA256SUMS").read_text().splitlines())


def test_every_vendored_file_is_listed_and_licensed() -> None:
    assert set(SUMS) == {p.name for p in VENDORED.iterdir() if p.is_file() and p.name != "SHA256SUMS"}
    for name in SUMS:
        licences = [p for p in (VENDORED / "licences").iterdir() if name.startswith(p.stem)]
        assert licences, f"the licence of {name} is missing"
        assert all(len(p.read_text()) > 200 for p in licences)


@pytest.mark.parametrize("name", SUMS)
def test_a_vendored_file_is_as_its_makers_gave_it(name: str) -> None:
    assert hashlib.sha256((VENDORED / name).read_bytes()).hexdigest() == SUMS[name]


def weight(asking: TestClient[Any], path: str) -> int:
    """Bytes of a page with all it loads, as sent."""
    page = asking.get(path).text
    loaded = set(re.findall(r'(?:src|href)="(/static/[^"]+)"', page))
    css = asking.get("/static/room.css").text
    loaded |= {f"/static/{name}" for name in re.findall(r'url\("([^"]+)"\)', css)}
    sizes = [
        len(data) if p.endswith("woff2") else len(gzip.compress(data, 5)) for p in loaded if (data := asking.get(p).content)
    ]
    return len(gzip.compress(page.encode(), 5)) + sum(sizes)


def test_the_first_page_is_light(asking: TestClient[Any]) -> None:
    assert weight(asking, "/") < 100_000


@pytest.mark.parametrize(
    "path", sorted(p for p in WEB.rglob("*") if p.suffix in (".html", ".css", ".js") and "vendored" not in str(p))
)
def test_nothing_is_inline_or_from_elsewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"""(?:src|href|action|url\()=?["'(]*\s*(?:https?:)?//""", text)
    if path.suffix == ".html":
        assert not re.search(r"<style|\sstyle=|<script(?! src=)|\son\w+=|\|\s*safe\b", text)
