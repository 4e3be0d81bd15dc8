"""Patterns of words and classes become regular expressions with an index of first words."""

import pytest

from dateline.times.pattern import PatternError, WordClass, compile_pattern, first_key, literal, starts_of

MONTHS = ["May", "June", "Dec."]
CLASSES = {
    "month": WordClass(literal(MONTHS, cased=True), starts_of(MONTHS), {"may": 5, "june": 6, "dec.": 12}),
    "day": WordClass(r"[0-9]{1,2}(?![0-9])", frozenset({"#1", "#2"}), {}),
    "year": WordClass(r"[0-9]{4}", frozenset({"#4"}), {}),
}


@pytest.mark.parametrize(
    ("pattern", "text", "matched"),
    [
        ("{month} {day}", "May 3, 2011", "May 3"),
        ("{month} {day} ( ,? of? {year} )", "May 3, 2011", "May 3, 2011"),
        ("{month} {day} ( ,? of? {year} )", "May 3 of 2011", "May 3 of 2011"),
        ("{month} {day}", "MAY\n3", "MAY\n3"),
        ("{month} {day}", "may 3", None),
        ("{month} {day}", "Mayor 3", None),
        ("the? mid _ {month}", "mid-May", "mid-May"),
        ("the? mid _ {month}", "The mid June", "The mid June"),
        ("{day} - {day:until}", "15–16", "15–16"),
        ("( early | late ) {month}", "late June", "late June"),
        ("{day} : {day:minute}", "3:30", "3:30"),
        ("{day} : {day:minute}", "3: 30", None),
        ("{day} + {month}", "3May", "3May"),
    ],
)
def test_a_pattern_matches_what_it_says(pattern, text, matched):
    found = compile_pattern(pattern, CLASSES).regex.match(text)
    assert (found and found.group()) == matched


def test_the_first_words_are_known():
    assert compile_pattern("the? ( early | late ) {month}", CLASSES).starts == {"the", "early", "late"}
    assert compile_pattern("{month}? {year}", CLASSES).starts == {"may", "june", "dec", "#4"}
    assert first_key("’79") == "'#2"


@pytest.mark.parametrize("pattern", ["{moon}", "( a", "a )", "a?", "( a | b? )", "{day} {day}"])
def test_a_pattern_that_makes_no_sense_is_refused(pattern):
    with pytest.raises(PatternError):
        compile_pattern(pattern, CLASSES)
