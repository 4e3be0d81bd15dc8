"""Generations of derived tables: chosen by the articles they cover, put in place whole, kept current by compaction."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from build_archive import ATTACK, PLEDGE, TREATY, VISIT, documents, put
from dateline.store import (
    Generation,
    Linking,
    RecordError,
    compact,
    folder_at,
    generation_name,
    open_record,
    put_generation,
    writing,
)

COPY = {"article": "a", "story": "a", "similarity": 1.0, "kind": "copy"}


def fill(address: Path | str) -> None:
    """Links the archive by one row of `copies`."""
    record, folder = open_record(address), folder_at(address)
    name = generation_name(record.covers, "test")
    linking = Linking(record, folder, name)
    with linking.filling(["copies", "identities"]):
        linking.put("copies", [COPY])
    put_generation(folder, Generation(generation=name, covers=record.covers, made_by="test", rows=linking.counts))


def test_the_generation_of_these_articles_is_taken(tmp_path: Path) -> None:
    put(tmp_path, documents(TREATY))
    fill(tmp_path)
    manifest = next((tmp_path / "links").glob("*.json"))
    for other in ("0", "z"):
        text = manifest.read_text(encoding="utf-8").replace(manifest.stem, other).replace('"covers": "', '"covers": "x')
        (tmp_path / "links" / f"{other}.json").write_text(text, encoding="utf-8")
    links = open_record(tmp_path).links
    assert links is not None
    assert links.generation == manifest.stem


def test_a_damaged_manifest_is_named(tmp_path: Path) -> None:
    put(tmp_path, documents(TREATY))
    (tmp_path / "links").mkdir()
    (tmp_path / "links" / "g.json").write_text("{", encoding="utf-8")
    with pytest.raises(RecordError, match=r"g\.json: the manifest is damaged"):
        open_record(tmp_path)


def test_a_new_generation_takes_the_place_of_the_old_and_of_what_a_killed_run_began(tmp_path: Path) -> None:
    put(tmp_path, documents(TREATY))
    fill(tmp_path)
    for name in ("began", "sketches"):
        (tmp_path / "links" / name).mkdir()
        (tmp_path / "links" / name / "copies.parquet").write_bytes(b"half")
    put(tmp_path, documents(VISIT, source="more.jsonl"))
    fill(tmp_path)
    with writing(folder_at(tmp_path)):
        pass
    manifests = [p.stem for p in (tmp_path / "links").glob("*.json")]
    assert len(manifests) == 1
    with_files = {p.parent.name for p in (tmp_path / "links").glob("*/*.parquet")}
    assert with_files == {*manifests, "sketches"}


def test_the_articles_are_what_counts_not_their_units(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    put(one, documents(TREATY, VISIT))
    put(two, documents(TREATY, VISIT)[1:])
    before = open_record(two).covers
    put(two, documents(TREATY, VISIT)[:1])
    assert open_record(one).covers == open_record(two).covers != before


def test_derived_tables_are_views_and_are_empty_where_nothing_is_linked(tmp_path: Path) -> None:
    put(tmp_path, documents(TREATY))
    record = open_record(tmp_path)
    assert record["copies"].fetchall() == []
    assert record.note == "note: the articles are not linked; run `dateline link`"
    fill(tmp_path)
    record = open_record(tmp_path)
    assert record["copies"].fetchall() == [("a", "a", 1.0, "copy")]
    assert record["identities"].fetchall() == []
    assert record.note is None


def test_out_of_date_links_still_answer_and_are_said_to_be_so(tmp_path: Path) -> None:
    put(tmp_path, documents(TREATY))
    fill(tmp_path)
    put(tmp_path, documents(VISIT, source="more.jsonl"))
    record = open_record(tmp_path)
    assert record["events"].fetchall()
    assert record.note is None, "nothing was asked of the links"
    assert len(record.sql("SELECT * FROM copies JOIN events ON true").fetchall()) > 0
    assert record.note is not None
    assert "out of date" in record.note


@pytest.mark.parametrize("damage", [lambda p: p.unlink(), lambda p: p.write_bytes(b"PAR1")])
def test_damaged_links_do_not_stop_the_archive(tmp_path: Path, damage: Callable[[Path], object]) -> None:
    put(tmp_path, documents(TREATY))
    fill(tmp_path)
    damage(next((tmp_path / "links").glob("*/copies.parquet")))
    record = open_record(tmp_path)
    assert record.links is None
    assert record["events"].fetchall()
    assert record["copies"].fetchall() == []


def test_compaction_keeps_links_current(tmp_path: Path) -> None:
    put(tmp_path, documents(TREATY))
    put(tmp_path, documents(ATTACK, PLEDGE, source="more.jsonl"))
    fill(tmp_path)
    with writing(folder_at(tmp_path)):
        assert compact(folder_at(tmp_path)) == (2, 1)
    record = open_record(tmp_path)
    assert record["copies"].fetchall()
    assert record.note is None


@pytest.mark.parametrize("where", ["{}", "memory://{}"])
def test_a_pass_reads_streams_side_by_side_and_what_an_earlier_one_filled(tmp_path: Path, where: str) -> None:
    address = where.format(tmp_path)
    put(address, documents(TREATY, VISIT, ATTACK))
    linking = Linking(open_record(address), folder_at(address), "g")
    with linking.filling(["copies"]):
        linking.put("copies", [COPY, COPY])
    together = list(zip(linking.rows("copies"), linking.rows("articles"), strict=False))
    assert len(together) == 2
    assert {row["article"] for row in linking.rows("entities")} <= {r["article"] for r in linking.rows("articles")}
