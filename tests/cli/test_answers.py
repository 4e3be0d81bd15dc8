"""The shapes of answers, and wrong requests."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from build_archive import ALL, documents, put
from dateline.corpus import link

SQL = "SELECT id, published_day, byline, ['x', 'y'] AS two FROM articles ORDER BY id LIMIT 1"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    put(tmp_path / "record", documents(*ALL))
    link(tmp_path / "record")
    return tmp_path / "record"


def test_jsonl(run, record: Path) -> None:
    row = json.loads(run("query", record, SQL).stdout)
    assert row == {"id": "d1", "published_day": "2017-11-15", "byline": [], "two": ["x", "y"]}


def test_csv(run, record: Path) -> None:
    found = list(csv.reader(io.StringIO(run("query", record, SQL, "--format", "csv").stdout)))
    assert found == [["id", "published_day", "byline", "two"], ["d1", "2017-11-15", "", "x | y"]]


def test_table(run, record: Path) -> None:
    head, row = run("query", record, SQL, "--format", "table").stdout.splitlines()
    assert head.split() == ["id", "published_day", "byline", "two"]
    assert row.split() == ["d1", "2017-11-15", "x", "|", "y"]


def test_parquet_file(run, record: Path, tmp_path: Path) -> None:
    from pyarrow import parquet

    assert run("query", record, SQL, "--format", "parquet", "-o", "out.parquet").exit_code == 0
    assert parquet.read_table(tmp_path / "out.parquet")["two"].to_pylist() == [["x", "y"]]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out.parquet", "record"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["query", "nothing", "SELECT 1"], "nothing: there is no record here"),
        (["query", "record", "SELEC 1"], "Parser Error"),
        (["query", "record", "SELECT x FROM articles"], "Binder Error"),
        (["query", "record", "SELECT CAST(id AS INT) FROM articles"], "Conversion Error"),
        (["promises", "record", "--state", "lost"], "no promise is 'lost'"),
        (["count", "record", "--by", "colour"], "can't count by 'colour'; count by year"),
        (["timeline", "record", "A", "B", "C"], "name one actor or two"),
        (["events", "record", "--from", "yesterday"], "'yesterday' is no date"),
    ],
)
def test_a_wrong_request_is_said_in_words(run, record: Path, arguments: list[str], told: str) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["timeline", "Kenya", "Uganda"], '"actors":["Kenya","Uganda"]'),
        (["who", "Søreide"], '"country":"NOR"'),
        (["said", "Norway", "--about", "trade"], "We want trade"),
        (["promises", "--by", "Turkey", "--due"], '"due":"2018-03"'),
        (
            ["events", "--type", "ASSAULT", "--from", "2017", "--to", "2017-11", "--place", "AFG"],
            "Gunmen killed 12 soldiers",
        ),
        (["promises", "--state", "open", "--asof", "2018-01"], '"due":"2018-03"'),
        (["promises", "--state", "due", "--asof", "2018-03-20"], '"due":"2018-03"'),
        (["promises", "--state", "overdue", "--asof", "2018-04-01"], '"due":"2018-03"'),
        (["happenings", "--type", "ASSAULT", "--from", "2017", "--place", "AFG"], '"reports":1'),
        (["count", "--by", "month,type"], '{"month":"2017-11","type":"ASSAULT","events":1}'),
    ],
)
def test_ready_questions(run, record: Path, arguments: list[str], found: str) -> None:
    done = run(arguments[0], record, *arguments[1:])
    assert (done.exit_code, done.stderr) == (0, "")
    assert found in done.stdout


def test_the_tellings_of_a_happening(run, record: Path) -> None:
    row = json.loads(run("happenings", record, "--type", "ASSAULT").stdout)
    telling = json.loads(run("happenings", record, "--of", row["happening"]).stdout)
    assert (telling["sentence"], telling["why"]) == (row["text"], "the first telling")


def test_a_store_that_does_not_answer_is_told(run, record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object) -> None:
        raise OSError(5, "the store fails", "s3://news/record/units")

    monkeypatch.setattr("dateline.store.open_record", failing)
    found = run("query", record, SQL)
    assert (found.exit_code, found.stdout) == (1, "")
    assert found.stderr == "s3://news/record/units: can't be read (the store fails); ask again later\n"


def test_what_is_searched_removed_and_repaired_is_told(run, record: Path) -> None:
    rows = [json.loads(line) for line in run("search", record, "treaty").stdout.splitlines()]
    assert [r["marked"].count("**treaty**") for r in rows] == [1]
    assert run("remove", record, "docs.jsonl:1", "no.jsonl").stderr.splitlines() == [
        "docs.jsonl:1: 1 page taken out",
        "no.jsonl: nothing is from there",
    ]
    assert run("search", record, "treaty").stdout == ""
    assert run("repair", record).stderr == "nothing is damaged\n"
    (path,) = (record / "events").iterdir()
    path.write_bytes(b"")
    told = run("repair", record).stderr.splitlines()
    assert told[0].startswith(f"{record}/events/{path.name}: damaged (")
    assert told[0].endswith("; 3 articles from docs.jsonl")
    assert told[1] == "1 unit taken out; build again to read their pages anew"
