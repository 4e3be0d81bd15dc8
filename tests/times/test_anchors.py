"""What times are counted from: publication in news, the thread of the story in a story."""

import msgspec
import pytest

from build import parsed, reading, tables
from dateline.record import Dateline
from dateline.times import build

find = build(tables())

STORY = (
    "In March 1862 the general marched south. On April 6 his camp was attacked, and the next day he struck back. "
    "The dead outnumbered those of any battle since 1815. In May he took the railway town. "
    "In June 1862 he was put in command. By October the river was open as far as the fort. "
    "In December he set out again, and in January he was beaten at the bluffs. On May 18, 1863, the siege began. "
    "On July 4 the town gave up. The peace of 1783 had left it Spanish. In September 1863 he was hurt in a fall. "
    "In November 1863 he came to the relief of another army. By March 1864 he led them all."
)


def values(text, published):
    return {t.text: t.value for t in find(parsed(text, published=published))}


def test_a_story_counts_from_the_time_told_before():
    found = values(STORY, "2009-12-19")
    assert found["April 6"] == "1862-04-06"
    assert found["the next day"] == "1862-04-07"
    assert found["May"] == "1862-05"  # not of 1815, which is an aside
    assert found["January"] == "1863-01"  # after December the year has turned
    assert found["July 4"] == "1863-07-04"
    assert found["September 1863"] == "1863-09"


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("The minister was sworn in on December 30.", "2017-01-03", "2016-12-30"),
        ("The court will sit on January 16.", "2016-12-20", "2017-01-16"),
        ("The party held its congress in October.", "2016-05-02", "2015-10"),
        ("He campaigned ahead of the June 7 primary.", "2016-05-24", "2016-06-07"),
        ("Polls opened on Sunday, 15 December.", "2013-12-16", "2013-12-15"),
        ("Rebels shelled the port on Monday.", "2016-12-16", "2016-12-12"),
        ("The two will meet on Monday.", "2016-12-16", "2016-12-19"),
        ("A vote is due next year.", "2016-12-16", "2017"),
        ("Growth slowed in the third quarter.", "1989-02-10", "1988-35"),
        ("They will fly home this summer.", "2016-02-19", "2016-22"),
    ],
)
def test_news_counts_from_publication_by_tense(text, published, value):
    assert [t.value for t in find(parsed(text, published=published))] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "They met on Friday.",
        "It fell last week.",
        "Two days later he quit.",
        "It closed on June 5.",
        "He left yesterday.",
        "In March it rained.",
    ],
)
def test_without_anything_to_count_from_there_is_no_time(text):
    assert not find(parsed(text))


def test_a_year_is_told_even_where_publication_is_not_known():
    assert [t.value for t in find(reading("The wall fell in 1989. In March 1990 they voted."))] == ["1989", "1990-03"]


def test_every_time_says_what_it_was_counted_from():
    times = find(parsed("The envoys met on Thursday.", published="2016-12-16"))
    assert times[0].why == "weekday: counted from 2016-12-16 (published)"


def test_a_dateline_makes_a_day_of_a_year_of_publication():
    article = parsed("The envoys met on Thursday.", published="2016")
    assert not find(article)
    article.article = msgspec.structs.replace(article.article, dateline=Dateline(place="GENEVA", date="Dec. 16"))
    assert [t.value for t in find(article)] == ["2016-12-15"]


@pytest.mark.parametrize(("published", "value"), [("2016", "2015"), ("2016-12", "2015"), ("2016-12-16", "2015")])
def test_publication_may_be_told_coarsely(published, value):
    assert [t.value for t in find(parsed("Exports fell last year.", published=published))] == [value]
