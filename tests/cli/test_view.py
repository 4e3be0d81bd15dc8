"""The readable view shows every part, fits the terminal and lets no control character through."""

from __future__ import annotations

import io

import pytest
from msgspec.structs import replace
from rich.cells import cell_len
from rich.console import Console

from dateline.cli.view import lay_out
from dateline.record import Article, Considered, Record, Span, Statement
from sound import RECORD, TEXT, span

NEARLY = Considered(rule="agree-offer", trigger=span("promised"), sentence=3, missing="no recipient")


def shown(record: Record = RECORD, *, width: int = 100, explain: bool = False) -> str:
    out = io.StringIO()
    Console(file=out, width=width, highlight=False).print(lay_out(record, [NEARLY] if explain else [], explain=explain))
    return out.getvalue()


@pytest.mark.parametrize(
    "words",
    [
        "Talks in London",
        "published 2016-12-16 (inferred: 'Tuesday' has passed)",
        "The Example · A. Writer · LONDON, Reuters, Dec 16",
        "keywords: Falkland Islands, flights",
        "ARG GOV",
        "foreign minister",
        "3 mentions",
        "1 mention\n",
        "51.51 N 0.13 W",
        "e1 CONSULT visit · actual · 2016-12-13 · London",
        "Susana Malcorra → United Kingdom",
        "arrived in London on Tuesday.  “arrived” [64-71]",
        "AGREE to RETREAT withdraw · future",
        "claimed in s1",
        "“We want flights,”  [96-112]",
        "c1 promise · Susana Malcorra → United Kingdom · due 2017",
        "on condition: if flights to Stanley resume in 2017",
        "Argentina: “Malvinas”  [241-249]",
        "parts: Stanley",
    ],
)
def test_view_shows(words: str) -> None:
    assert words in "\n".join(line.rstrip() for line in shown().split("\n"))


@pytest.mark.parametrize("words", ["consult-visit-travel: 'arrived'", "agree-offer: no recipient", "people/americas.tsv"])
def test_rules_and_reasons_are_shown_on_demand_only(words: str) -> None:
    assert words in shown(explain=True)
    assert words not in shown()


@pytest.mark.parametrize("width", [40, 72, 120, 200])
def test_view_fits_the_width(width: int) -> None:
    assert max(cell_len(line.rstrip()) for line in shown(width=width, explain=True).split("\n")) <= width


def test_empty_parts_are_left_out() -> None:
    bare = Record(id="a2", article=Article(text=TEXT), made_by=RECORD.made_by)
    assert " ".join(shown(bare).split()).startswith("Talks in London Argentina's foreign minister")
    assert "\n\n" not in shown(bare).strip()


def test_markup_and_control_characters_are_only_text() -> None:
    text = "He said [bold]no[/nonsense] \x1b[31m\u202eand left."
    statement = Statement(
        id="s1", kind="indirect", class_="speech", content=(Span.of(text, 8, len(text)),), rule="said-that"
    )
    record = replace(RECORD, article=Article(text=text), sentences=(), entities=(), places=(), times=())
    record = replace(record, events=(), commitments=(), disputes=(), statements=(statement,))
    view = shown(record)
    assert "[bold]no[/nonsense]" in view
    assert "\x1b" not in view
    assert "\u202e" not in view
