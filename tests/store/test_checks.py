"""Checks are kept as they were made, counted by their last word, and given out as gold."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from dateline.record import Span
from dateline.store import RecordError
from dateline.store.checks import Check, Checks, Fact, Verdict, agreement, gold

VISIT = Fact(kind="event", type="CONSULT visit", status="actual", actors=("Kenya",), recipients=("Uganda",))


def check(verdict: Verdict, who: str = "Ada", *, start: int = 0, now: Fact | None = None, article: str = "a1") -> Check:
    when = datetime(2020, 1, 1, tzinfo=UTC)
    span = Span(start, start + 7, "visited")
    return Check(
        id="", when=when, who=who, article=article, fact="e1", verdict=verdict, reason="why", was=VISIT, span=span, now=now
    )


def test_a_check_stays_as_it_was_made_and_the_next_stands_beside_it(tmp_path: Path) -> None:
    checks = Checks(tmp_path)
    first = checks.add(check("confirm"))
    before = {p.name: p.read_bytes() for p in (tmp_path / "checks").iterdir()}
    second = checks.add(check("reject"))
    after = {p.name: p.read_bytes() for p in (tmp_path / "checks").iterdir()}
    assert before.items() <= after.items()
    assert checks.all() == [first, second]
    assert Checks(tmp_path).all() == [first, second]
    assert first.when.year > 2020, "the time is that of the server"


@pytest.mark.parametrize(
    ("made", "counts"),
    [
        ([], []),
        ([check("confirm")], [(1, 0, 0, 0, 0)]),
        ([check("confirm"), check("reject")], [(0, 0, 1, 0, 0)]),
        ([check("confirm"), check("confirm", "Bo")], [(1, 0, 0, 1, 1)]),
        ([check("confirm"), check("reject", "Bo")], [(0, 0, 1, 1, 0)]),
        ([check("reject"), check("confirm", "Bo"), check("confirm")], [(1, 0, 0, 1, 1)]),
        ([check("confirm"), check("reject", start=9), check("correct", start=20, now=VISIT)], [(1, 1, 1, 0, 0)]),
    ],
    ids=["none", "one", "changed mind", "two agree", "two differ", "comes round", "three facts"],
)
def test_facts_are_counted_by_the_last_word_of_each(made: list[Check], counts: list[tuple[int, ...]]) -> None:
    assert [(f.confirmed, f.corrected, f.rejected, f.twice, f.agreed) for f in agreement(made)] == counts


def test_gold_is_what_should_be_found(tmp_path: Path) -> None:
    better = Fact(kind="event", type="CONSULT visit", status="future", actors=("Kenya",))
    made = [
        check("confirm"),
        check("correct", start=9, now=better),
        check("reject", start=20),
        check("confirm", article="gone"),
    ]
    found = gold(made, {"a1": "visited"})
    assert [(g.span.start, g.fact) for g in found] == [(0, VISIT), (9, better), (20, None)]


def test_a_damaged_check_is_named(tmp_path: Path) -> None:
    checks = Checks(tmp_path)
    named = checks.add(check("confirm"))
    (tmp_path / "checks" / f"{named.id}.json").write_text("{")
    with pytest.raises(RecordError, match=named.id):
        Checks(tmp_path).all()
