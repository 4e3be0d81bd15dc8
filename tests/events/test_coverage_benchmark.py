"""The floor of the figures on the project's own sentences for every type, mode and CAMEO category."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import msgspec
import pytest

from build_reader import reader
from dateline.record import Document, Record

HERE = Path(__file__).parents[2] / "benchmarks" / "coverage"
FLOORS = {"held": {"type": 76, "whole": 69, "clean": 80}, "tuning": {"type": 87, "whole": 78, "clean": 85}}


def load_score() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_coverage", HERE / "score.py")
    assert spec is not None
    assert spec.loader is not None
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    return score


@pytest.mark.parametrize("half", sorted(FLOORS))
def test_figures_stay_above_their_floors(half: str) -> None:
    score = load_score()
    gold = {key: row for key, row in score.read_lines(HERE / "gold.jsonl").items() if row["half"] == half}
    documents = [Document(source=key, id=key, text=row["text"]) for key, row in gold.items()]
    records = {}
    for record in reader().read_documents(documents):
        assert isinstance(record, Record)
        records[record.id] = json.loads(msgspec.json.encode(record))
    found = score.figures(score.score(records, gold))
    assert {name: found[name] for name, floor in FLOORS[half].items() if found[name] < floor} == {}


def test_marks_lie_inside_their_sentences() -> None:
    for row in load_score().read_lines(HERE / "gold.jsonl").values():
        for start, end in (*row["actor"], *row["recipient"]):
            assert 0 <= start < end <= len(row["text"])
