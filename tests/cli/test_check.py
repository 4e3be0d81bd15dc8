"""`dateline check`, `schema`, `--version` and the help of every command."""

from __future__ import annotations

import gzip
import json
from importlib.metadata import version
from pathlib import Path

import pytest

from dateline.cli.app import app
from dateline.record import encode_record
from sound import RECORD

LINE = encode_record(RECORD).decode() + "\n"


def test_sound_records_pass(run, tmp_path: Path) -> None:
    (tmp_path / "r.jsonl").write_text(LINE * 2 + "\n", encoding="utf-8")
    with gzip.open(tmp_path / "r.jsonl.gz", "wt", encoding="utf-8") as f:
        f.write(LINE)
    done = run("check", "r.jsonl", "r.jsonl.gz")
    assert (done.exit_code, done.stderr) == (0, "3 records are sound\n")


def test_faults_are_named_by_file_line_article_field_and_offset(run, tmp_path: Path) -> None:
    (tmp_path / "r.jsonl").write_text(LINE + LINE.replace('"text":"arrived"', '"text":"arrivid"'), encoding="utf-8")
    done = run("check", "r.jsonl")
    assert done.exit_code == 1
    fault, count = done.stderr.strip().split("\n")
    assert fault.startswith("r.jsonl:2: article 'a1': events[0].trigger 64-71: the text is 'arrivid'")
    assert count == "1 fault; 1 record is sound"


@pytest.mark.parametrize("line", ["nonsense", "[]", '{"id": "a1"}', LINE.replace('"actual"', '"likely"').strip()])
def test_what_is_no_record_is_a_fault(run, tmp_path: Path, line: str) -> None:
    (tmp_path / "r.jsonl").write_text(line + "\n" + LINE, encoding="utf-8")
    done = run("check", "r.jsonl")
    assert done.exit_code == 1
    assert done.stderr.startswith("r.jsonl:1: not a record: ")


@pytest.mark.parametrize("name", ["nowhere.jsonl", "broken.jsonl.gz", "binary.jsonl"])
def test_file_that_cannot_be_read_is_named(run, tmp_path: Path, name: str) -> None:
    if name != "nowhere.jsonl":
        (tmp_path / name).write_bytes(b"\x1f\x8b\x08\0\xff\xfe broken")
    done = run("check", name)
    assert done.exit_code == 1
    assert done.stderr.startswith(name)


def test_schema_is_json(run) -> None:
    schema = json.loads(run("schema").stdout)
    assert schema["$ref"] == "#/$defs/Record"


def test_version(run) -> None:
    assert run("--version").stdout == f"dateline {version('dateline')}\n"


def test_no_command_shows_the_help(run) -> None:
    assert "read" in run().output


COMMANDS = sorted(c.name or "" for c in app.registered_commands)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(run, command: str) -> None:
    done = run(command, "--help")
    assert done.exit_code == 0
    assert len(done.stdout.split()) > 10
