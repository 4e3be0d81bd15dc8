"""A page that came as HTML."""

from __future__ import annotations

from dateline.article.clean import Clean
from dateline.article.knowledge import Knowledge
from dateline.record import Article, Block, Document, Problem


def clean_html(document: Document, know: Knowledge) -> Clean | Problem:
    """The article of a document's HTML; a problem where there is none in it."""
    from trafilatura import bare_extraction

    found = bare_extraction(document.html or "", url=document.url, with_metadata=True, include_comments=False)
    if found is None:
        return Problem(source=document.source, what="no article was found in the HTML", mend="check that the page holds one")
    text = found.text
    blocks = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(start=at, end=at + len(line)))
        at += len(line) + 1
    return Clean(Article(text=text, title=found.title, byline=(found.author or "",)), blocks)
