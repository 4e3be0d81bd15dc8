"""Which reports are of one event."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from corpus.build_told import ALEPPO, ARMY, ISRAEL, SYRIA, families, joined, told
from dateline.corpus.joining import find_happenings
from dateline.corpus.told import Party, Told

MONDAY, TUESDAY = "2024-03-04", "2024-03-05"
CIVILIANS = Party(name="nine people", kind="group", country="SYR", sector="CVL")
HAAVIK = Party(name="Ingrid Haavik", kind="person", country="NOR", sector="GOV")
LUND = Party(name="Per Lund", kind="person", country="NOR", sector="GOV")
ARSLAN = Party(name="Kemal Arslan", kind="person", country="TUR", sector="GOV")
TURKEY = Party(name="Turkey", kind="state", country="TUR")


def visit(article: str, day: str | None, **more: object) -> Told:
    plain = {
        "type": "CONSULT",
        "mode": "visit",
        "actors": (HAAVIK,),
        "recipients": (TURKEY,),
        "place": None,
        "trigger": "visited",
        "text": "Norwegian Foreign Minister Ingrid Haavik visited Ankara.",
    }
    return told(article, day, **(plain | more))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(told("a", MONDAY), told("b", MONDAY), id="the same"),
        pytest.param(told("a", MONDAY), told("b", MONDAY, actors=(ARMY,)), id="a state and its army"),
        pytest.param(told("a", MONDAY), told("b", MONDAY, actors=(), recipients=(CIVILIANS,)), id="nobody named"),
        pytest.param(told("a", MONDAY, dead=12), told("b", MONDAY, published=TUESDAY, dead=15), id="a toll that grows"),
        pytest.param(told("a", MONDAY), told("b", MONDAY, status="negation", published=TUESDAY), id="a denial"),
        pytest.param(told("a", MONDAY), told("b", None, published=TUESDAY), id="no day, but written then"),
        pytest.param(told("a", MONDAY), told("b", MONDAY, published="2025-03-04", status="historical"), id="an anniversary"),
        pytest.param(
            visit(
                "a",
                "2024-03-08",
                published=MONDAY,
                type="AGREE",
                mode="",
                act_type="CONSULT",
                act_mode="visit",
                status="future",
            ),
            visit("b", "2024-03-08"),
            id="a visit announced",
        ),
        pytest.param(visit("a", MONDAY), visit("b", MONDAY, actors=(ARSLAN,), recipients=(HAAVIK,)), id="who received whom"),
    ],
)
def test_reports_of_one_event_are_one_happening(a: Told, b: Told) -> None:
    assert joined(a, b) == [{"a", "b"}]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(told("a", MONDAY), told("b", TUESDAY), id="the next day"),
        pytest.param(told("a", MONDAY, dead=30), told("b", TUESDAY, dead=30), id="the next day, the same toll"),
        pytest.param(
            told("a", MONDAY), told("b", MONDAY, place=ALEPPO, text="Jets struck a depot at Aleppo."), id="another town"
        ),
        pytest.param(told("a", MONDAY), told("b", MONDAY, actors=(SYRIA,), recipients=(ISRAEL,)), id="the other way round"),
        pytest.param(told("a", MONDAY), told("b", None, published="2024-03-20"), id="no day, and long after"),
        pytest.param(
            visit("a", MONDAY), visit("b", MONDAY, actors=(LUND,), text="Per Lund talked trade."), id="another visitor"
        ),
        pytest.param(visit("a", MONDAY), told("b", MONDAY, actors=(HAAVIK,)), id="another type"),
    ],
)
def test_others_are_kept_apart(a: Told, b: Told) -> None:
    assert joined(a, b) == [{"a"}, {"b"}]


def test_one_day_does_not_lead_to_the_next() -> None:
    days = [told(f"a{n}", f"2024-03-{n:02d}") for n in range(4, 12)]
    undated = [told(f"b{n}", None, published=f"2024-03-{n:02d}") for n in range(4, 12)]
    assert len(joined(*days, *undated)) == 8


def test_act_and_effect_in_one_article_are_one() -> None:
    effect = told("a", MONDAY, event="e2", salience="side", trigger="killing", trigger_start=30, recipients=(CIVILIANS,))
    assert len(list(find_happenings([told("a", MONDAY), effect], families()))) == 1


def test_two_days_after_is_two_days_after() -> None:
    text = "Israel bombed Homs on Wednesday, two days after jets struck it."
    later = told("b", "2024-03-06", text=text)
    before = told("b", "2024-03-06", event="e2", salience="side", trigger="struck", trigger_start=44, text=text)
    assert joined(told("a", MONDAY), later, before) == [{"a", "b"}, {"b"}]


def test_what_led_up_to_a_report_is_looked_for_before_it() -> None:
    text = "Syria condemned Israel on Thursday for the raid in which it bombed Homs."
    blame = told(
        "b",
        "2024-03-07",
        type="ACCUSE",
        mode="disapprove",
        trigger="condemned",
        text=text,
        actors=(SYRIA,),
        recipients=(ISRAEL,),
    )
    raid = told("b", "2024-03-07", event="e2", salience="side", trigger="bombed", trigger_start=58, text=text)
    assert joined(told("a", MONDAY), blame, raid) == [{"a", "b"}, {"b"}]


def test_the_order_of_articles_does_not_matter() -> None:
    tolds = [told(f"a{n}", MONDAY if n % 2 else TUESDAY, dead=n) for n in range(9)]
    again = [msgspec.structs.replace(t, article=f"z{9 - n}", story=f"z{9 - n}") for n, t in enumerate(tolds)]
    assert sorted(map(len, joined(*tolds))) == sorted(map(len, joined(*again))) == [4, 5]


def test_a_long_article_tells_of_many_attacks_by_the_same_on_the_same() -> None:
    words = ["bombed", "invaded", "raided", "besieged"]
    tolds = [
        told("a", None, published=MONDAY, event=f"e{n}", sentence=4 * n, trigger=word, trigger_start=100 * n, place=None)
        for n, word in enumerate(words)
    ]
    assert len(joined(*tolds)) == len(words)


def test_background_meets_what_several_told_longer_than_what_one_told() -> None:
    filler = [told(f"f{n}", f"2024-{n:02d}-01", actors=(SYRIA,), recipients=(ISRAEL,)) for n in range(4, 10)]
    year = {"status": "historical", "date": "2024", "first_day": date(2024, 1, 1), "last_day": date(2024, 12, 31)}
    late = told("z", None, published="2025-03-20", **year)
    assert {"a", "b", "z"} in joined(told("a", MONDAY), told("b", MONDAY), late, *filler)
    assert {"a"} in joined(told("a", MONDAY), late, *filler)
    month = {"date": "2024-03", "last_day": date(2024, 3, 31), "first_day": date(2024, 3, 1)}
    assert {"a", "z"} in joined(told("a", MONDAY), told("z", None, published="2025-03-20", **(year | month)), *filler)
