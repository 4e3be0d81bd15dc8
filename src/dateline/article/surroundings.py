"""What the lines round an article say of it: title, byline, date, keywords, headlines of other stories."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from dateline.article.body import Body, lines_of_other_stories
from dateline.article.byline import join_names
from dateline.article.head import find_bylines, find_filed, find_stamp, find_title
from dateline.article.keywords import is_tag_line, keywords_in_line, keywords_under, tidy_keywords
from dateline.article.knowledge import Knowledge
from dateline.article.lines import Line
from dateline.article.published import Evidence
from dateline.record import Dateline

_MOST_RELATED = 20


class Surroundings(NamedTuple):
    """What was found round an article; `title_line` is the number of the line that holds the title."""

    title: str | None = None
    title_line: int | None = None
    byline: tuple[str, ...] = ()
    dateline: Dateline | None = None
    stamp: Evidence | None = None
    keywords: tuple[str, ...] = ()
    related: tuple[str, ...] = ()


def look_around(lines: Sequence[Line], body: Body, know: Knowledge, *, title: str | None) -> Surroundings:
    """Reads the lines round a body; `title` is the one that the source gives."""
    header = know.read_header(lines[: body.first + 1])
    title_line = find_title(lines, body, title or header.title)
    bylines = [header.byline] if header.byline else find_bylines(lines, body, know, title_line)
    place = next((b.place for b in bylines if b.place), None)
    return Surroundings(
        title=header.title or (lines[title_line].text if title_line is not None else None),
        title_line=title_line,
        byline=join_names(bylines),
        dateline=find_filed(lines, body, know) or (Dateline(place=place) if place else None),
        stamp=header.date or find_stamp(lines, body, know, title_line),
        keywords=_keywords(lines, body),
        related=_related(lines, body),
    )


def _keywords(lines: Sequence[Line], body: Body) -> tuple[str, ...]:
    kept = set(body.kept)
    found: list[str] = []
    for i, line in enumerate(lines):
        if i in kept or line.rule is None or line.rule.kind != "tags":
            continue
        inline = keywords_in_line(line.text) if ":" in line.text or line.rule.id == "tag-line" else []
        if not inline and i > body.first:
            below = takewhile(lambda x: x.rule is None or not x.rule.sure, lines[i + 1 : i + 16])
            inline = keywords_under([x.text for x in below])
        found += inline
    return tuple(tidy_keywords(found)[:40])


def _related(lines: Sequence[Line], body: Body) -> tuple[str, ...]:
    """Headlines below the article, or inside it under a heading such as `Read next`."""
    kept = set(body.kept)
    places = sorted(lines_of_other_stories(lines, body.first, body.last)) + list(range(body.last + 1, len(lines)))
    found: dict[str, None] = {}
    for i in places:
        line = lines[i]
        if line.rule is not None and line.rule.then == "comments" and i > body.last:
            break
        if i in kept or line.rule is not None or not 4 <= line.words <= 25 or line.text.endswith((".", ",", ":")):
            continue
        if not is_tag_line(line.text):
            found.setdefault(line.text)
    return tuple(found)[:_MOST_RELATED]
