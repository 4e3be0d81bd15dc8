"""`dateline build` and `dateline compact`."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest

PAGE = "Norway's foreign minister arrived in Ankara on Monday. “We want trade,” she said after the talks."
OTHER = "Kenya and Uganda signed a border treaty in Nairobi on Friday, officials said."


def rows(*texts: str) -> str:
    return "".join(json.dumps({"id": f"d{n}", "text": t}) + "\n" for n, t in enumerate(texts))


def test_build_is_quiet_but_for_a_count(run, tmp_path: Path) -> None:
    (tmp_path / "docs.jsonl").write_text(rows(PAGE, OTHER), encoding="utf-8")
    done = run("build", "docs.jsonl", "--into", "record")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "2 articles read\n")
    assert run("build", "docs.jsonl", "--into", "record").stderr == "0 articles read, 2 were there\n"


def test_what_cannot_be_read_is_told_each_time_and_the_rest_is_there(run, tmp_path: Path) -> None:
    (tmp_path / "docs.jsonl").write_text(rows(PAGE) + "{bad\n" + rows(" "), encoding="utf-8")
    for _ in range(2):
        done = run("build", "docs.jsonl", "no.txt", "--into", "record")
        assert done.exit_code == 1
        lines = done.stderr.splitlines()
        assert [line.split(": ")[0] for line in lines[:3]] == ["docs.jsonl:2", "docs.jsonl:3", "no.txt"]
        assert lines[-1] == "3 documents could not be read"
    told = [
        json.loads(line) for line in run("query", "record", "SELECT source FROM problems ORDER BY 1").stdout.splitlines()
    ]
    assert told == [{"source": "docs.jsonl:2"}, {"source": "docs.jsonl:3"}, {"source": "no.txt"}]


def test_published_is_taken(run, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    run("build", "page.txt", "--into", "record", "--published", "2016-12-16")
    assert run("query", "record", "SELECT published_day FROM articles").stdout == '{"published_day":"2016-12-16"}\n'


def test_another_readers_articles_are_named(run, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    run("build", "page.txt", "--into", "record")
    done = run("build", "page.txt", "--into", "record", "--any-language")
    assert done.exit_code == 0
    assert "--refresh reads them again" in done.stderr
    assert run("build", "page.txt", "--into", "record", "--any-language", "--refresh").stderr == "1 article read\n"
    assert run("query", "record", "SELECT count(*) AS n FROM articles").stdout == '{"n":1}\n'


def test_compact(run, tmp_path: Path) -> None:
    for name, text in (("a.txt", PAGE), ("b.txt", OTHER)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        run("build", name, "--into", "record")
    assert run("compact", "record").stderr == "2 units joined into 1\n"
    assert run("query", "record", "SELECT count(*) AS n FROM articles").stdout == '{"n":2}\n'
    assert run("build", "a.txt", "b.txt", "--into", "record").stderr == "0 articles read, 2 were there\n"
    done = run("compact", "nothing")
    assert (done.exit_code, (tmp_path / "nothing").exists()) == (2, False)


def test_a_folder_that_cannot_be_written_is_named(run, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    done = run("build", "page.txt", "--into", "page.txt")
    assert done.exit_code == 1
    assert done.stderr.startswith("page.txt: can't be written")


@pytest.mark.parametrize(
    "command", [["build", "page.txt", "--into", "record"], ["query", "record", "SELECT 1"], ["compact", "record"]]
)
def test_without_duckdb_one_line_says_what_to_install(run, monkeypatch: pytest.MonkeyPatch, command: list[str]) -> None:
    find = importlib.util.find_spec
    from dateline.store import parts

    monkeypatch.setattr(parts, "find_spec", lambda name: None if name == "duckdb" else find(name))
    done = run(*command)
    assert done.exit_code == 2
    assert done.stderr == "the archive needs duckdb; install: pip install 'dateline[archive]'\n"
