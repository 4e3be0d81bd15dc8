"""Any text whatever gives sound times; what is no date is left alone."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build import parsed, tables
from dateline.record.edtf import is_edtf
from dateline.times import build, build_published
from dateline.times.check import example

find = build(tables())
infer = build_published(tables())

PIECES = [
    "May",
    "3",
    "2016",
    ",",
    "-",
    "–",
    "last",
    "week",
    "the",
    "of",
    "31",
    "February",
    "BC",
    "Friday",
    "noon",
    "at",
    "5 p.m.",
    "two",
    "days",
    "later",
    "ago",
    "9999",
    "1000",
    "decade",
    "100000",
    "years",
    "century",
    "Easter",
    "’79",
    "\n",
    "0",
    "99th",
    "quarter",
    "next",
    "Q4",
    "12/25/2014",
    "midnight",
    "(",
    ")",
    "to",
    "and",
    "late",
    "end",
    "'s",
    "first",
    "half",
]
DAYS = [None, "2016-12-16", "0001-01-01", "9999-12-31", "2016", "199X"]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join) | st.text(max_size=80), st.sampled_from(DAYS))
def test_no_text_breaks_the_room(text, published):
    reading = example(text, published)
    times = find(reading)
    for time in times:
        assert text[time.start : time.end] == time.text != ""
        assert is_edtf(time.value), (time.text, time.value)
    assert all(a.end <= b.start for a, b in pairwise(times))
    infer(reading)


@pytest.mark.parametrize(
    "text",
    [
        "They spoke for five hours and met every Friday.",
        "The 71-year-old has led the party for 20 years.",
        "Police counted 1500 protesters and 2000 troops.",
        "Council resolution 2254 was read out; flight 1990 was late.",
        "Theresa May said it may be that they march.",
        "The phone sat there; the fall of the town was sudden.",
        "Years ago they were friends; several days later they were not.",
        "The Sunday Times quoted USA Today on the Good Friday Agreement.",
        "It rose by 2,016 points to $1999.",
        "They pay ten dollars a day, twice a week, 1989 percent more.",
    ],
)
def test_durations_sets_counts_and_names_are_no_dates(text):
    assert [t.text for t in find(parsed(text, published="2016-12-16"))] == []


def test_the_same_text_gives_the_same_times():
    text = "On Monday they met; in 2014 they had not. The June 5 vote was moved to next week."
    assert find(parsed(text, published="2016-12-16")) == find(parsed(text, published="2016-12-16"))
