"""The room's tables are sound: every rule finds its examples and leaves its counter-examples alone."""

import shutil
from pathlib import Path

from build import tables
from dateline.lexicon import Tables
from dateline.times import check


def test_every_rule_gives_what_its_examples_say():
    assert list(check(tables())) == []


def overlay(folder: Path, name: str, text: str) -> Tables:
    path = folder / "times" / name
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return Tables(folder)


def test_a_rule_whose_example_is_not_found_is_named_with_file_and_line(tmp_path):
    rule = '[[rule]]\nid = "x"\nmeans = "x"\npattern = "the ides of {month}"\ngives = { kind = "date" }\n'
    faults = list(check(overlay(tmp_path, "rules/x.toml", rule + 'yes = ["On Monday. => 2015-06-15"]\nno = ["No."]\n')))
    assert len(faults) == 1
    assert "x.toml:1" in faults[0]


def test_a_pattern_that_names_no_class_is_a_fault(tmp_path):
    rule = '[[rule]]\nid = "x"\nmeans = "x"\npattern = "{moon}"\ngives = { kind = "date" }\nyes = ["a"]\nno = ["b"]\n'
    faults = list(check(overlay(tmp_path, "rules/x.toml", rule)))
    assert "no class is called 'moon'" in faults[0]
    shutil.rmtree(tmp_path / "times")
