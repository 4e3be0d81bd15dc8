"""What later sentences say of a promise, and where it stands."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from corpus.build_told import wording
from dateline.corpus.hearing import hear
from dateline.corpus.outcomes import find_outcome, follow
from dateline.corpus.pledged import Deed, Passage, Pledge
from dateline.corpus.promises import Ledger, find_state, rows_of
from dateline.corpus.told import Party

NORWAY = Party(name="Norway", kind="state", country="NOR")
LATVIA = Party(name="Latvia", kind="state", country="LVA")
NAMES = {"Norway": NORWAY, "Oslo": NORWAY, "Latvia": LATVIA, "Riga": LATVIA}


def pledge(action: str = "deliver 18 tanks to Latvia", **more: Any) -> Pledge:
    plain = {"article": "a", "commitment": "c1", "kind": "promise", "by": (NORWAY,), "day": date(2024, 1, 10)}
    return Pledge(action=action, **(plain | more))


def passage(text: str, day: str = "2024-04-01", article: str = "b", **more: Any) -> Passage:
    parties = tuple(sorted((text.index(name), party) for name, party in NAMES.items() if name in text))
    return Passage(article=article, sentence=0, day=date.fromisoformat(day), text=text, parties=parties, **more)


def said(one: Pledge, later: Passage) -> str | None:
    found = find_outcome(follow(one, wording()), hear(later, wording()), wording())
    return found.says if found else None


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Norway delivered the 18 tanks to Latvia on Monday.", "kept"),
        ("Norway has handed over all 18 tanks to Latvia as promised.", "kept"),
        ("Latvia has received the 18 tanks that Norway promised.", "kept"),
        ("Norway kept its promise of 18 tanks for Latvia.", "kept"),
        ("Norway has not delivered the 18 tanks to Latvia.", "broken"),
        ("Norway failed on Monday to deliver the 18 tanks to Latvia.", "broken"),
        ("Norway did not keep its promise of 18 tanks for Latvia, Riga said.", "broken"),
        ("Oslo went back on its pledge of tanks for Latvia.", "broken"),
        ("Norway postponed the delivery of the 18 tanks to Latvia.", "overtaken"),
        ("Norway scrapped the plan to deliver 18 tanks to Latvia.", "overtaken"),
        ("Norway reaffirmed its promise of 18 tanks for Latvia.", "restated"),
        ("Norway will deliver 18 tanks to Latvia.", None),
        ("Norway delivered 40 generators to Moldova.", None),
        ("Sweden delivered 18 tanks to Latvia.", None),
        ("Latvia delivered 18 tanks to Norway.", None),
        ("Norway and Latvia signed a fishing accord.", None),
    ],
)
def test_what_a_sentence_says_of_a_promise(text: str, says: str | None) -> None:
    assert said(pledge(), passage(text)) == says


@pytest.mark.parametrize(
    ("one", "text", "says"),
    [
        (pledge("arrest peaceful protesters", lead="promised not to "), "Norway arrested 40 peaceful protesters.", "broken"),
        (pledge("stop deporting Uyghur refugees"), "Norway deported nine Uyghur refugees.", "broken"),
        (pledge("halt attacks on power plants"), "Norway halted its attacks on power plants.", "kept"),
        (pledge("halt attacks on power plants"), "Norway has not halted its attacks on power plants.", "broken"),
        (pledge("return a fresco to Latvia", kind="refusal"), "Norway returned the fresco to Latvia.", "broken"),
        (pledge("visit Riga", kind="invitation", by=(LATVIA,), to=(NORWAY,)), "Norway visited Riga.", "kept"),
        (pledge("close its border with Latvia", kind="threat"), "Norway closed its border with Latvia.", "kept"),
    ],
)
def test_who_is_to_act_and_what_is_to_be_left(one: Pledge, text: str, says: str) -> None:
    assert said(one, passage(text)) == says


def test_not_yet_before_the_date_is_no_breach() -> None:
    one = pledge(due="2024-06", due_last=date(2024, 6, 30))
    assert said(one, passage("Norway has not delivered the 18 tanks to Latvia.", "2024-04-01")) is None
    assert said(one, passage("Norway has not delivered the 18 tanks to Latvia.", "2024-07-01")) == "broken"


def test_an_event_of_the_promised_type_is_the_deed() -> None:
    one = pledge("impose an embargo on Latvia", type="SANCTION", mode="discontinue")
    deed = Deed(event="e1", type="SANCTION", mode="discontinue", actors=(NORWAY,))
    assert said(one, passage("Norway put an embargo on Latvia.", deeds=(deed,))) == "kept"
    assert said(one, passage("Norway put an embargo on Latvia.")) is None


@pytest.mark.parametrize("action", ["turn it around", "refused", "follow up", "do what they said", "deliver"])
def test_what_tells_no_act_from_others_is_not_followed(action: str) -> None:
    text = "Norway has refused to follow up; it turned to Latvia, did not deliver and kept its promise."
    assert said(pledge(action), passage(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "Norway refused to join an accord that let Latvia land its tanks of cod and 18 other things.",
        "Norway delivered a speech, and after a long debate on the state of roads, fish, farms, schools, law and the "
        "price of bread it praised 18 tanks of Latvia.",
        "In 1944 Norway delivered the 18 tanks to Latvia.",
    ],
)
def test_words_far_apart_and_long_ago_say_nothing(text: str) -> None:
    assert said(pledge(), passage(text)) is None


def test_a_firm_is_not_its_state() -> None:
    firm = Party(name="Fjord Shipyards", kind="organization", country="NOR", sector="BUS")
    assert said(pledge(by=(firm,)), passage("Norway delivered the 18 tanks to Latvia.")) is None


def ledger(pledges: list[Pledge], passages: list[Passage]) -> Ledger:
    found = Ledger(wording())
    found.enter(pledges)
    found.read(passages)
    return found


KEPT = passage("Norway delivered the 18 tanks to Latvia on Monday.", "2024-05-01")
BROKEN = passage("Norway has not delivered the 18 tanks to Latvia, Riga said.", "2024-05-09", "c")
DUE = {"due": "2024-03", "due_last": date(2024, 3, 31)}


@pytest.mark.parametrize(
    ("one", "later", "asof", "state"),
    [
        (pledge(), [], "2025-01-01", "open"),
        (pledge(**DUE), [], "2024-02-01", "open"),
        (pledge(**DUE), [], "2024-03-20", "due"),
        (pledge(**DUE), [], "2024-04-20", "overdue"),
        (pledge(), [KEPT], "2024-04-30", "open"),
        (pledge(), [KEPT], "2024-05-01", "kept"),
        (pledge(), [BROKEN], "2024-06-01", "broken"),
        (pledge(), [KEPT, BROKEN], "2024-06-01", "disputed"),
        (pledge(), [passage(BROKEN.text, "2024-02-01"), KEPT], "2024-06-01", "kept"),
    ],
)
def test_where_a_promise_stands(one: Pledge, later: list[Passage], asof: str, state: str) -> None:
    (promise,) = ledger([one], later).promises
    assert find_state(promise, date.fromisoformat(asof), wording())[0] == state


def test_a_promise_made_again_is_one_promise() -> None:
    again = pledge("hand over 18 tanks to Latvia", article="b", day=date(2024, 2, 1))
    other = pledge("deliver 40 generators to Moldova", article="d", day=date(2024, 2, 2))
    promises = ledger([pledge(), again, other], [KEPT]).promises
    assert [len(p.told) for p in promises] == [2, 1]
    rows, outcomes = rows_of(promises[0], date(2024, 6, 1), wording())
    assert {(r["promise"], r["state"]) for r in rows} == {(promises[0].key, "kept")}
    assert [(o["what"], o["says"]) for o in outcomes] == [("commitment", "restated"), ("sentence", "kept")]


def test_what_comes_before_a_promise_says_nothing_of_it() -> None:
    (promise,) = ledger([pledge()], [passage(KEPT.text, "2024-01-01")]).promises
    assert promise.outcomes == []
