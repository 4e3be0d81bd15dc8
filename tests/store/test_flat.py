"""Structs as plain cells."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from dateline.record import Act, Article, ContestedName, Dispute, Published, Section, Size, Span
from dateline.store.flat import cells, columns


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    act: Act | None = None
    trigger: Span | None = None
    spans: tuple[Span, ...] = ()
    codes: tuple[str, ...] = ()
    size: Size | None = None


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"trigger": Span(3, 9, "Moscow")}, {"trigger": "Moscow", "trigger_start": 3, "trigger_end": 9}),
        ({}, {"trigger": None, "trigger_start": None, "act_type": None, "spans": [], "spans_start": [], "size_dead": None}),
        ({"act": Act("AID", "military")}, {"act_type": "AID", "act_mode": "military"}),
        (
            {"spans": (Span(0, 2, "We"), Span(4, 6, "go"))},
            {"spans": ["We", "go"], "spans_start": [0, 4], "spans_end": [2, 6]},
        ),
        ({"codes": ("GOV", "MIL")}, {"codes": ["GOV", "MIL"]}),
        ({"size": Size(dead=12)}, {"size_dead": 12, "size_injured": None}),
    ],
)
def test_cells(given: dict[str, Any], found: dict[str, Any]) -> None:
    row = cells(Sheet(**given))
    assert {name: row[name] for name in found} == found
    assert sorted(row) == sorted(columns(Sheet))


def test_fields_keep_the_names_under_which_they_are_written() -> None:
    article = Article(
        text="A.",
        published=Published(value="2016", from_="given", why="as told"),
        sections=(Section(heading="Talks", start=0, end=2),),
    )
    row = cells(article)
    assert (row["published"], row["published_from"], row["text"]) == ("2016", "given", "A.")
    assert (row["sections_heading"], row["sections_end"]) == (["Talks"], [2])


def test_lists_of_structs_with_spans_are_lists_side_by_side() -> None:
    names = (
        ContestedName(by="n1", name="Falklands", span=Span(0, 9, "Falklands")),
        ContestedName(by=None, name="Malvinas", span=Span(12, 20, "Malvinas")),
    )
    row = cells(Dispute(place="p1", names=names))
    assert (row["names_by"], row["names_name"], row["names_span_start"]) == (
        ["n1", None],
        ["Falklands", "Malvinas"],
        [0, 12],
    )
