"""EDTF values: which are valid, and which days they cover."""

from datetime import date

import pytest

from dateline.record.edtf import bounds, is_edtf


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2016", (2016, 1, 1), (2016, 12, 31)),
        ("2016-02", (2016, 2, 1), (2016, 2, 29)),
        ("2015-02", (2015, 2, 1), (2015, 2, 28)),
        ("2016-12-15", (2016, 12, 15), (2016, 12, 15)),
        ("2016-12-15T09:30", (2016, 12, 15), (2016, 12, 15)),
        ("2016-12-15/2016-12-16", (2016, 12, 15), (2016, 12, 16)),
        ("2016-21", (2016, 3, 1), (2016, 5, 31)),
        ("2016-24", (2016, 12, 1), (2017, 2, 28)),
        ("2016-36", (2016, 10, 1), (2016, 12, 31)),
        ("2016-40", (2016, 1, 1), (2016, 6, 30)),
        ("199X", (1990, 1, 1), (1999, 12, 31)),
        ("19XX", (1900, 1, 1), (1999, 12, 31)),
        ("1943~", (1943, 1, 1), (1943, 12, 31)),
        ("2014/2018", (2014, 1, 1), (2018, 12, 31)),
    ],
)
def test_a_valid_value_covers_its_days(value, first, last):
    assert bounds(value) == (date(*first), date(*last))


def test_open_ends_and_years_before_one_are_clamped():
    assert bounds("2014/..") == (date(2014, 1, 1), date.max)
    assert bounds("../2014-03") == (date.min, date(2014, 3, 31))
    assert bounds("-0489") == (date.min, date.min)
    assert bounds("-0489/-0478") == (date.min, date.min)


@pytest.mark.parametrize(
    "value",
    ["", "yesterday", "2016-13", "2016-00", "2015-02-29", "2016-12-32", "16-12-15", "2016-12-15T25:00", "2016-37",
     "2016-21-03", "2018/2014", "../..", "/", "2016-12-15/16", "20", "199XX", "XXXX", "-0000", "2016-W50", "P3D"],
)  # fmt: skip
def test_what_is_not_edtf_has_no_bounds(value):
    assert not is_edtf(value)
