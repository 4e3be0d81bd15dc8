"""Words of actions, and the cues of what became of promises."""

from __future__ import annotations

import pytest

from corpus.build_told import wording
from dateline.corpus.wording import share, stem
from dateline.lexicon import RuleSource, Tables

RULES = Tables().rules("corpus/promises.toml")


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.fields["id"])
def test_every_cue_finds_its_examples_and_no_others(rule: RuleSource) -> None:
    cue = next(c for c in wording().cues if c.id == rule.fields["id"])
    assert rule.fields["yes"]
    assert rule.fields["no"]
    assert [s for s in rule.fields["yes"] if not cue.pattern.search(s)] == []
    assert [s for s in rule.fields["no"] if cue.pattern.search(s)] == []


@pytest.mark.parametrize(
    ("a", "b"),
    [("freed", "free"), ("released", "release"), ("closing", "close"), ("supplies", "supplied")],
)
def test_forms_of_a_word_are_one(a: str, b: str) -> None:
    assert stem(a) == stem(b)


@pytest.mark.parametrize(
    ("action", "text", "least", "most"),
    [
        ("deliver 18 tanks to Latvia", "Norway handed over 18 tanks to Latvia.", 1.0, 1.0),
        ("free three French prisoners", "Iran released the 3 French prisoners.", 1.0, 1.0),
        ("return a fresco to Albania", "Greece returned four migrants to Turkey.", 0.0, 0.4),
        ("visit Baghdad", "He arrived in Baghdad.", 1.0, 1.0),
    ],
)
def test_how_much_of_an_action_a_sentence_has(action: str, text: str, least: float, most: float) -> None:
    assert least <= share(wording().weigh(action), wording().terms(text)) <= most
