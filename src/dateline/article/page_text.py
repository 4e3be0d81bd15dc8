"""A page that came as plain text: clean already, or as a scraper left it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from dateline.article.assemble import Assembled, Piece, assemble, find_sections
from dateline.article.body import Body, find_body, find_headings, lines_of_other_stories
from dateline.article.clean import Clean
from dateline.article.furniture import Rule
from dateline.article.hygiene import tidy_characters
from dateline.article.keywords import is_tag_line
from dateline.article.knowledge import Knowledge
from dateline.article.limits import LONGEST, too_long
from dateline.article.lines import Line, split_lines
from dateline.article.published import Evidence, choose_published, date_in_url
from dateline.article.surroundings import Surroundings, look_around
from dateline.record import Article, Block, Dateline, Document, Problem

# Lines of these kinds stand on pages and in no clean text; bylines, dates and credits stand in both.
_OF_PAGES = frozenset(
    [
        *("share", "navigation", "newsletter", "pointer", "related", "tags", "comments", "advert", "player", "paywall"),
        *("footer", "label", "consent", "readtime", "page"),
    ]
)
_STAMP = Rule("stamp-line", "stamp", False, "")
_BYLINE = Rule("byline-dated", "byline", False, "")
_TAG_LINE = Rule("tag-line", "tags", True, "")


def clean_text(document: Document, know: Knowledge) -> Clean | Problem:
    """The article of a document's text; a problem where there is none in it."""
    text = tidy_characters(document.text or "")
    if len(text) > LONGEST:
        return too_long(document.source, len(text))
    lines = split_lines(text, know.furniture)
    _mark_tag_lines(lines)
    _mark_stamps(lines, know)
    marks = [line for line in lines if _of_page(line)]
    if len(lines) == 1 and lines[0].prose:
        marks = []  # a sentence alone is never furniture
    if _is_menu_like(lines):
        body = find_body(lines, know.weights)
        kept: list[int] | None = body.kept
    elif not marks:
        body, kept = _whole(lines), None
    elif len(marks) < 3 and len(marks) <= len(lines) * 0.15:
        body = _without(lines, marks)
        kept = body.kept
    else:
        body = find_body(lines, know.weights)
        kept = body.kept
    if not body.kept:
        mend = "give the page as HTML, or the text of one article"
        return Problem(source=document.source, what="no article was found in the text", mend=mend)
    around = look_around(lines, body, know, title=document.title)
    pieces = _pieces(lines, body, around, know, cut=kept is not None)
    made = assemble(p.piece for p in pieces) if kept is not None else _as_found(text, lines, pieces)
    dateline = next((p.dateline for p in pieces if p.dateline is not None), around.dateline)
    return Clean(_article(document, made, around, dateline, know), made.blocks)


class _Placed(NamedTuple):
    number: int
    piece: Piece
    dateline: Dateline | None


def _of_page(line: Line) -> bool:
    if line.rule is None or not line.rule.sure:
        return False
    return line.rule.kind in _OF_PAGES or (line.rule.kind == "clock" and ":" in line.text)


def _mark_stamps(lines: Sequence[Line], know: Knowledge) -> None:
    for line in lines:
        if line.rule is not None or line.words > 16:
            continue
        if know.is_stamp(line.text):
            line.rule = _STAMP
        elif line.text[:3].lower() == "by " and know.find_date(line.text):
            line.rule = _BYLINE  # `By Anna Roe on Monday, November 18th, 2019 at 11:04 a.m.`


def _is_menu_like(lines: Sequence[Line]) -> bool:
    """Whether many lines are short and stand neither over a paragraph nor in a list, as in menus of any language."""
    loose = sum(a.short and not a.item and (b.short or b.rule is not None) for a, b in pairwise(lines))
    return loose >= 5 and loose > len(lines) * 0.35 and any(line.prose for line in lines)


def _mark_tag_lines(lines: Sequence[Line]) -> None:
    """Below the last sentence a row of names is a row of tags."""
    for i in range(len(lines) - 1, 0, -1):
        if lines[i].rule is None:
            if lines[i].closed:
                break
            if is_tag_line(lines[i].text):
                lines[i].rule = _TAG_LINE


def _whole(lines: Sequence[Line]) -> Body:
    """All lines of a text that is clean."""
    return Body(list(range(len(lines))), find_headings(lines, 0, len(lines) - 1), 0, len(lines) - 1)


def _without(lines: Sequence[Line], marks: Sequence[Line]) -> Body:
    """All lines but the few that are furniture."""
    off = lines_of_other_stories(lines, 0, len(lines) - 1)
    kept = [
        i for i, x in enumerate(lines) if not (x.rule is not None and (x.rule.sure or x.rule.id == "marks")) and i not in off
    ]
    if not kept:
        return Body([], frozenset(), 0, -1)
    return Body(kept, find_headings(lines, 0, len(lines) - 1) & frozenset(kept), kept[0], kept[-1])


def _pieces(lines: Sequence[Line], body: Body, around: Surroundings, know: Knowledge, *, cut: bool) -> list[_Placed]:
    """The kept lines; the title goes from a text that is cut anyway, and stays in one that is left as it is."""
    placed: list[_Placed] = []
    found = False
    paragraphs = 0
    for i in body.kept:
        line = lines[i]
        if i == around.title_line and not placed and cut and len(body.kept) > 1:
            continue
        text = _single_spaced(line.text)
        if i in body.headings or i == around.title_line:
            placed.append(_Placed(i, Piece(text, "heading"), None))
            continue
        dateline = know.find_dateline(line.text) if paragraphs < 4 and not found else None
        found = found or dateline is not None
        paragraphs += 1
        kind = "item" if line.item else "paragraph"
        length = dateline.length if dateline else 0
        placed.append(_Placed(i, Piece(text, kind, length), dateline.dateline if dateline else None))  # type: ignore[arg-type]
    return placed


def _single_spaced(text: str) -> str:
    """A line with single plain spaces; most have no others, and of all spaces only the plain one counts as printable."""
    return text if "  " not in text and text.isprintable() else " ".join(text.split())


def _as_found(text: str, lines: Sequence[Line], pieces: Sequence[_Placed]) -> Assembled:
    """The text untouched, with a block for each piece where it stands."""
    blocks = tuple(
        Block(start=lines[p.number].start + p.piece.dateline, end=lines[p.number].end, kind=p.piece.kind)
        for p in pieces
        if lines[p.number].start + p.piece.dateline < lines[p.number].end
    )
    return Assembled(text, blocks, find_sections(text, blocks))


def _article(
    document: Document, made: Assembled, around: Surroundings, dateline: Dateline | None, know: Knowledge
) -> Article:
    dated = know.find_date(dateline.date) if dateline is not None and dateline.date else None
    evidence = [
        Evidence(document.published, "given", "given by the source") if document.published else None,
        around.stamp,
        date_in_url(document.url),
        Evidence(dated, "dateline", f"the dateline says {dateline.date}") if dated and dateline else None,
    ]
    return Article(
        text=made.text,
        title=document.title or around.title,
        byline=around.byline,
        url=document.url,
        language=know.tell_language(made.text),
        published=choose_published(evidence),
        dateline=dateline,
        sections=made.sections,
        keywords=around.keywords,
        related=around.related,
    )
