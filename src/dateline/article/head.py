"""The head of a story on a plain page: its title, who wrote it, when the page says it appeared."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.article.body import Body
from dateline.article.byline import Byline
from dateline.article.knowledge import Knowledge
from dateline.article.lines import Line
from dateline.article.published import Evidence
from dateline.record import Dateline

_TIME_FIRST = re.compile(r"\d{1,2}[:.]\d\d")
_WORD = re.compile(r"\w{4,}")
_ABOVE = 70  # lines above the article that may belong to its head
_LEAST = 1.2  # a line with less is no title
_BELOW = 15  # lines below the article that may sign it
_BY = re.compile(r"\bby:? (.+)", re.IGNORECASE)
_NEAR = 3  # lines between the parts of a head
_DATED = frozenset(["stamp", "byline", "page"])  # kinds of lines that may hold a story's date
_LATER = ("updated", "last", "modified", "edited")


def find_title(lines: Sequence[Line], body: Body, title: str | None) -> int | None:
    """The number of the line that holds the title; `title` is the one that the source gives, if any."""
    if title is not None:
        folded = title.casefold().strip()
        return next((i for i in range(min(len(lines), body.first + 3)) if lines[i].text.casefold() == folded), None)
    if body.first == 0:
        start = next((i for i, line in enumerate(lines[:3]) if line.rule is None), 0)  # below a date, a read time
        return start if lines and _heads_text(lines[start:]) else None
    start = max(0, body.first - _ABOVE)
    if _asks(lines, body):
        return body.first
    may = [i for i in range(start, body.first) if _may_be_title(lines[i])]
    wanted = _words("\n".join(lines[i].text for i in body.kept[:8])) if may else set()
    own = {i: _words(lines[i].text) for i in may}
    scores = {i: _score(lines, i, body, wanted, own) for i in may}
    best = max(may, key=lambda i: (scores[i], i), default=None)
    return best if best is not None and scores[best] > _LEAST else None


def _asks(lines: Sequence[Line], body: Body) -> bool:
    """Whether the article opens with a question that is its headline, as those do that explain: `What is the OECD?`"""
    first = lines[body.first]
    if not first.text.endswith("?") or not 5 <= first.words <= 20 or body.first + 1 >= len(lines):
        return False
    return lines[body.first - 1].rule is not None and lines[body.first + 1].rule is not None


def _may_be_title(line: Line) -> bool:
    return line.rule is None and 3 <= line.words <= 30 and not line.open and len(line.text) <= 220


def _score(lines: Sequence[Line], i: int, body: Body, wanted: set[str], own: dict[int, set[str]]) -> float:
    """How much a line above the article looks like its headline: it shares words with it, a byline or date is near, it
    stands over a summary.  `own` has the words of each line that may be one."""
    line = lines[i]
    shared = len(own[i] & wanted) / max(len(own[i]), 4)  # one word in common says little
    score = min(shared, 0.6) * 3 + line.repeated * (1.0 if line.words >= 5 else -0.4) + (not line.closed) * 0.4
    score += 0.5 * any(lines[n].is_of("byline") or lines[n].is_of("stamp") for n in range(i + 1, min(i + 5, len(lines))))
    score -= 1.0 * any(lines[n].is_of("byline") for n in range(max(0, i - 12), i))  # below the byline stand captions
    if i - 1 in own:
        above = own[i - 1]
        # a summary under the title, or another line of a menu
        score -= 1.2 if lines[i - 1].words >= 5 and len(above & wanted) >= max(len(above), 3) * 0.3 else 0.3
    elif i + 1 in own or i + 1 == body.first:
        score += 0.5
    return score - (body.first - i) * 0.02


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.lower()))


def _heads_text(lines: Sequence[Line]) -> bool:
    """Whether the first line of a clean text is a headline: short, no sentence, prose or a date below."""
    first = lines[0]
    if first.closed or first.open or first.item or not 3 <= first.words <= 20 or first.rule is not None:
        return False
    below = [line for line in lines[1:4] if line.prose]
    return len(below) >= 1 and sum(line.prose for line in lines) >= 2


def find_bylines(lines: Sequence[Line], body: Body, know: Knowledge, title: int | None) -> list[Byline]:
    """Lines such as `By Anna Roe`, and bare names beside the date of a story."""
    found: list[Byline] = []
    for i in range(max(0, body.first - _ABOVE, title or 0), min(body.first + 4, len(lines))):
        if lines[i].is_of("byline"):
            read = know.read_byline(lines[i].text)
            if not read.names and lines[i].words <= 4 and i + 1 < len(lines) and lines[i + 1].words <= 6:
                read = know.read_byline(lines[i + 1].text)  # `By`, and the name below
            if not read.names and i > 0 and i - 1 != title and lines[i - 1].rule is None and lines[i - 1].words <= 4:
                above = know.read_byline(lines[i - 1].text)  # `Africa correspondent`, and the name above
                read = above if all(_is_cased(n) for n in above.names) else read
            found.append(read)
    if any(b.names for b in found):
        return found
    signed = _signatures(lines, body, know)
    if signed:
        return [*found, *signed]
    end = max(body.first, title + _NEAR if title is not None else 0)  # in a text that is clean the head is kept
    for i in range(max(0, body.first - _ABOVE, -1 if title is None else title + 1), min(end, len(lines))):
        line = lines[i]
        beside = _is_beside(lines, i, title)
        if line.rule is None and i != title and 2 <= line.words <= 8 and not line.closed and not line.open and beside:
            read = know.read_byline(line.text)
            if read.names and all(_is_cased(n) for n in read.names):
                return [*found, read]
    return found


def _signatures(lines: Sequence[Line], body: Body, know: Knowledge) -> list[Byline]:
    """Who a date's line names, above or below: `Posted on May 4, 2021 by Anna Roe`, `Written by Anna Roe` at the end."""
    above = [x for x in lines[max(0, body.first - _ABOVE) : body.first + 1] if x.is_of("stamp")]
    below = [x for x in lines[body.last + 1 : body.last + _BELOW] if x.is_of("stamp") or x.is_of("byline")]
    for line in (*above, *below):
        if (m := _BY.search(line.text)) is not None:
            read = know.read_byline(f"By {m[1]}")
            if read.names and all(_is_cased(n) for n in read.names):
                return [read]
    return []


def _is_beside(lines: Sequence[Line], i: int, title: int | None) -> bool:
    """Whether a line stands where names do: at a date, under `Author`, or between title and buttons."""
    if any(line.is_of("stamp") for line in lines[i + 1 : i + 3]):
        return True
    if i > 0 and (lines[i - 1].is_of("stamp") or lines[i - 1].text.lower().startswith("author")):
        return True
    near = title is not None and 0 < i - title <= _NEAR
    return near and i + 1 < len(lines) and any(lines[i + 1].is_of(kind) for kind in ("share", "clock", "readtime"))


def _is_cased(name: str) -> bool:
    words = name.split()
    return 2 <= len(words) <= 4 and all(w[0].isupper() or not w.isascii() for w in (words[0], words[-1]))


def find_filed(lines: Sequence[Line], body: Body, know: Knowledge) -> Dateline | None:
    """A dateline that stands on a line of its own above the first paragraph: `KINSHASA —`, `ANKARA`."""
    for i in range(max(0, body.first - 2), min(body.first + 1, len(lines))):
        text = lines[i].text
        if lines[i].words > 8 or lines[i].closed:
            continue
        found = know.find_dateline(f"{text} The")
        if found is None and text.isupper():
            found = know.find_dateline(f"{text}: The")
        if found is not None and found.length >= len(text):
            return found.dateline
    return None


def find_stamp(lines: Sequence[Line], body: Body, know: Knowledge, title: int | None) -> Evidence | None:
    """The date that the page prints in the story's head: beside title or byline, `Published` before `Updated`.

    A line that begins with a time of day and its zone is the page's clock and is left alone.
    """
    best: Evidence | None = None
    best_score = -9.0
    for i in range(max(0, body.first - _ABOVE), min(body.first + 3, len(lines))):
        line = lines[i]
        value = know.find_date(line.text) if _may_date(lines, i, body, know, title) else None
        if value is None:
            continue
        near = (title is not None and 0 < i - title <= _NEAR + 2) or any(
            lines[n].is_of("byline") for n in range(max(0, i - _NEAR), min(len(lines), i + _NEAR + 1))
        )
        folded = line.text.lower()
        score = 1.0 + 2 * near + (2 if "published" in folded or "posted" in folded else 0)
        score += (-1.5 if folded.startswith(_LATER) else 0) - abs(body.first - i) * 0.05
        if score > best_score:
            best, best_score = Evidence(value, "metadata", f"the page says '{line.text[:60]}' above the text"), score
    return best


def _may_date(lines: Sequence[Line], i: int, body: Body, know: Knowledge, title: int | None) -> bool:
    """Whether a line may be the one that says when the story appeared."""
    line = lines[i]
    kind = line.rule.kind if line.rule is not None else None
    if kind in _DATED:
        return True
    below_title = title is not None and 0 < i - title <= _NEAR + 2
    if kind == "clock":
        if ":" in line.text:  # a page's clock stands over its menus, and mostly says the time before the date
            return below_title and _TIME_FIRST.match(line.text) is None
        return below_title or abs(i - body.first) <= _NEAR
    if kind is not None or i >= body.first or line.words > 14:
        return False
    # `21 October 2025 • Duqm, Oman`, `Monday November 18, 2019 7:45 am PST by Anna Roe`
    beside = below_title or body.first - i <= 2 or lines[i - 1].is_of("byline")
    return beside and know.opens_with_date(line.text)
