"""Sources taken out by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_archive import ALL, documents, put
from dateline.engine import remove_sources
from dateline.store import open_record


@pytest.mark.parametrize(
    ("sources", "number", "left"),
    [
        (["a.jsonl"], [2], ["pages/b.jsonl:1", "pages/b.jsonl:2"]),
        (["a.jsonl:2"], [1], ["a.jsonl:1", "pages/b.jsonl:1", "pages/b.jsonl:2"]),
        (["pages/"], [2], ["a.jsonl:1", "a.jsonl:2"]),
        (["a.jsonl:1", "pages"], [1, 2], ["a.jsonl:2"]),
        (["page", "a"], [0, 0], ["a.jsonl:1", "a.jsonl:2", "pages/b.jsonl:1", "pages/b.jsonl:2"]),
        (["a.jsonl", "pages"], [2, 2], []),
    ],
)
def test_sources_are_taken_out(tmp_path: Path, sources: list[str], number: list[int], left: list[str]) -> None:
    put(tmp_path, documents(*ALL[:2], source="a.jsonl"))
    put(tmp_path, documents(*ALL[2:], source="pages/b.jsonl"))
    assert list(remove_sources(tmp_path, sources).values()) == number
    found = open_record(tmp_path).sql("SELECT source FROM articles ORDER BY source").fetchall()
    assert [source for (source,) in found] == left
    assert not list(tmp_path.glob("removed/*"))
