"""Who is one person among those of one surname; who is nobody."""

from __future__ import annotations

import random
from datetime import date

import pytest

from dateline.corpus.bodies import decide_bodies, decide_states
from dateline.corpus.identities import block_of
from dateline.corpus.naming import Naming
from dateline.corpus.people import decide_people
from dateline.corpus.seen import Seen, identity_row
from dateline.lexicon import Tables

NAMING = Naming(Tables())
Row = tuple[str, str, str, str, str]


def seen(number: int, row: Row, kind: str = "person", *, known: bool = False) -> Seen:
    name, country, sector, role, day = row
    on = date.fromisoformat(day) if day else None
    return Seen(
        combo=number,
        name=name,
        kind=kind,
        country=country or None,
        sector=sector or None,
        role=role or None,
        known=known,
        first_day=on,
        last_day=on,
    )


def groups(*rows: Row) -> list[list[int]]:
    """The numbers of rows that are one person, of those who are somebody."""
    return sorted(sorted(r.combo for r in d.rows) for d in decide_people([seen(n, r) for n, r in enumerate(rows)], NAMING))


MINISTER = ("Ines Vega", "ESP", "GOV", "minister", "2019-01-10")


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([MINISTER, ("Vega", "ESP", "GOV", "", "2019-01-11")], [[0, 1]]),
        ([MINISTER, ("Vega", "ESP", "GOV", "", "2023-01-11")], [[0]]),  # who that is years later is not known
        ([MINISTER, ("Vega", "MEX", "GOV", "", "2019-01-11")], [[0]]),
        ([MINISTER, ("Vega", "", "", "minister", "2019-01-11")], [[0, 1]]),
        ([MINISTER, ("Vega", "", "", "", "2019-01-11")], [[0]]),
        ([MINISTER, ("Juan Vega", "ESP", "GOV", "", "2019-01-11"), ("Vega", "ESP", "GOV", "", "2019-01-12")], [[0], [1]]),
        ([MINISTER, ("Ines Vega", "ESP", "JRN", "reporter", "2019-01-11")], [[0], [1]]),
        ([MINISTER, ("Ines Vega", "ESP", "MIL", "general", "2019-01-11")], [[0, 1]]),
        ([MINISTER, ("Ines Vega", "MEX", "GOV", "minister", "2019-01-11")], [[0], [1]]),
        ([MINISTER, ("Ines Vega", "", "", "", "2019-01-11")], [[0, 1]]),
        ([MINISTER, ("I. Vega", "ESP", "GOV", "minister", "2019-01-11")], [[0, 1]]),
        ([("Vega", "ESP", "COP", "inspector", ""), ("Vega", "ESP", "COP", "inspector", "")], [[0, 1]]),
    ],
)
def test_who_is_one(rows: list[Row], found: list[list[int]]) -> None:
    assert groups(*rows) == found


def test_two_offices_by_turns_are_two_and_one_after_the_other_one() -> None:
    def held(role: str, day: str) -> Row:
        return ("Joao Prado", "BRA", "GOV", role, day)

    by_turns = [held("health minister", "2021-01-01"), held("transport minister", "2021-02-01"),
                held("health minister", "2021-03-01"), held("transport minister", "2021-04-01")]  # fmt: skip
    assert groups(*by_turns) == [[0, 2], [1, 3]]
    after = [held("health minister", "2021-01-01"), held("transport minister", "2021-02-01")]
    assert groups(*after) == [[0, 1]]


def test_who_a_table_knows_is_one_in_all_offices() -> None:
    rows = [
        seen(n, ("Ines Vega", "ESP", sector, role, "2019-01-10"), known=True)
        for n, (sector, role) in enumerate([("GOV", "minister"), ("BUS", "chairwoman")])
    ]
    assert len(decide_people(rows, NAMING)) == 1


def test_the_order_of_rows_does_not_matter() -> None:
    rng = random.Random(1)
    names = ["Ines Vega", "I. Vega", "Vega", "Inés Vega", "Juan Vega", "Ines M. Vega", "Ines P. Vega"]
    rows = [
        seen(n, (rng.choice(names), rng.choice(["ESP", "MEX", ""]), rng.choice(["GOV", "BUS", "JRN", ""]),
                 rng.choice(["minister", "reporter", ""]), f"20{rng.randint(10, 20)}-01-10"))
        for n in range(60)
    ]  # fmt: skip
    expected = [(d.key, {r.combo for r in d.rows}) for d in decide_people(rows, NAMING)]
    assert len({key for key, _ in expected}) == len(expected)
    for _ in range(10):
        rng.shuffle(rows)
        assert [(d.key, {r.combo for r in d.rows}) for d in decide_people(rows, NAMING)] == expected


def test_states_and_bodies() -> None:
    states = [("Burma", "MMR", "", "", ""), ("Myanmar", "MMR", "", "", "")]
    assert [d.key for d in decide_states([seen(n, r, "state") for n, r in enumerate(states)])] == ["state:MMR"]
    bodies = [("Harbour Watch", "GRC", "NGO", "", ""), ("the Harbour Watch", "", "NGO", "", "")]
    found = decide_bodies([seen(n, r, "organization") for n, r in enumerate(bodies)], NAMING)
    assert [(d.key, len(d.rows)) for d in found] == [("body:harbour-watch@GRC", 2)]


@pytest.mark.parametrize(
    ("name", "kind", "country", "block"),
    [
        ("villagers", "group", "IND", None), ("foreign ministry", "organization", None, None),
        ("foreign ministry", "organization", "IND", "body foreign ministry"), ("spokesman", "person", "IND", None),
        ("India", "state", "IND", "state IND"), (" ", "state", "IND", None),
    ],
)  # fmt: skip
def test_descriptions_are_nobody(name: str, kind: str, country: str | None, block: str | None) -> None:
    assert block_of(name, kind, country, NAMING) == block


def test_the_row_of_an_identity_has_the_usual_full_name() -> None:
    rows = [seen(n, r) for n, r in enumerate([MINISTER, ("Vega", *MINISTER[1:]), ("Vega", *MINISTER[1:4], "2019-02-01")])]
    row = identity_row(decide_people(rows, NAMING)[0])
    assert (row["name"], row["names"], row["articles"]) == ("Ines Vega", ["Vega", "Ines Vega"], 3)
    assert (row["first_day"], row["last_day"]) == (date(2019, 1, 10), date(2019, 2, 1))
