"""A page that came as HTML: body through trafilatura, the rest by what the page says of itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from dateline.article.assemble import Piece, assemble
from dateline.article.body import of_one_form
from dateline.article.clean import Clean
from dateline.article.furniture import Rule
from dateline.article.html_pieces import pieces_of
from dateline.article.html_rest import add_missing
from dateline.article.keywords import keywords_in_line, tidy_keywords
from dateline.article.knowledge import Knowledge
from dateline.article.limits import LONGEST, too_long
from dateline.article.lines import is_closed
from dateline.article.metadata import Metadata, find_related, read_metadata
from dateline.article.places import Places
from dateline.article.published import Evidence, choose_published, date_in_url
from dateline.article.tree import TreeError, parse_html
from dateline.record import Article, Dateline, Document, Problem

_WALLED_WORDS = 120  # an article behind a paywall that has fewer words is its beginning only


def clean_html(document: Document, know: Knowledge) -> Clean | Problem:
    """The article of a document's HTML; a problem where there is none in it."""
    try:
        tree = parse_html(document.html or "")
    except TreeError as e:
        return Problem(source=document.source, what=str(e), mend="check that the page is whole and holds one article")
    places = Places(tree)
    meta = read_metadata(tree, places, document.url, know)
    body = _extract(tree)
    found = add_missing(tree, list(pieces_of(body))) if body is not None else []
    kept = _without_furniture(found, _link_texts(tree), know)
    if not kept.pieces:
        what = "no article was found in the HTML"
        return Problem(source=document.source, what=what, mend="check that the page holds one, or give its text")
    if meta.title and kept.pieces[0].text.casefold() == meta.title.casefold() and len(kept.pieces) > 1:
        kept.pieces.pop(0)
    pieces, dateline = _with_dateline(kept.pieces, know)
    made = assemble(pieces)
    if len(made.text) > LONGEST:
        return too_long(document.source, len(made.text))
    dated = know.find_date(dateline.date) if dateline and dateline.date else None
    evidence = [
        Evidence(document.published, "given", "given by the source") if document.published else None,
        meta.published,
        date_in_url(meta.url),
        Evidence(dated, "dateline", f"the dateline says {dateline.date}") if dated and dateline else None,
    ]
    article = Article(
        text=made.text,
        title=document.title or meta.title,
        site=meta.site,
        byline=meta.byline,
        url=meta.url,
        language=know.tell_language(made.text),
        published=choose_published(evidence),
        dateline=dateline,
        sections=made.sections,
        keywords=meta.keywords or tuple(tidy_keywords(kept.keywords)),
        related=_related(kept.related, find_related(places, know, made.text), meta.title),
    )
    return Clean(article, made.blocks, _notes(meta, made.text))


def _extract(tree: Any) -> Any | None:
    """trafilatura's body of a page, or None; comments off, its balanced mode measured best."""
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(tree, include_comments=False)
    except Exception:  # it raises errors of many kinds on broken trees; without a body the page is a problem
        return None
    return found.body if found is not None else None


class _Kept(NamedTuple):
    pieces: list[Piece]
    keywords: list[str]
    related: list[str]


def _link_texts(tree: Any) -> set[str]:
    """What stands in links as a whole: a line that is nothing but a link leads to another story."""
    found: set[str] = set()
    for element in tree.iter("a"):
        parts = [" ".join(t.split()) for t in element.itertext()]
        found.update(p for p in parts if p.count(" ") >= 3)
        found.add(" ".join(p for p in parts if p))
    return found


def _without_furniture(pieces: Sequence[Piece], links: set[str], know: Knowledge) -> _Kept:
    """The pieces without lines of furniture, and what those lines say; other stories' headlines become `related`."""
    rules = [know.furniture.rule_of(p.text) for p in pieces]
    end = _end_of_article(pieces, rules)
    kept: list[Piece] = []
    found = _Kept(kept, [], [])
    others = False  # between a heading over other stories and the next paragraph
    for n, (piece, rule) in enumerate(zip(pieces, rules, strict=True)):
        others = n >= end or (others and not _goes_on(pieces, n)) or (rule is not None and rule.then == "related")
        if rule is not None and rule.then == "tags" and ":" in piece.text:
            found.keywords.extend(keywords_in_line(piece.text))
        if others or (piece.text in links and not is_closed(piece.text) and piece.text.count(" ") >= 3):
            if rule is None and 4 <= piece.text.count(" ") + 1 <= 25 and not piece.text.endswith("."):
                found.related.append(piece.text)
        elif rule is None or (not rule.sure and piece.kind == "heading"):
            kept.append(piece)
    while kept and kept[0].kind == "heading":
        kept.pop(0)  # title and summary, which no part of the article stands under
    _trim_end(kept)
    return found


def _goes_on(pieces: Sequence[Piece], n: int) -> bool:
    """Whether the article goes on with piece `n`: a long paragraph, or two sentences one after the other."""
    if _is_long(pieces[n]):
        return True
    two = pieces[n : n + 2]
    return len(two) == 2 and all(p.kind == "paragraph" and is_closed(p.text) and p.text.count(" ") >= 7 for p in two)


def _end_of_article(pieces: Sequence[Piece], rules: Sequence[Rule | None]) -> int:
    """The number of the piece with which something else begins: comments, other stories, the page's end."""
    prose = [p.text.count(" ") if r is None and is_closed(p.text) else 0 for p, r in zip(pieces, rules, strict=True)]
    total, before = sum(prose), 0
    for n, rule in enumerate(rules):
        if rule is not None and rule.then in {"related", "comments", "end"}:
            most = 0.34 if rule.then == "comments" else 0.08
            if before and total - before <= total * most:
                return n
        before += prose[n]
    return len(pieces)


def _is_long(piece: Piece) -> bool:
    return piece.kind != "heading" and piece.text.count(" ") >= 20


def _trim_end(kept: list[Piece]) -> None:
    """Takes away headings with nothing under them, and three or more lines in a row that are no sentences and no list."""
    n = len(kept)
    while n and not is_closed(kept[n - 1].text) and kept[n - 1].text.count(" ") < 20:
        n -= 1
    if len(kept) - n >= 3 and n >= 2 and not of_one_form([p.text for p in kept[n:]]):
        del kept[n:]
    while kept and kept[-1].kind == "heading":
        kept.pop()


def _with_dateline(pieces: Sequence[Piece], know: Knowledge) -> tuple[list[Piece], Dateline | None]:
    """The pieces with the dateline marked, which stands at the start of one of the first paragraphs."""
    marked = list(pieces)
    paragraphs = [n for n, p in enumerate(marked) if p.kind == "paragraph"][:4]
    for n in paragraphs:
        found = know.find_dateline(marked[n].text)
        if found is not None and found.length < len(marked[n].text):
            marked[n] = marked[n]._replace(dateline=found.length)
            return marked, found.dateline
    return marked, None


def _related(below: list[str], beside: list[str], title: str | None) -> tuple[str, ...]:
    own = (title or "").casefold()
    return tuple(line for line in dict.fromkeys([*below, *beside]) if line.casefold() != own)[:20]


def _notes(meta: Metadata, text: str) -> tuple[str, ...]:
    notes = []
    if meta.kind == "live":
        notes.append("the page is a live blog: entries of several hours stand in one text")
    elif meta.kind == "gallery":
        notes.append("the page is a gallery of pictures")
    if meta.walled and text.count(" ") < _WALLED_WORDS:
        notes.append("the page stands behind a paywall and holds only the beginning of its article")
    return tuple(notes)
