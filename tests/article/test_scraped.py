"""Pages as scrapers, mail and PDF leave them, of our own invention: which lines are the article, its title, byline and date.

A line of `scraped/*.txt` begins with a mark: `+` a line of the article, `#` a heading in it, `T` the title, `A` the byline,
`-` furniture.  Above stand the fields that the page gives, a line each.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from build import tables
from dateline.article import Clean, build
from dateline.record import Document

PAGES = sorted((Path(__file__).parent / "scraped").glob("*.txt"))
_FIELD = re.compile(r"(byline|date): (.+)")
# Known misses: entries of a live blog each stand alone among its buttons; a summary that says more than its title.
NO_BODY, NO_HEAD = {"live-ticker"}, {"live-ticker", "substack"}
clean = build(tables())


def pages(missed: set[str]) -> list[object]:
    """A case a page; a known miss that is one no longer fails, so that it is taken off the list."""
    miss = pytest.mark.xfail(strict=True, reason="known miss")
    return [pytest.param(p, id=p.stem, marks=[miss] if p.stem in missed else []) for p in PAGES]


class Page(NamedTuple):
    text: str
    body: list[str]
    title: str | None
    byline: set[str]
    fields: dict[str, str]


def load(path: Path) -> Page:
    rows = path.read_text(encoding="utf-8").splitlines()
    fields = {m[1]: m[2] for row in rows if (m := _FIELD.fullmatch(row))}
    lines = [(row[0], row[2:]) for row in rows if not _FIELD.fullmatch(row)]
    assert {mark for mark, _ in lines} <= set("+#TA-"), path.name
    title = next((line for mark, line in lines if mark == "T"), None)
    body = [line for mark, line in lines if mark in "+#" and line]
    byline = {line for mark, line in lines if mark == "A"}
    return Page("\n".join(line for _, line in lines), body, title, byline, fields)


def read(page: Page) -> Clean:
    found = clean(Document(source="page", text=page.text))
    assert isinstance(found, Clean)
    return found


def share(page: Page) -> tuple[set[str], set[str]]:
    """Lines that are missing from what was read, and lines that are too much."""
    tidy = {" ".join(line.split()) for line in page.body}
    kept = {" ".join(line.split()) for line in read(page).article.text.split("\n") if line.strip()}
    return tidy - kept, kept - tidy - {page.title} - page.byline  # these two stay where a text is clean otherwise


@pytest.mark.parametrize("path", pages(NO_BODY))
def test_the_article_is_kept_and_the_furniture_goes(path: Path) -> None:
    missing, too_much = share(load(path))
    assert not missing
    assert not too_much


@pytest.mark.parametrize("path", pages(NO_HEAD))
def test_title_byline_and_date(path: Path) -> None:
    page = load(path)
    article = read(page).article
    assert article.title == page.title
    assert ", ".join(article.byline) == page.fields.get("byline", "")
    assert (article.published.value if article.published else None) == page.fields.get("date")
