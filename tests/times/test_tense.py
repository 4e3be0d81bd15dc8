"""Which way the clause round a time looks."""

import pytest

from build import parsed, reading, tables
from dateline.times.tense import Tenses

WORDS = tables().toml("times/tense.toml")

CASES = [
    ("The envoys met in Doha on Friday.", "past"),
    ("The envoys will meet in Doha on Friday.", "future"),
    ("The envoys are to meet in Doha on Friday.", "future"),
    ("The talks are scheduled for Friday.", "future"),
    ("They agreed to meet again on Friday.", "future"),
    ("He had been warned on Friday.", "past"),
    ("The hearing was postponed until Friday.", "future"),
    ("The troops have left the town since Friday.", "past"),
]


def at(text, read):
    start = text.index("Friday")
    return Tenses(WORDS, read(text)).at(start, start + 6)


@pytest.mark.parametrize(("text", "tense"), CASES)
def test_grammar_tells_the_tense(text, tense):
    assert at(text, parsed) == tense


@pytest.mark.parametrize(("text", "tense"), [CASES[0], CASES[1], CASES[3]])
def test_words_tell_the_tense_where_there_is_no_grammar(text, tense):
    assert at(text, reading) == tense


def test_a_scheduled_present_is_told_apart_from_the_past():
    assert at("The court opens on Friday.", parsed) in ("present", "future")
