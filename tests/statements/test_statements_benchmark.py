"""The floor of the figures on the project's own gold of statements."""

from __future__ import annotations

import importlib.util
import json
from collections import Counter
from pathlib import Path

import msgspec
import pytest

from build_reader import reader
from dateline.record import Document, Record

HERE = Path(__file__).parents[2] / "benchmarks" / "statements"
FLOORS = {0: 80, 1: 93}  # content F1: held half (even ids), tuning half


@pytest.mark.parametrize("half", sorted(FLOORS))
def test_content_f1_stays_above_its_floor(half: int) -> None:
    spec = importlib.util.spec_from_file_location("score_statements", HERE / "score.py")
    assert spec is not None
    assert spec.loader is not None
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    texts, gold = score.read_lines(HERE / "texts.jsonl"), score.read_lines(HERE / "gold.jsonl")
    chosen = [t for t in texts.values() if int(t["id"]) % 2 == half]
    documents = [Document(source=t["id"], id=t["id"], text=t["text"], published=t["published"]) for t in chosen]
    tally: Counter[str] = Counter()
    for record in reader().read_documents(documents):
        assert isinstance(record, Record)
        found = json.loads(msgspec.json.encode(record))
        score.count(found, gold[record.id], texts[record.id]["text"], tally, show=False)
    assert score.rate(2 * tally["content"], tally["found"] + tally["gold"]) >= FLOORS[half]
