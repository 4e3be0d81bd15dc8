"""What a happening says of its event, and of where its sources differ."""

from __future__ import annotations

from typing import Any

from corpus.build_told import ARMY, families, told
from dateline.corpus.happenings import rows_of
from dateline.corpus.joining import find_happenings
from dateline.corpus.told import Told

MONDAY, TUESDAY = "2024-03-04", "2024-03-05"


def rows(*tolds: Told) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    (portrait,) = find_happenings(tolds, families())
    return rows_of(portrait, families().phrases)


def test_stories_are_counted_and_copies_are_not() -> None:
    happening, tellings = rows(told("a", MONDAY), told("b", MONDAY, story="a"), told("c", MONDAY))
    assert (happening["tellings"], happening["articles"], happening["reports"]) == (3, 3, 2)
    assert [t["independent"] for t in tellings] == [True, False, True]


def test_a_toll_that_grew_is_told_with_its_sources() -> None:
    happening, tellings = rows(
        told("a", MONDAY, dead=12, claimed_by="police"), told("b", MONDAY, published=TUESDAY, dead=20, claimed_by="doctors")
    )
    assert (happening["dead_low"], happening["dead_high"]) == (12, 20)
    assert happening["disagreements"] == [
        "dead: 12 according to police (a.example, 2024-03-04), later 20 according to doctors (b.example, 2024-03-05)"
    ]
    assert [t["agrees"] for t in tellings] == [False, True]


def test_figures_of_one_day_differ() -> None:
    happening, _ = rows(told("a", MONDAY, dead=30), told("b", MONDAY, dead=9))
    assert happening["disagreements"] == [
        "dead: 30 according to a.example, 2024-03-04, but 9 according to b.example, 2024-03-04"
    ]


def test_a_denial_disputes() -> None:
    happening, tellings = rows(
        told("a", MONDAY), told("b", MONDAY, published=TUESDAY, status="negation", claimed_by="Israeli army")
    )
    assert (happening["status"], happening["disputed"]) == ("actual", True)
    assert happening["disagreements"] == ["did not happen according to Israeli army (b.example, 2024-03-05)"]
    assert [t["agrees"] for t in tellings] == [True, False]


def test_what_only_is_denied_is_not_disputed() -> None:
    happening, tellings = rows(told("a", MONDAY, status="negation", dead=12))
    assert (happening["status"], happening["disputed"], happening["disagreements"]) == ("negation", False, [])
    assert (happening["dead_high"], tellings[0]["agrees"]) == (None, True)


def test_the_best_telling_has_a_day_and_parties() -> None:
    happening, _ = rows(told("a", None, published=MONDAY, actors=(ARMY,)), told("b", MONDAY))
    assert (happening["article"], happening["date"], happening["place"]) == ("b", MONDAY, "Homs")


def test_an_event_without_a_day_gets_none() -> None:
    happening, _ = rows(told("a", None, published=MONDAY))
    assert (happening["date"], happening["first_day"]) == (None, None)


def test_more_reports_do_not_rename_a_happening() -> None:
    assert rows(told("a", MONDAY))[0]["happening"] == rows(told("a", MONDAY), told("b", MONDAY))[0]["happening"]


def test_a_telling_says_why_it_joined() -> None:
    _, tellings = rows(told("a", MONDAY), told("b", MONDAY))
    assert tellings[0]["why"] == "the first telling"
    assert "the same day; the same actor" in tellings[1]["why"]
