"""Linking: passes in order, nothing done twice, the same links whatever the units."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_archive import ALL, ATTACK, TREATY, documents, put
from dateline.corpus import link
from dateline.corpus.passes import PASSES
from dateline.store import DERIVED, RecordError, open_record
from dateline.store.schema import TABLES


def test_every_pass_reads_what_is_there_before_it() -> None:
    there = set(TABLES)
    for one in PASSES:
        assert set(one.reads) <= there, one.name
        assert set(one.fills) <= set(DERIVED), one.name
        there |= set(one.fills)


def test_a_folder_without_an_archive_is_named_and_nothing_is_made(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="there is no record here"):
        link(tmp_path / "nothing")
    assert not (tmp_path / "nothing").exists()


def test_what_is_up_to_date_is_left_as_it_is(tmp_path: Path) -> None:
    put(tmp_path, documents(*ALL))
    assert not link(tmp_path).already
    assert link(tmp_path).already
    put(tmp_path, documents(ATTACK, source="more.jsonl"))
    assert not link(tmp_path).already


def test_links_are_the_same_whatever_units_the_articles_came_in(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    items = documents(*ALL, TREATY + " It was signed twice.")
    put(one, items)
    put(two, items[2:])
    put(two, items[:2])
    found = []
    for folder in (one, two):
        link(folder)
        record = open_record(folder)
        found.append({table: record[table].fetchall() for table in DERIVED})
    assert found[0] == found[1]
