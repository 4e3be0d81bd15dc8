"""The room's one function: a document in, an article or a problem out."""

from __future__ import annotations

from collections.abc import Callable

from dateline.article.clean import Clean
from dateline.article.knowledge import load_knowledge
from dateline.article.page_html import clean_html
from dateline.article.page_text import clean_text
from dateline.lexicon import Tables
from dateline.record import Document, Problem

Cleaner = Callable[[Document], Clean | Problem]


def build(tables: Tables) -> Cleaner:
    """Compiles the room's tables into a function from a document to its article.  Raises TableError.

    Not to be called from several threads at once: lxml and trafilatura do not bear it.
    """
    know = load_knowledge(tables)

    def clean(document: Document) -> Clean | Problem:
        if document.html and document.html.strip():
            return clean_html(document, know)
        return clean_text(document, know)

    return clean
