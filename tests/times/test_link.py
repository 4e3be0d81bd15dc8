"""Neighbours that belong together, and ranges."""

import pytest

from build import tables
from dateline.lexicon import Tables
from dateline.times import build
from dateline.times.check import example

CASES = [
    ("He ruled from May 3 to June 5, 1988.", ["1988-05-03", "1988-06-05"], ["1988-05-03/1988-06-05"]),
    ("Between 1914 and 1918 nothing was built.", ["1914", "1918"], ["1914/1918"]),
    ("The war of 1914–18 ended it.", ["1914", "1918"], ["1914/1918"]),
    ("The November–February 1990 strike failed.", ["1989-11", "1990-02"], ["1989-11/1990-02"]),
    ("The league of 478-404 BC is gone.", ["-0477", "-0403"], ["-0477/-0403"]),
    ("The fair runs Feb. 3-5, 2017.", ["2017-02-03/2017-02-05"], ["2017-02-03/2017-02-05"]),
    ("They met in 1988 and in 1990.", ["1988", "1990"], ["1988", "1990"]),
    ("Shots fell at 9 p.m. on Monday.", ["2015-06-15T21:00"], ["2015-06-15T21:00"]),
    ("Shots fell at 9 p.m. (1800 GMT) Monday.", ["2015-06-15T21:00", "2015-06-15"], ["2015-06-15T21:00", "2015-06-15"]),
]


@pytest.mark.parametrize(("text", "ends", "whole"), CASES)
def test_the_ends_of_a_range_share_year_and_era(text, ends, whole):
    assert [t.value for t in build(tables())(example(text))] == ends


def test_ranges_become_intervals_where_the_setting_says_so(tmp_path):
    (tmp_path / "times").mkdir()
    (tmp_path / "times" / "settings.toml").write_text('ranges = "whole"\n')
    find = build(Tables(tmp_path))
    for text, _, whole in CASES:
        times = find(example(text))
        assert [t.value for t in times] == whole
        assert [t.id for t in times] == [f"t{n}" for n in range(1, len(times) + 1)]


def test_a_clock_time_takes_one_day_only():
    times = build(tables())(example("It began at 5 p.m. on Friday on Monday."))
    assert [t.value for t in times] == ["2015-06-12T17:00", "2015-06-15"]
