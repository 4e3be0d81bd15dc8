"""Damaged files are found, named and taken out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from build_archive import ATTACK, TREATY, VISIT, documents, put
from dateline.engine.keys import key_of
from dateline.store import RecordError, UnreadableError, as_keys, find_damage, folder_at, open_record, remove, take_out
from dateline.store.there import held_sources


def flip(path: Path) -> None:
    """One byte of a page of data, as a bad disk would."""
    content = bytearray(path.read_bytes())
    at = content.index(b"\x28\xb5\x2f\xfd") + 12  # within the first run of compressed bytes
    content[at] ^= 0xFF
    path.write_bytes(bytes(content))


DAMAGES: dict[str, Callable[[Path], object]] = {
    "cut": lambda path: path.write_bytes(path.read_bytes()[:-40]),
    "gone": lambda path: path.unlink(),
    "empty": lambda path: path.write_bytes(b""),
    "flipped": flip,
}


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    put(tmp_path, documents(ATTACK, source="a.jsonl"))
    put(tmp_path, documents(TREATY, VISIT, source="b.jsonl"))
    return tmp_path


def ids(folder: Path) -> list[str]:
    return [s for (s,) in open_record(folder).sql("SELECT source FROM articles ORDER BY source").fetchall()]


def unit_of(folder: Path, source: str) -> str:
    return next(unit for unit, held in held_sources(folder_at(folder)) if source in held.values())


@pytest.mark.parametrize("table", ["articles", "events", "sentences"])
@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_table_is_named_and_its_unit_taken_out(archive: Path, table: str, damage: str) -> None:
    unit = unit_of(archive, "b.jsonl:1")
    DAMAGES[damage](archive / table / f"{unit}.parquet")
    folder = folder_at(archive)
    (found,) = find_damage(folder)
    assert (found.file, found.unit, found.articles) == (f"{table}/{unit}.parquet", unit, 2)
    assert found.what
    if table != "articles":
        assert found.sources == ("b.jsonl:1", "b.jsonl:2")
    take_out(folder, [found.unit])
    assert ids(archive) == ["a.jsonl:1"]
    assert list(find_damage(folder)) == []


def test_a_damaged_manifest_is_named_and_its_unit_taken_out(archive: Path) -> None:
    unit = unit_of(archive, "b.jsonl:1")
    (archive / "units" / f"{unit}.json").write_text('{"unit": "x', encoding="utf-8")
    with pytest.raises(RecordError, match=rf"{unit}\.json: the manifest is damaged .*; `dateline repair"):
        open_record(archive)
    folder = folder_at(archive)
    (found,) = find_damage(folder)
    assert (found.unit, found.sources) == (unit, ("b.jsonl:1", "b.jsonl:2"))
    take_out(folder, [found.unit])
    assert ids(archive) == ["a.jsonl:1"]


def test_a_sound_archive_has_no_damage(archive: Path) -> None:
    folder = folder_at(archive)
    remove(folder, as_keys([key_of(documents(TREATY)[0])]))
    assert list(find_damage(folder)) == []


def test_a_question_to_a_damaged_file_says_what_to_do(archive: Path) -> None:
    (archive / "events" / f"{unit_of(archive, 'b.jsonl:1')}.parquet").write_bytes(b"PAR1 no more")
    with pytest.raises(UnreadableError, match=r"`dateline repair .*` takes out what is damaged"):
        open_record(archive).arrow(lambda record: record["events"])
