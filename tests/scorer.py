"""The scorers of the project's own golds, which stand beside them in `benchmarks/`."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec

from build_reader import reader
from dateline.record import Document, Record

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"


def load_scorer(name: str) -> ModuleType:
    """The module `benchmarks/NAME/score.py`."""
    spec = importlib.util.spec_from_file_location(f"score_{name}", BENCHMARKS / name / "score.py")
    assert spec is not None
    assert spec.loader is not None
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    return score


def read_half(score: ModuleType, half: int) -> Iterator[tuple[dict[str, Any], dict[str, Any], str]]:
    """Record, gold and text of every item of a benchmark whose id is odd (`half` 1) or even (0)."""
    here = Path(score.HERE)
    texts, gold = score.read_lines(here / "texts.jsonl"), score.read_lines(here / "gold.jsonl")
    chosen = [t for t in texts.values() if int(t["id"]) % 2 == half]
    documents = [Document(source=t["id"], id=t["id"], text=t["text"], published=t["published"]) for t in chosen]
    for record in reader().read_documents(documents):
        assert isinstance(record, Record)
        yield json.loads(msgspec.json.encode(record)), gold[record.id], texts[record.id]["text"]
