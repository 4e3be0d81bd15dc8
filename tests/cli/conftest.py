"""The command line run inside the test, with one reader kept for all tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from dateline.cli import loading
from dateline.cli.app import app

_load = cache(loading.load_reader)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Callable[..., Result]]:
    """Runs `dateline` with these arguments, in an empty folder."""

    def load(model: str | None, tables: list[Path], actors: list[Path], **options: Any) -> Any:
        fresh = model or tables or actors
        return loading_reader(model, tables, actors, **options) if fresh else _load(**options)

    loading_reader = loading.load_reader
    monkeypatch.setattr(loading, "load_reader", load)
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(app, [str(a) for a in arguments], input=stdin)

    yield call
