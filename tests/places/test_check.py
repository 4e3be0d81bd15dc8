"""Bad rows are named with file and line; the package's own tables have none."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.lexicon import Tables
from dateline.places import check

HEAD = "name\tothers\tcountry\tadmin1\tlat\tlon\tresolution\tgeonames\tkind\tweight\tnote\n"


def faults(tmp_path: Path, rows: str) -> list[str]:
    folder = tmp_path / "places" / "regions"
    folder.mkdir(parents=True)
    (folder / "mine.tsv").write_text(HEAD + rows, encoding="utf-8")
    return [str(e) for e in check(Tables(tmp_path)) if "mine.tsv" in str(e)]


def test_the_tables_of_the_package_are_sound() -> None:
    assert [str(e) for e in check(Tables())] == []


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("Lake Imaginary\t\tCHE\t\t146.5\t7\t\t\tlake\t\t", "off the earth"),
        ("Lake Imaginary\t\tCHE\t\tnorth\t7\t\t\tlake\t\t", "no point"),
        ("Lake Imaginary\t\tCHX\t\t46.5\t7\t\t\tlake\t\t", "no country has the code"),
        ("Lake Imaginary\t\tCHE\t\t46.5\t7\t\t\tpond\t\t", "no kind of place"),
        ("Lake Imaginary\t\tCHE\t\t46.5\t7\tpoint\t\tlake\t\t", "no resolution"),
        ("Lake Imaginary\t\tCHE\t\t46.5\t7\t\tQ12\tlake\t\t", "geonames"),
        ("Lake Imaginary\t\tCHE\t\t46.5\t7\t\t\tlake\t\t\nThe Pond\tLake Imaginary\tCHE\t\t47\t8\t\t\tlake\t\t", "too"),
    ],
)
def test_a_bad_row_is_named_with_its_line(tmp_path: Path, row: str, told: str) -> None:
    found = faults(tmp_path, row + "\n")
    assert len(found) == 1
    assert told in found[0]
    assert ":2:" in found[0] or ":3:" in found[0]


def test_two_rows_of_one_name_may_stand_with_a_note(tmp_path: Path) -> None:
    rows = "Lake Imaginary\t\tCHE\t\t46.5\t7\t\t\tlake\t\t\nLake Imaginary\t\tCHE\t\t47\t8\t\t\tlake\t\tanother lake\n"
    assert faults(tmp_path, rows) == []
