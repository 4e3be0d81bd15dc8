"""Texts made to make a pattern try for ever: each is read within a bound."""

from __future__ import annotations

import time

import pytest

from build import tables
from dateline.article import Clean, build
from dateline.record import Document, Problem

clean = build(tables())
PROSE = "The envoy left for Rome on Monday, he said.\n"
SIZE = 20_000

TEXTS = {
    "one letter": "A" * SIZE,
    "capitals": "AB " * SIZE,
    "hyphens": "AB-" * SIZE,
    "commas": "Ab, " * SIZE,
    "dashes": "— " * SIZE,
    "brackets": "(" * SIZE,
    "bullets": "- a\n" * SIZE,
    "spaces": " " * SIZE + "x",
    "blank lines": "\n" * SIZE + "x",
    "tags": "Tags:\n" * 5_000,
    "bylines": "By Ab and Ab and Ab and Ab and Ab and Ab and Ab\n" * 500 + PROSE,
    "pipes": ("a | " * 13 + "\n") * 500,
    "arrows": ("a > " * 12 + "\n") * 500,
    "handles": "a@" * 300 + "\n" + PROSE,
    "dots": ("a. " * 13 + "\n") * 500,
    "addresses": ("http://a.b/" + "c" * 80 + "\n") * 500,
    "quotes": "\"'\"'" * SIZE,
}


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_cost_is_bounded(name: str) -> None:
    start = time.process_time()
    assert isinstance(clean(Document(source="test", text=TEXTS[name])), Clean | Problem)
    assert time.process_time() - start < 15
