"""What the lines round an article say of it: title, byline, date, keywords, headlines of other stories."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from dateline.article.body import Body, lines_of_other_stories
from dateline.article.byline import Byline, join_names
from dateline.article.keywords import is_tag_line, keywords_in_line, keywords_under, tidy_keywords
from dateline.article.knowledge import Knowledge
from dateline.article.lines import Line
from dateline.article.published import Evidence
from dateline.record import Dateline

_WORD = re.compile(r"\w{4,}")
_ABOVE = 20  # lines above the article that may belong to its head
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
    title_line = _title_line(lines, body, title)
    bylines = _bylines(lines, body, know)
    place = next((b.place for b in bylines if b.place), None)
    return Surroundings(
        title=lines[title_line].text if title_line is not None else None,
        title_line=title_line,
        byline=join_names(bylines),
        dateline=Dateline(place=place) if place else None,
        stamp=_stamp(lines, body, know),
        keywords=_keywords(lines, body),
        related=_related(lines, body),
    )


def _title_line(lines: Sequence[Line], body: Body, title: str | None) -> int | None:
    if title is not None:
        folded = title.casefold().strip()
        return next((i for i in range(min(len(lines), body.first + 3)) if lines[i].text.casefold() == folded), None)
    if body.first == 0:
        return 0 if _heads_text(lines) else None
    wanted = _words(lines[i].text for i in body.kept[:6])
    best, best_score = None, 0.0
    for i in range(max(0, body.first - _ABOVE), body.first):
        line = lines[i]
        if line.rule is not None or not 3 <= line.words <= 28 or line.open or len(line.text) > 220:
            continue
        own = _words([line.text])
        shared = len(own & wanted) / max(len(own), 3)
        score = shared * 3 + line.repeated + (0.5 if not line.closed else 0.0) + 0.4 * _above_byline(lines, i)
        score -= (body.first - i) * 0.03
        if score > max(best_score, 1.0):
            best, best_score = i, score
    return best


def _heads_text(lines: Sequence[Line]) -> bool:
    """Whether the first line of a clean text is a headline: short, no sentence, prose or a date below."""
    first = lines[0]
    if first.closed or first.open or first.item or not 3 <= first.words <= 20 or first.rule is not None:
        return False
    below = [line for line in lines[1:4] if line.prose]
    return len(below) >= 1 and sum(line.prose for line in lines) >= 2


def _words(texts: object) -> set[str]:
    return {w for text in texts for w in _WORD.findall(text.lower())}  # type: ignore[attr-defined]


def _above_byline(lines: Sequence[Line], i: int) -> bool:
    return any(
        (rule := lines[n].rule) is not None and rule.kind in {"byline", "stamp", "clock"}
        for n in range(i + 1, min(i + 4, len(lines)))
    )


def _bylines(lines: Sequence[Line], body: Body, know: Knowledge) -> list[Byline]:
    found: list[Byline] = []
    for i in range(max(0, body.first - _ABOVE), min(body.first + 4, len(lines))):
        rule = lines[i].rule
        if rule is None or rule.kind != "byline":
            continue
        read = know.read_byline(lines[i].text)
        if not read.names and lines[i].words == 1 and i + 1 < len(lines):  # `By` stands on a line of its own
            read = know.read_byline(lines[i + 1].text) if lines[i + 1].words <= 6 else read
        found.append(read)
    return found


def _stamp(lines: Sequence[Line], body: Body, know: Knowledge) -> Evidence | None:
    """The date that the page prints in the story's head; `Updated` only where nothing better stands there."""
    later: Evidence | None = None
    for i in range(max(0, body.first - _ABOVE), min(body.first + 3, len(lines))):
        rule = lines[i].rule
        if rule is None or rule.kind not in {"stamp", "clock", "byline"}:
            continue
        if rule.kind == "clock" and (":" in lines[i].text or abs(i - body.first) > 3):
            continue  # that is the page's own clock
        value = know.find_date(lines[i].text)
        if value is None:
            continue
        found = Evidence(value, "metadata", f"the page says '{lines[i].text[:60]}' above the text")
        if not lines[i].text.lower().startswith(("updated", "last", "modified")):
            return found
        later = later or found
    return later


def _keywords(lines: Sequence[Line], body: Body) -> tuple[str, ...]:
    kept = set(body.kept)
    found: list[str] = []
    for i, line in enumerate(lines):
        if i in kept or line.rule is None or line.rule.kind != "tags":
            continue
        inline = keywords_in_line(line.text) if ":" in line.text or line.rule.id == "tag-line" else []
        if not inline and i > body.first:
            below = [x.text for x in lines[i + 1 : i + 16] if x.rule is None or not x.rule.sure]
            inline = keywords_under(below)
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
