"""Reckoning on the calendar."""

from datetime import date

import pytest

from dateline.times.moment import (
    easter,
    of_century,
    of_date,
    of_day,
    of_decade,
    of_month,
    of_season,
    of_week,
    of_year,
    orthodox_easter,
    shifted,
    truncated,
)

DAY = of_date(date(2016, 12, 15))  # a Thursday


@pytest.mark.parametrize(
    ("number", "unit", "value"),
    [
        (-1, "day", "2016-12-14"),
        (20, "day", "2017-01-04"),
        (-1, "week", "2016-12-05/2016-12-11"),
        (1, "weekend", "2016-12-24/2016-12-25"),
        (1, "fortnight", "2016-12-26/2017-01-01"),
        (1, "month", "2017-01"),
        (-12, "month", "2015-12"),
        (1, "quarter", "2017-33"),
        (-3, "year", "2013"),
        (-1, "decade", "200X"),
        (-1, "century", "19XX"),
        (1, "season", "2017-21"),
    ],
)
def test_a_day_moves_by_units_at_their_grain(number, unit, value):
    assert shifted(DAY, number, unit).value == value


def test_a_month_is_too_coarse_to_move_by_days():
    assert shifted(of_month(2016, 5), 2, "day") is None
    assert shifted(of_year(2016), 1, "month") is None


def test_the_calendar_has_ends():
    assert shifted(of_date(date.max), 1, "day") is None


def test_truncating_gives_the_unit_round_a_day_but_never_a_finer_one():
    assert truncated(DAY, "year").value == "2016"
    assert truncated(of_year(2016), "month") is None


def test_values_are_edtf():
    assert of_year(-489).value == "-0489"
    assert of_day(2015, 2, 29) is None
    assert of_decade(1987).value == "198X"
    assert of_century(20).value == "19XX"
    assert of_century(5, bc=True).value == "-0499/-0400"
    assert of_season(1916, 21).value == "1916-21"
    assert of_week(date(2016, 12, 18)).value == "2016-12-12/2016-12-18"


@pytest.mark.parametrize(("year", "day"), [(1998, (4, 12)), (2016, (3, 27)), (2024, (3, 31)), (1916, (4, 23))])
def test_easter_falls_where_the_calendar_says(year, day):
    assert easter(year) == date(year, *day)


@pytest.mark.parametrize(("year", "day"), [(2016, (5, 1)), (2022, (4, 24)), (2024, (5, 5))])
def test_orthodox_easter_falls_where_the_calendar_says(year, day):
    assert orthodox_easter(year) == date(year, *day)
