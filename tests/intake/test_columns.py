from __future__ import annotations

from pathlib import Path

import pytest

from dateline.intake import open_sources
from dateline.record import Document, Problem


def read(path: Path, data: str) -> list[Document | Problem]:
    path.write_text(data, encoding="utf-8")
    return list(open_sources([str(path)]))


def test_csv_rows_are_documents(tmp_path: Path) -> None:
    data = (
        'ID,Headline,Date,Body\n1,"Envoys meet, again",2021-05-04,"The envoys met.\nThen they left."\n2,,,\n3,T,,He left.\n'
    )
    found = read(tmp_path / "a.csv", data)
    assert isinstance(found[0], Document)
    assert (found[0].id, found[0].title, found[0].published) == ("1", "Envoys meet, again", "2021-05-04")
    assert found[0].text == "The envoys met.\nThen they left."
    assert found[0].source.endswith("a.csv:2")
    assert isinstance(found[1], Problem)
    assert isinstance(found[2], Document)


@pytest.mark.parametrize("mark", ["\t", ";", "|"])
def test_the_separator_is_told_by_look(tmp_path: Path, mark: str) -> None:
    (found,) = read(tmp_path / "a.tsv", f"id{mark}text\n1{mark}The envoy left, alone.\n")
    assert isinstance(found, Document)
    assert found.text == "The envoy left, alone."


@pytest.mark.parametrize("data", ["", "a,b\n1,2\n"])
def test_no_column_with_a_text_is_a_problem(tmp_path: Path, data: str) -> None:
    (found,) = read(tmp_path / "a.csv", data)
    assert isinstance(found, Problem)
    assert "text" in found.what


def test_parquet(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "a.parquet"
    parquet.write_table(pyarrow.table({"id": [1, 2], "text": ["The envoy left.", None]}), path)
    first, second = open_sources([str(path)])
    assert isinstance(first, Document)
    assert (first.id, first.text, first.source) == ("1", "The envoy left.", f"{path}:1")
    assert isinstance(second, Problem)


def test_a_broken_parquet_file_or_no_pyarrow_is_one_problem(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    path.write_bytes(b"PAR1 no table")
    (found,) = open_sources([str(path)])
    assert isinstance(found, Problem)
    assert found.mend
