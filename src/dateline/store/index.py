"""A search index beside an archive: it may be deleted at any time, and is made anew when articles came or went.

It narrows a search down to some thousand rows; what they are worth is told by the same query as without it (search.py).
"""

from __future__ import annotations

import hashlib
import os
import shutil
import uuid
from collections.abc import Iterable, Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from dateline.store.folder import Folder
from dateline.store.parts import part

_COLUMNS = ("article", "id", "day", "speaker", "speaker_country", "text")
_HEAP = 128 << 20  # bytes that the writer may hold
_VERSION = 1
_FIRST = 2_000  # rows of the first portion
Terms = list[list[str]]


def may_index() -> bool:
    """Whether the library is there."""
    return find_spec("tantivy") is not None


def index_path(folder: Folder, table: str, covers: str) -> Path:
    """Where the index of a table stands that holds these articles: in the archive, or in this machine's cache."""
    if folder.filesystem is None:
        base = Path(folder.path("search"))
    else:
        cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
        base = cache / "dateline" / "search" / hashlib.sha256(folder.address.encode()).hexdigest()[:16]
    return base / f"{table}-{_VERSION}-{covers[:16]}"


def make_index(path: Path, batches: Iterable[Any]) -> None:
    """Writes an index, in place at the end; older ones of the table are taken away.  Raises OSError."""
    tantivy = import_module("tantivy")
    beside = path.with_name(f".{path.name}.{uuid.uuid4().hex}.part")
    beside.mkdir(parents=True)
    try:
        index = _opened(tantivy, beside)
        writer = index.writer(heap_size=_HEAP, num_threads=1)
        for batch in batches:
            for row in batch.select(list(_COLUMNS)).to_pylist():
                day = row.pop("day")
                held = {name: value for name, value in row.items() if value is not None}
                writer.add_document(tantivy.Document(**held, day=day.isoformat() if day else ""))
        writer.commit()
        writer.wait_merging_threads()
        for other in path.parent.glob(f"{path.name.split('-')[0]}-*"):
            shutil.rmtree(other, ignore_errors=True)
        try:
            beside.rename(path)
        except OSError:
            if not path.is_dir():  # else another search has made it meanwhile
                raise
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def candidates(path: Path, terms: Terms) -> Iterator[tuple[Any, bool]]:
    """Rows that may have all terms, best first, more and more of them; with each portion, whether it is all there is.

    Raises OSError where the index can't be read.
    """
    tantivy = import_module("tantivy")
    try:
        index = _opened(tantivy, path)
    except ValueError as e:
        raise OSError(5, str(e), str(path)) from None
    searcher = index.searcher()
    query = _query(tantivy, index, terms)
    most = _FIRST
    while True:
        hits = searcher.search(query, limit=most).hits
        yield _rows(searcher, hits), len(hits) < most
        if len(hits) < most:
            return
        most *= 8


def _query(tantivy: Any, index: Any, terms: Terms) -> Any:
    """Every word must begin one that is there; whole words weigh."""
    must, should = tantivy.Occur.Must, tantivy.Occur.Should
    parts = []
    for word in (word for words in terms for word in words):
        for plain in _analyzer(tantivy).analyze(word):
            parts.append((must, tantivy.Query.regex_query(index.schema, "text", f"{plain}.*")))
            parts.append((should, tantivy.Query.term_query(index.schema, "text", plain)))
    return tantivy.Query.boolean_query(parts)


def _rows(searcher: Any, hits: list[Any]) -> Any:
    arrow = part("pyarrow")
    found: dict[str, list[str | None]] = {name: [] for name in _COLUMNS}
    for _, address in hits:
        document = searcher.doc(address)
        for name, column in found.items():
            column.append(document.get_first(name) or None)
    return arrow.table({name: arrow.array(column, arrow.string()) for name, column in found.items()})


def _opened(tantivy: Any, path: Path) -> Any:
    builder = tantivy.SchemaBuilder()
    for name in _COLUMNS[:-1]:
        builder.add_text_field(name, stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("text", stored=True, tokenizer_name="words", index_option="freq")
    index = tantivy.Index(builder.build(), path=str(path))
    index.register_tokenizer("words", _analyzer(tantivy))
    return index


def _analyzer(tantivy: Any) -> Any:
    """Words without upper case and accents."""
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    return builder.filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.ascii_fold()).build()
