"""`dateline rules` and `dateline tables`: what they print and with which status they end."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder of tables of one's own with a list of states that lacks a tab."""
    (tmp_path / "own" / "entities").mkdir(parents=True)
    (tmp_path / "own" / "entities" / "states.tsv").write_text("iso3\tname\nXYZ Ruritania\n", encoding="utf-8")
    return tmp_path / "own"


def test_rules_are_listed(run) -> None:
    done = run("rules", "list")
    assert done.exit_code == 0
    assert len(done.stdout.splitlines()) > 50


def test_a_sentence_is_tried(run) -> None:
    done = run("rules", "try", "The Finnish president visited Ankara on Monday.")
    assert done.exit_code == 0
    assert "CONSULT visit" in done.stdout
    assert "“visited”" in done.stdout


def test_nothing_to_try_is_told(run) -> None:
    done = run("rules", "try", " ")
    assert done.exit_code == 1
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", [("rules", "check"), ("tables", "check"), ("read", "page.txt")])
def test_a_faulty_table_is_named_with_its_line(run, own: Path, command: tuple[str, ...]) -> None:
    done = run(*command, "--tables", own)
    assert done.exit_code != 0
    assert "states.tsv:2: 1 columns where the header has 2" in done.stderr + done.stdout


def test_a_faulty_rule_file_is_named(run, tmp_path: Path) -> None:
    (tmp_path / "own" / "events").mkdir(parents=True)
    (tmp_path / "own" / "events" / "mine.toml").write_text("[[rule]\n", encoding="utf-8")
    done = run("rules", "list", "--tables", "own")
    assert done.exit_code == 2
    assert "mine.toml:0: not valid TOML" in done.stderr


@pytest.mark.parametrize("command", [("rules", "check"), ("rules", "try"), ("rules", "list"), ("tables", "check")])
def test_every_command_below_has_help(run, command: tuple[str, str]) -> None:
    done = run(*command, "--help")
    assert done.exit_code == 0
    assert len(done.stdout.split()) > 10
