"""Problems told line by line, few of a kind, and counted in a table."""

from __future__ import annotations

import pytest

from dateline.cli.complaints import Complaints
from dateline.record import Problem


def problem(number: int, what: str, severity: str = "error") -> Problem:
    return Problem(source=f"docs.jsonl:{number}", what=what, mend="mend it", severity=severity)


def test_few_of_a_kind_are_told_and_all_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    complaints = Complaints(most=2)
    for n in range(5):
        complaints.add(problem(n, f"not valid JSON (byte {n})"))
    complaints.add(problem(9, "'published' is no date: 'x'", "note"))
    complaints.table(at_least=6)
    assert capsys.readouterr().err.splitlines() == [
        "docs.jsonl:0: not valid JSON (byte 0); mend it",
        "docs.jsonl:1: not valid JSON (byte 1); mend it",
        "more of this kind are only counted",
        "note: docs.jsonl:9: 'published' is no date: 'x'; mend it",
        "   number  what                   first at",
        "        5  not valid JSON …       docs.jsonl:0",
        "        1  note: … is no date: …  docs.jsonl:9",
    ]
    assert complaints.errors == 5


def test_a_few_need_no_table(capsys: pytest.CaptureFixture[str]) -> None:
    complaints = Complaints()
    complaints.add(problem(1, "the text is empty"))
    complaints.table(at_least=2)
    assert len(capsys.readouterr().err.splitlines()) == 1
