"""The floors of the figures on the project's own golds of happenings and of promises, through an archive."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

from build_archive import put
from dateline.corpus import link
from dateline.record import Document
from dateline.store import OpenRecord, open_record
from scorer import BENCHMARKS, load_scorer

HAPPENINGS = {"tuning": 90, "held": 88}  # B-cubed F1 of the mentions found
PROMISES = {"tuning": 93, "held": 90}  # accuracy


@cache
def archive(name: str, file: str) -> OpenRecord:
    rows = load_scorer(name).read_lines(BENCHMARKS / name / file)
    folder = Path(mkdtemp())
    put(
        folder,
        [Document(source=r["id"], id=r["id"], text=r["text"], title=r.get("title"), published=r["published"]) for r in rows],
    )
    link(folder)
    return open_record(folder)


@pytest.mark.parametrize("half", sorted(HAPPENINGS))
def test_happenings_stay_above_their_floor(half: str) -> None:
    score = load_scorer("happenings")
    query = """SELECT a.id, e.trigger_start, e.trigger_end, t.happening FROM tellings t JOIN articles a USING (article)
               JOIN events e ON e.article = t.article AND e.id = t.event"""
    rows = archive("happenings", "reports.jsonl").sql(query).fetchall()
    tellings = [dict(zip(("report", "start", "end", "happening"), row, strict=True)) for row in rows]
    mentions = score.align(score.read_lines(BENCHMARKS / "happenings" / "gold.jsonl"), tellings, half)
    assert score.b_cubed(mentions, missed=False).f1 >= HAPPENINGS[half]


@pytest.mark.parametrize("half", sorted(PROMISES))
def test_promises_stay_above_their_floor(half: str) -> None:
    score = load_scorer("promises")
    record = archive("promises", "articles.jsonl")
    tally = score.judge(score.read_lines(BENCHMARKS / "promises" / "gold.jsonl"), *score.ask(record), half)
    assert score.percent(tally["right"], tally["stories"]) >= PROMISES[half]


def test_every_event_is_told_once_and_every_commitment_is_in_the_ledger() -> None:
    record = archive("happenings", "reports.jsonl")
    for table, derived in (("events", "tellings"), ("commitments", "promises")):
        assert (
            record.sql(f"SELECT count(*) FROM {table}").fetchall()
            == record.sql(f"SELECT count(*) FROM {derived}").fetchall()
        )
    assert (
        record.sql("SELECT sum(tellings), sum(articles) FROM happenings").fetchall()
        == record.sql("SELECT count(*), count(DISTINCT (article, happening)) FROM tellings").fetchall()
    )


def test_the_ledger_of_the_last_day_is_the_one_that_is_kept() -> None:
    record = archive("promises", "articles.jsonl")
    ((last,),) = record.sql("SELECT max(published_day) FROM articles").fetchall()
    states = [r.project("article, id, state").fetchall() for r in (record.promises(), record.promises(asof=str(last)))]
    assert states[0] == states[1]
    assert len({state for _, _, state in states[0]}) >= 5
