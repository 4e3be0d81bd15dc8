"""Identities in an archive; their quality on the benchmark's cases; what asks them."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_archive import documents, put
from dateline.corpus import link
from dateline.store import open_record
from scorer import load_scorer

MEETING = "Norwegian Foreign Minister Ine Eriksen Søreide met Turkish officials in Ankara on Monday."
SPEECH = "“We want trade,” said Ine Eriksen Søreide, the Norwegian foreign minister. Søreide left for Oslo on Tuesday."


def test_one_person_in_two_articles_has_one_key(tmp_path: Path) -> None:
    put(tmp_path, documents(MEETING))
    put(tmp_path, documents(SPEECH, source="more.jsonl"))
    link(tmp_path)
    record = open_record(tmp_path)
    (row,) = record.who("søreide").to_arrow_table().to_pylist()
    assert (row["articles"], row["country"], row["kind"]) == (2, "NOR", "person")
    found = record.sql(f"SELECT DISTINCT article FROM identified WHERE identity = '{row['identity']}'").fetchall()
    assert len(found) == 2


@pytest.mark.parametrize("half", ["tune", "test"])
def test_quality_does_not_fall(half: str) -> None:
    assert load_scorer("identities").decide_half(half) >= 0.97
