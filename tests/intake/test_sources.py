from __future__ import annotations

import gzip
import io
import json
import sys
from pathlib import Path

import pytest

from dateline.intake import open_sources
from dateline.record import Document, Problem

TEXT = "The envoy left for Rome on Monday.\n"
HTML = "<html><body><p>The envoy left for Rome on Monday.</p></body></html>"


def write(path: Path, data: str | bytes) -> str:
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return str(path)


def test_a_text_and_a_html_file(tmp_path: Path) -> None:
    found = list(
        open_sources([write(tmp_path / "a.txt", TEXT), write(tmp_path / "b.html", HTML), write(tmp_path / "c.htm", HTML)])
    )
    assert [type(d) for d in found] == [Document] * 3
    assert [bool(d.text) for d in found if isinstance(d, Document)] == [True, False, False]
    assert found[0].source == str(tmp_path / "a.txt")


def test_a_saved_page_is_html_whatever_it_is_called(tmp_path: Path) -> None:
    (found,) = open_sources([write(tmp_path / "page.txt", HTML)])
    assert isinstance(found, Document)
    assert found.html == HTML


def test_lines_of_json_name_their_line(tmp_path: Path) -> None:
    rows = [
        {"id": 7, "text": "One."},
        {"html": HTML, "url": "https://example.org", "title": "T", "published": "Fri, 16 Dec 2016 23:30:00 +0300"},
    ]
    path = write(tmp_path / "docs.jsonl", "\n".join(map(json.dumps, rows)) + "\n\n")
    first, second = open_sources([path])
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.source, first.id, first.text) == (f"{path}:1", "7", "One.")
    assert (second.html, second.url, second.title, second.published) == (HTML, "https://example.org", "T", "2016-12-16")


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("{broken", "not valid JSON"),
        ("[1, 2]", "no object"),
        ("{}", "neither"),
        ('{"text": 5}', "not a string"),
        ('{"text": "  "}', "empty"),
        ("[" * 100_000, "not valid JSON"),
    ],
)
def test_a_bad_line_is_one_problem_and_the_rest_is_read(tmp_path: Path, line: str, what: str) -> None:
    path = write(tmp_path / "docs.jsonl", f'{{"text": "One."}}\n{line}\n{{"text": "Two."}}\n')
    found = list(open_sources([path]))
    assert [type(f) for f in found] == [Document, Problem, Document]
    problem = found[1]
    assert isinstance(problem, Problem)
    assert problem.source == f"{path}:2"
    assert what in problem.what
    assert problem.mend


def test_a_date_that_is_none_is_a_note(tmp_path: Path) -> None:
    (found,) = open_sources([write(tmp_path / "docs.jsonl", '{"text": "One.", "published": "soon"}')])
    assert isinstance(found, Document)
    assert found.published is None
    assert "soon" in found.notes[0]


def test_lone_surrogates_do_not_survive(tmp_path: Path) -> None:
    (found,) = open_sources([write(tmp_path / "docs.jsonl", '{"text": "One \\ud800 two.", "n": NaN}')])
    assert isinstance(found, Document)
    assert found.text == "One \ufffd two."


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("empty.txt", b"", "empty"),
        ("empty.jsonl", b"", "empty"),
        ("spaces.html", b" \n\t", "empty"),
        ("bin.txt", bytes(range(256)) * 4, "binary"),
        ("doc.txt", b"%PDF-1.7 xyz", "PDF"),
        ("cut.txt.gz", gzip.compress(TEXT.encode() * 1000)[:-20], "gzip"),
    ],
)
def test_a_file_that_is_no_page_is_one_problem(tmp_path: Path, name: str, data: bytes, what: str) -> None:
    path = write(tmp_path / name, data)
    good = write(tmp_path / "good.txt", TEXT)
    bad, rest = open_sources([path, good])
    assert isinstance(bad, Problem)
    assert bad.source == path
    assert what in bad.what
    assert isinstance(rest, Document)


def test_a_missing_file_is_one_problem(tmp_path: Path) -> None:
    (found,) = open_sources([str(tmp_path / "none.txt")])
    assert isinstance(found, Problem)
    assert "no such file" in found.what


def test_a_folder_is_read_in_order_and_all_the_way_down(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    write(tmp_path / "c.txt", TEXT)
    write(tmp_path / "b" / "a.txt", TEXT)
    write(tmp_path / "a.jsonl.gz", gzip.compress(b'{"text": "One."}\n'))
    write(tmp_path / "picture.png", b"\x89PNG")
    write(tmp_path / ".hidden.txt", TEXT)
    sources = [Path(d.source).name for d in open_sources([str(tmp_path)])]
    assert sources == ["a.jsonl.gz:1", "a.txt", "c.txt"]
    (tmp_path / "none").mkdir()
    (problem,) = open_sources([str(tmp_path / "none")])
    assert isinstance(problem, Problem)


@pytest.mark.parametrize(("data", "kind"), [(TEXT, "text"), (HTML, "html"), ('{"text": "One."}\n', "text")])
def test_standard_input_is_told_by_its_look(monkeypatch: pytest.MonkeyPatch, data: str, kind: str) -> None:
    class Stdin:
        buffer = io.BufferedReader(io.BytesIO(data.encode()))  # type: ignore[arg-type]

    monkeypatch.setattr(sys, "stdin", Stdin)
    (found,) = open_sources(["-"])
    assert isinstance(found, Document)
    assert getattr(found, kind)
    assert found.source.startswith("standard input")


def test_published_is_set_where_the_source_says_nothing(tmp_path: Path) -> None:
    path = write(tmp_path / "docs.jsonl", '{"text": "One."}\n{"text": "Two.", "published": "2020-01-02"}\n')
    found = list(open_sources([path], published="2021-05-04"))
    assert [d.published for d in found if isinstance(d, Document)] == ["2021-05-04", "2020-01-02"]


def test_lines_are_read_one_at_a_time(tmp_path: Path) -> None:
    path = write(tmp_path / "docs.jsonl", '{"text": "One."}\n' * 50_000)
    source = open_sources([path])
    assert next(source).source.endswith(":1")
    assert next(source).source.endswith(":2")
