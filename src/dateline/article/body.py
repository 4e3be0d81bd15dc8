"""Finds which lines of a page are its article: one stretch, and what inside it is none of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from dateline.article.lines import Line
from dateline.lexicon import Tables

# Kinds of lines that stand between paragraphs of one article.
_BETWEEN = frozenset(
    ["advert", "navigation", "credit", "gallery", "share", "player", "newsletter", "pointer", "consent", "page"]
)
_LONGEST_LIST = 60  # lines
_SHAPED = 100  # characters of a line that show its form
_INSIDE = re.compile(r"[a-z]{3}[.!?] [A-Z]")
_MARKS = re.compile(r"[^\w\s'’\"“”.]|\d+")


class Weights(NamedTuple):
    """What lines count for or against, in words of prose; see tables/article/body.toml."""

    prose_most: float
    lone_share: float
    closed_short: float
    long_open: float
    item: float
    listed: float
    repeated: float
    short: float
    short_run: float
    furniture: float
    furniture_run: float
    related: float
    related_share: float
    comments: float
    end: float
    tags: float


class Body(NamedTuple):
    """Numbers of the lines that are kept, and of those among them that head a part; where the stretch begins and ends."""

    kept: list[int]
    headings: frozenset[int]
    first: int
    last: int


def load_weights(tables: Tables) -> Weights:
    """The weights of the table.  Raises TableError."""
    found = tables.toml("article/body.toml")
    return Weights(**{name: float(found[name]) for name in Weights._fields})


def find_body(lines: Sequence[Line], weights: Weights) -> Body:
    """The body among the lines of a furnished page; nothing is kept where no line reads as prose."""
    listed = _listed(lines)
    weights = _for_page(lines, weights)
    first, last = _best_stretch([_value(lines, i, i in listed, weights) for i in range(len(lines))])
    while first <= last and not _opens_body(lines[first]) and first not in listed:
        first += 1
    while last >= first and not (_closes_body(lines[last]) or last in listed):
        last -= 1
    first = _after_byline(lines, first, last)
    off = lines_of_other_stories(lines, first, last)
    headings = _headings(lines, first, last, listed) - off
    kept = [i for i in range(first, last + 1) if i in headings or (i not in off and _stays(lines, i, i in listed))]
    while kept and (lines[kept[-1]].is_of("bio") or kept[-1] in headings):
        kept.pop()
    return Body(kept, headings, first, last)


def _for_page(lines: Sequence[Line], weights: Weights) -> Weights:
    """The weights for a page of so much prose: other stories in the midst of a short one must not cost it its end."""
    prose = sum(min(line.words, weights.prose_most) for line in lines if _is_prose(line))
    return weights._replace(related=max(weights.related, -weights.related_share * prose))


def find_headings(lines: Sequence[Line], first: int, last: int) -> frozenset[int]:
    """Numbers of the lines between `first` and `last` that stand alone over a paragraph or a list."""
    return _headings(lines, first, last, _listed(lines))


def _headings(lines: Sequence[Line], first: int, last: int, listed: set[int]) -> frozenset[int]:
    return frozenset(i for i in range(first + 1, last) if i not in listed and _is_heading(lines, i, i + 1 in listed))


def _value(lines: Sequence[Line], i: int, listed: bool, weights: Weights) -> float:
    line = lines[i]
    if line.rule is not None and not line.is_of("bio"):
        if line.rule.then:
            return float(getattr(weights, line.rule.then))
        in_run = i >= 3 and all(x.rule is not None for x in lines[i - 3 : i])
        return weights.furniture_run if in_run else weights.furniture
    if line.repeated:
        return weights.repeated
    if _opens_body(line):
        value = min(line.words, weights.prose_most)
        return value if _beside_prose(lines, i) else value * weights.lone_share
    if line.closed:
        return weights.closed_short
    if listed:
        return weights.listed
    if line.item:
        return weights.item
    if not line.short:
        return weights.long_open
    before = i >= 2 and lines[i - 1].short and lines[i - 2].short
    return weights.short_run if before else weights.short


def _is_prose(line: Line) -> bool:
    return line.rule is None and line.prose and not line.repeated


def _beside_prose(lines: Sequence[Line], i: int) -> bool:
    """Whether a paragraph stands next to another; advertisements and pictures between them do not part them."""
    for step in (-1, 1):
        n = i + step
        while 0 <= n < len(lines) and abs(n - i) <= 4 and _is_between(lines[n]):
            n += step
        if 0 <= n < len(lines) and _is_prose(lines[n]):
            return True
    return False


def _is_between(line: Line) -> bool:
    """Whether a line may stand between two paragraphs: an advertisement, the head of a printed page."""
    return line.rule.kind in _BETWEEN if line.rule is not None else line.repeated


def _best_stretch(values: Sequence[float]) -> tuple[int, int]:
    """First and last number of the run of values with the greatest sum."""
    best = sum_ = 0.0
    first = start = 0
    last = -1
    for i, value in enumerate(values):
        if sum_ <= 0:
            sum_, start = 0.0, i
        sum_ += value
        if sum_ > best:
            best, first, last = sum_, start, i
    return first, last


def _opens_body(line: Line) -> bool:
    return line.rule is None and not line.repeated and (line.prose or (line.open and line.words >= 6))


def _closes_body(line: Line) -> bool:
    return line.rule is None and not line.repeated and (line.closed or line.item or line.words > 30)


def _listed(lines: Sequence[Line]) -> set[int]:
    """Lines of runs of four or more short lines that most have the same marks: `May 4 – Oslo`, `Spain (Group B): third`."""
    found: set[int] = set()
    start = 0
    for i in range(len(lines) + 1):
        if i < len(lines) and lines[i].rule is None and not lines[i].closed and lines[i].words <= 20:
            continue
        if i - start >= 4 and (form := of_one_form([line.text for line in lines[start:i]])):
            found.update(range(start + (_shape(lines[start].text) != form), i))
        start = i + 1
    return found


def of_one_form(texts: Sequence[str]) -> str:
    """The marks that most of the lines share, as the lines of a list do; empty where they share none."""
    shapes = Counter(_shape(text) for text in texts)
    del shapes[""]
    best = max(shapes, key=lambda s: (shapes[s], s), default="")
    return best if best and shapes[best] >= max(4, len(texts) * 0.6) else ""


def _shape(text: str) -> str:
    marks = _MARKS.findall(text[:_SHAPED])
    return "".join(m for m in marks if not m[0].isdigit())[:4] or "0" * bool(marks)


def _after_byline(lines: Sequence[Line], first: int, last: int) -> int:
    """The first line of the story where a byline or date stands below a summary, a caption or teasers."""
    total = sum(line.words for line in lines[first : last + 1] if _is_prose(line))
    before = 0
    for i in range(first, min(first + 20, last)):
        rule = lines[i].rule
        if rule is not None and rule.kind in {"byline", "stamp", "clock"} and before <= total * 0.25:
            after = next((n for n in range(i + 1, last + 1) if _opens_body(lines[n])), i)
            if after > i:
                return _after_byline(lines, after, last)
        before += lines[i].words * _is_prose(lines[i])
    return first


def lines_of_other_stories(lines: Sequence[Line], first: int, last: int) -> set[int]:
    """Lines between a heading over other stories and the paragraph with which the article goes on."""
    off: set[int] = set()
    inside = False
    for i in range(first, last + 1):
        line = lines[i]
        if line.rule is not None and line.rule.then == "related":
            inside = True
        elif inside and _goes_on(lines, i):
            inside = False
        if inside:
            off.add(i)
    return off


def _goes_on(lines: Sequence[Line], i: int) -> bool:
    """Whether the article goes on with a line: a long sentence, or two sentences one after the other."""
    line = lines[i]
    if line.rule is not None or not line.prose:
        return False
    return line.words >= 16 or (line.words >= 8 and i + 1 < len(lines) and _is_prose(lines[i + 1]))


def _is_heading(lines: Sequence[Line], i: int, over_list: bool) -> bool:
    """Whether a short line stands alone over a paragraph or a list."""
    line = lines[i]
    if line.furniture or line.item or line.repeated or line.words > 16:
        return False
    if (line.closed and not line.text.endswith("?")) or (line.open and not line.text.endswith(":")):
        return False
    if _INSIDE.search(line.text) and not line.closed:
        return False  # a sentence and a name: the caption of a picture
    if line.text.isupper() and line.words > 7:
        return False  # the headline of another story
    if not line.text[0].isalnum() and line.text[0] not in "\"'“‘¿":
        return False
    before, after = _neighbour(lines, i, -1), _neighbour(lines, i, 1)
    if after is None or before is None or not (_opens_body(after) or over_list):
        return False
    return before.prose or before.item or before.closed or before.open or before.words > 16


def _neighbour(lines: Sequence[Line], i: int, step: int) -> Line | None:
    i += step
    while 0 <= i < len(lines) and (lines[i].repeated or lines[i].furniture):
        i += step
    return lines[i] if 0 <= i < len(lines) else None


def _stays(lines: Sequence[Line], i: int, listed: bool) -> bool:
    line = lines[i]
    if line.is_of("caption") and line.rule is not None and not line.rule.sure:
        return not any(_is_prose(below) for below in lines[i + 1 : i + 6])  # `... he said. (Reuters)` ends a story
    if (line.rule is not None and not line.is_of("bio")) or line.repeated:
        return False
    if line.words <= 40 and i > 0 and lines[i - 1].is_of("gallery"):
        return False  # the caption of a picture
    if (
        line.words < 8
        and 0 < i < len(lines) - 1
        and all(x.rule is not None and x.rule.sure for x in (lines[i - 1], lines[i + 1]))
    ):
        return False  # a question among pointers is another story's headline
    if line.closed or line.words > 30 or listed or line.item:
        return True
    return (line.open and line.words >= 4) or _in_list(lines, i)


def _in_list(lines: Sequence[Line], i: int) -> bool:
    """Whether a run of short lines up to this one was opened by a colon."""
    n = i
    while (
        n > max(0, i - _LONGEST_LIST) and not lines[n].closed and lines[n].rule is None and not lines[n].text.endswith(":")
    ):
        n -= 1
    return n < i and lines[n].text.endswith(":") and lines[n].words >= 4
