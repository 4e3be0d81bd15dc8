"""Dateline: who did what to whom, who said what, who promised what and by when, each fact with its words.

>>> import dateline
>>> record = dateline.read("Russian President Vladimir Putin visited Japan on Thursday.")   # doctest: +SKIP
>>> record.events[0].type                                                                    # doctest: +SKIP
'CONSULT'

Names are loaded when first used, so that `import dateline` costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.intake import open_sources
    from dateline.language import ModelMissingError
    from dateline.lexicon import TableError, Tables
    from dateline.reader import Reader, ReadError
    from dateline.record import Document, Problem, Record, Span, decode_record, encode_record, record_schema
    from dateline.record.checker import check_record
    from dateline.store import open_record

_HOMES = {
    "Document": "dateline.record",
    "ModelMissingError": "dateline.language",
    "Problem": "dateline.record",
    "ReadError": "dateline.reader",
    "Reader": "dateline.reader",
    "Record": "dateline.record",
    "Span": "dateline.record",
    "TableError": "dateline.lexicon",
    "Tables": "dateline.lexicon",
    "check_record": "dateline.record.checker",
    "decode_record": "dateline.record",
    "encode_record": "dateline.record",
    "open_record": "dateline.store",
    "open_sources": "dateline.intake",
    "record_schema": "dateline.record",
}

__all__ = [
    "Document",
    "ModelMissingError",
    "Problem",
    "ReadError",
    "Reader",
    "Record",
    "Span",
    "TableError",
    "Tables",
    "check_record",
    "decode_record",
    "encode_record",
    "open_record",
    "open_sources",
    "read",
    "read_many",
    "record_schema",
]


def read(
    text_or_html: str,
    *,
    id: str | None = None,
    published: str | None = None,
    url: str | None = None,
    title: str | None = None,
    any_language: bool = False,
) -> Record:
    """The record of one page, given as its text or HTML.

    `published` is an EDTF date (`2016-12-16`) where you know it; `id` names the record (else a hash of its text does).
    The first call loads the language model (about a second).  For another model, tables or options keep a `Reader`.
    Raises ReadError where there is no article to read or it is not in English (`any_language` reads it all the same).
    """
    return _reader(any_language).read(text_or_html, id=id, published=published, url=url, title=title)


def read_many(
    documents: Iterable[Document | Problem | str],
    *,
    on_problem: Callable[[Problem], None] | None = None,
    any_language: bool = False,
) -> Iterator[Record]:
    """Records of many pages, in order, as a stream; several are parsed together, which is faster than `read` on each.

    Pages are strings, or documents as `open_sources(paths)` yields them.  What can't be read goes to `on_problem`.
    """
    return _reader(any_language).read_many(documents, on_problem=on_problem)


@cache
def _reader(any_language: bool) -> Reader:
    from dateline.reader import Reader

    return Reader(any_language=any_language)


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'dateline' has no attribute '{name}'")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
