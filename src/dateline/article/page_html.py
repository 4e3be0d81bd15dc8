"""A page that came as HTML: body through trafilatura, the rest by what the page says of itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from dateline.article.assemble import Piece, assemble
from dateline.article.clean import Clean
from dateline.article.html_pieces import pieces_of
from dateline.article.keywords import keywords_in_line
from dateline.article.knowledge import Knowledge
from dateline.article.limits import LONGEST, too_long
from dateline.article.metadata import Metadata, read_metadata
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
    meta = read_metadata(tree, document.url, know)
    body = _extract(tree)
    kept = _without_furniture(list(pieces_of(body)) if body is not None else [], meta.title, know)
    if not kept.pieces:
        what = "no article was found in the HTML"
        return Problem(source=document.source, what=what, mend="check that the page holds one, or give its text")
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
        keywords=meta.keywords or kept.keywords,
        related=kept.related,
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
    keywords: tuple[str, ...]
    related: tuple[str, ...]


def _without_furniture(pieces: Sequence[Piece], title: str | None, know: Knowledge) -> _Kept:
    """The pieces without lines of furniture; what follows a heading over other stories near the end goes too."""
    total = sum(len(p.text) for p in pieces) or 1
    kept: list[Piece] = []
    keywords: list[str] = []
    related: list[str] = []
    at, ended = 0, False
    folded = (title or "").casefold()
    for piece in pieces:
        rule = know.furniture.rule_of(piece.text)
        ends = rule is not None and rule.then in {"related", "comments", "end"} and at > total * 0.6
        at += len(piece.text)
        if ended:
            related += [piece.text] if 4 <= piece.text.count(" ") + 1 <= 25 and rule is None else []
        elif rule is not None and rule.then == "tags":
            keywords += keywords_in_line(piece.text) if ":" in piece.text else []
        elif ends:
            ended = True
        elif rule is not None and (rule.sure or piece.kind != "heading"):
            continue
        elif not (folded and not kept and piece.text.casefold() == folded):
            kept.append(piece)
    while kept and kept[-1].kind == "heading":
        kept.pop()
    return _Kept(kept, tuple(keywords), tuple(dict.fromkeys(related))[:20])


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


def _notes(meta: Metadata, text: str) -> tuple[str, ...]:
    notes = []
    if meta.kind == "live":
        notes.append("the page is a live blog: entries of several hours stand in one text")
    elif meta.kind == "gallery":
        notes.append("the page is a gallery of pictures")
    if meta.walled and text.count(" ") < _WALLED_WORDS:
        notes.append("the page stands behind a paywall and holds only the beginning of its article")
    return tuple(notes)
