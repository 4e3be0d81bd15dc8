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


@pytest.mark.parametrize("where", ["{}", "memory://{}"])
def test_what_is_up_to_date_is_left_as_it_is(tmp_path: Path, where: str) -> None:
    address = where.format(tmp_path)
    put(address, documents(*ALL))
    assert not link(address).already
    assert link(address).already
    put(address, documents(ATTACK, source="more.jsonl"))
    rows = link(address).rows
    assert rows["identities"] > 0
    assert open_record(address).sql("SELECT count(*) FROM identities").fetchall() == [(rows["identities"],)]


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
