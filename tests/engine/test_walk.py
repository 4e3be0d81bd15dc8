"""How sources are cut into units."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.engine import walk as walk_file
from dateline.engine.unit import Unit
from dateline.engine.walk import Walk
from dateline.record import Problem
from dateline.store import There
from dateline.store.there import there_of

Walking = Callable[..., tuple[list[Unit], Walk]]


@pytest.fixture
def walk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Walking:
    """Cuts `docs.jsonl` with these texts into units of at most 3."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(walk_file, "_MOST_DOCUMENTS", 3)

    def call(
        texts: str, there: There | None = None, *, refresh: bool = False, tell: Callable[[Problem], None] = lambda _: None
    ) -> tuple[list[Unit], Walk]:
        Path("docs.jsonl").write_text("".join(json.dumps({"text": t}) + "\n" for t in texts), encoding="utf-8")
        found = Walk(["docs.jsonl"], there or There(), refresh=refresh, published=None, allow_local=False, on_problem=tell)
        return list(found.units()), found

    return call


def texts(units: list[Unit]) -> list[str]:
    return ["".join(getattr(item, "text", "!") for item in unit.items) for unit in units]


def test_units_are_runs_in_order(walk: Walking) -> None:
    assert texts(walk("abcdefgh")[0]) == ["abc", "def", "gh"]


def test_a_unit_of_long_texts_is_cut_early(walk: Walking, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walk_file, "_MOST_CHARACTERS", 2)
    assert texts(walk("abcde")[0]) == ["ab", "cd", "e"]


def test_the_same_document_is_read_once(walk: Walking) -> None:
    units, found = walk("abacb")
    assert texts(units) == ["abc"]
    assert found.already == 2


@pytest.mark.parametrize("kept", [{0}, {1}, {2}, {0, 2}, {0, 1, 2}])
def test_what_is_there_is_passed_over_and_the_rest_cut_as_before(walk: Walking, kept: set[int]) -> None:
    whole, _ = walk("abcdefgh")
    there = there_of(same=[key for n in kept for key in whole[n].keys])
    rest, found = walk("abcdefgh", there)
    assert rest == [unit for n, unit in enumerate(whole) if n not in kept]
    assert found.already == sum(len(whole[n].items) for n in kept)


def test_other_makers_documents_are_passed_over_and_read_again_on_demand(walk: Walking) -> None:
    (unit,), _ = walk("abc")
    there = there_of(other=list(unit.keys[:2]))
    rest, found = walk("abc", there)
    assert (texts(rest), found.older) == (["c"], 2)
    (again,), found = walk("abc", there, refresh=True)
    assert (again.keys, again.turn, found.older) == (unit.keys, 1, 0)


def test_problems_of_what_is_there_are_told_again(walk: Walking) -> None:
    (unit,), _ = walk("ab")
    problem = Problem(source="docs.jsonl:1", what="the text is not English", mend="")
    there = there_of(same=list(unit.keys))
    there.problems[unit.keys[0]] = [problem]
    told: list[Problem] = []
    walk("ab", there, tell=told.append)
    assert told == [problem]


def test_a_file_that_breaks_off_is_not_whole(walk: Walking, tmp_path: Path) -> None:
    assert walk("ab")[1].was_whole("docs.jsonl:1")
    (tmp_path / "cut.jsonl").write_text('{"text": "a"}\n{"te', encoding="utf-8")
    cut = Walk(["cut.jsonl", "no.txt"], There(), refresh=False, published=None, allow_local=False, on_problem=print)
    assert len(list(cut.units())) == 1
    assert not any(cut.was_whole(source) for source in ("cut.jsonl:1", "no.txt", "docs.jsonl:1"))
