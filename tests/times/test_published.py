"""The day an article appeared, inferred from its text: the right one, or none."""

import msgspec
import pytest

from build import parsed, tables
from dateline.record import Dateline
from dateline.times import build_published

infer = build_published(tables())

SUMMIT = (
    "The Turkish president is visiting Astana on March 10-11.\n"
    "On Thursday he toured a pipeline station. On Friday the two sides signed six agreements.\n"
    "The line has been under repair since 2019. The guests promised to return in 2023.\n"
    '"We will open the second branch next year," the minister said.'
)


def test_weekdays_and_next_year_give_the_day():
    found = infer(parsed(SUMMIT))
    assert found is not None
    assert (found.value, found.from_) == ("2022-03-11", "inferred")
    assert "next year" in found.why
    assert "March 10-11" in found.why


def test_a_weekday_with_its_date_picks_the_year():
    text = (
        "Observers arrived in Tbilisi on Monday, October 1. The law was passed in 2011 and amended in early 2012.\n"
        "Voters chose a new parliament on Monday, October 1, and counting went on into the night."
    )
    found = infer(parsed(text))
    assert found is not None
    assert found.value == "2012-10"  # a dated weekday may be told some days later


def test_a_dateline_gives_the_day_where_the_text_gives_the_year():
    article = parsed(SUMMIT)
    article.article = msgspec.structs.replace(article.article, dateline=Dateline(place="ASTANA", date="March 12"))
    found = infer(article)
    assert found is not None
    assert (found.value, found.from_) == ("2022-03-12", "dateline")


@pytest.mark.parametrize(
    ("text", "value", "clue"),
    [
        (
            "Ministers of the seven met in Ise-Shima on May 26-27. On Thursday they spoke of trade, on Friday of refugees. "
            "Prime Minister Shinzo Abe said growth had slowed since 2014.",
            "2016-05-27",
            "May 26-27",
        ),
        (
            "The leaders marked the 70th anniversary of the liberation of Auschwitz on Tuesday, January 27. "
            "The museum drew a record crowd in 2014.",
            "2015-01",
            "70th anniversary",
        ),
        (
            "Forty years after the fall of Saigon, veterans met in the city on Thursday, April 30. "
            "They had last come in 2005.",
            "2015",
            "fall of Saigon",
        ),
    ],
)
def test_the_evidence_is_told(text, value, clue):
    found = infer(parsed(text))
    assert found is not None
    assert found.value == value
    assert clue in found.why


@pytest.mark.parametrize(
    "text",
    [
        "Ministers met on Thursday and agreed to meet again.",
        "The war ended in 1945. Historians met on Friday to discuss it.",
        "Exports grew last year, the bank said on June 3.",
        "Nearly 25 years after the fall of the Berlin Wall the road is open.",
        "",
    ],
)
def test_too_little_evidence_gives_nothing(text):
    assert infer(parsed(text)) is None
