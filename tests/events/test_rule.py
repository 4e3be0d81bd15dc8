"""Rules that can't be compiled are refused with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.events.rule import compile_rules
from dateline.lexicon import TableError, Tables


def overlay(tmp_path: Path, rule: str) -> Tables:
    (tmp_path / "events").mkdir()
    (tmp_path / "events" / "mine.toml").write_text(f"[[rule]]\nid = 'mine'\n{rule}\n", encoding="utf-8")
    return Tables(tmp_path)


@pytest.mark.parametrize(
    ("rule", "complaint"),
    [
        ("verb = ['x']\ngives = { type = 'NOSUCH' }", "unknown event type"),
        ("verb = ['x']\ngives = { type = 'CONSULT', mode = 'tea' }", "no mode"),
        ("verb = ['x']\nnoun = ['y']\ngives = {}", "exactly one"),
        ("verb = ['x']\nobjekt = ['y']\ngives = {}", "unknown field"),
        ("verb = ['$nosuchlist']\ngives = {}", "no word list"),
        ("verb = ['x']\ncomplement = ['dative']\ngives = {}", "unknown complement"),
    ],
)
def test_a_faulty_rule_is_named_with_file_and_line(tmp_path: Path, rule: str, complaint: str) -> None:
    with pytest.raises(TableError, match=complaint) as caught:
        compile_rules(overlay(tmp_path, rule))
    assert caught.value.file.endswith("mine.toml")
    assert caught.value.line == 1


def test_an_overlay_adds_a_rule(tmp_path: Path) -> None:
    tables = overlay(tmp_path, "verb = ['snub']\ngives = { type = 'REJECT' }")
    rules = compile_rules(tables)
    assert any(rule.id == "mine" for _, rule in rules.by_head["verb"]["snub"])
