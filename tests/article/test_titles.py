from __future__ import annotations

import pytest
from lxml.html import fromstring

from dateline.article.titles import choose_title


def page(title: str, *headings: str) -> object:
    shown = "".join(f"<h1>{h}</h1>" for h in headings)
    return fromstring(f"<html><head><title>{title}</title></head><body>{shown}</body></html>")


@pytest.mark.parametrize(
    ("title", "headings", "headline", "tagged", "chosen"),
    [
        ("Envoys meet in Oslo | The Paper", ["Envoys meet in Oslo"], None, None, "Envoys meet in Oslo"),
        (
            "Envoys meet | The Paper",
            ["Log In", "Envoys meet in Oslo at last"],
            None,
            "Envoys meet in Oslo",
            "Envoys meet in Oslo at last",
        ),
        ("Envoys meet in Oslo - World - The Paper", [], None, None, "Envoys meet in Oslo"),
        ("The Paper", ["The Paper"], "Envoys meet in Oslo", None, "Envoys meet in Oslo"),
        ("Envoys meet in Oslo", ["Weather"], "Envoys meet in Oslo", None, "Envoys meet in Oslo"),
        ("", [], None, None, None),
    ],
)
def test_choose_title(title: str, headings: list[str], headline: str | None, tagged: str | None, chosen: str | None) -> None:
    assert choose_title(page(title, *headings), headline, tagged) == chosen
