"""Near-copies in an archive; their quality on the benchmark's stories."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_archive import documents, put
from dateline.corpus import link
from dateline.store import open_record
from scorer import load_scorer

STORY = (
    "The ferry company of Halm cancelled all night crossings on Thursday after inspectors found cracked welds on two of its "
    "five ships. Director Runa Falk said repairs would take until the end of November at least. Islanders rely on the night "
    "boats for mail, milk and spare parts. The transport ministry promised to charter a freighter from the mainland. "
    "Unions had warned of the welds in a letter that the board received in March and did not answer."
)
OTHER = (
    "Voters in the canton of Greln rejected a plan to merge four hospitals on Sunday by a margin of two to one. Doctors had "
    "campaigned against it for months. Health director Pia Stamm said she would respect the result and look for savings in "
    "the laboratories. The nearest clinic for newborns remains forty minutes away by car."
)


def test_copies_are_found_and_what_stands_alone_is_absent(tmp_path: Path) -> None:
    signed = f"HALM (Coastwire) — {STORY.replace('said', 'stated')} (Reporting by A. Writer)"
    cut = " ".join(STORY.split()[:45])
    put(tmp_path, documents(STORY, OTHER))
    put(tmp_path, documents(signed, cut, source="more.jsonl", published="2017-11-16"))
    link(tmp_path)
    rows = open_record(tmp_path).sql("SELECT source, kind FROM copies JOIN articles USING (article) ORDER BY 1").fetchall()
    assert rows == [("docs.jsonl:1", "copy"), ("more.jsonl:1", "copy"), ("more.jsonl:2", "part")]


def test_sketches_are_kept_and_go_with_their_unit(tmp_path: Path) -> None:
    put(tmp_path, documents(STORY))
    link(tmp_path)
    kept = {p.name: p.stat().st_mtime_ns for p in (tmp_path / "links" / "sketches").iterdir()}
    assert len(kept) == 1
    put(tmp_path, documents(OTHER, source="more.jsonl"))
    link(tmp_path)
    now = {p.name: p.stat().st_mtime_ns for p in (tmp_path / "links" / "sketches").iterdir()}
    assert len(now) == 2
    assert kept.items() < now.items()


@pytest.mark.parametrize(("half", "floor"), [("tune", 0.97), ("test", 0.96)])
def test_quality_does_not_fall(half: str, floor: float) -> None:
    assert load_scorer("copies").run(half, errors=False, seeds=3) >= floor
