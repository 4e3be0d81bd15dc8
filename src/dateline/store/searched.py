"""A search carried out: by a scan of the table, or through an index that is made where there is none."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from dateline.store.index import candidates, make_index
from dateline.store.parts import RecordError
from dateline.store.questions import Party
from dateline.store.search import TEXTS, TOLD, Terms, dated_sentences, marked, ranking, terms_of


class Wanted(NamedTuple):
    """What is searched for, and where."""

    terms: Terms
    within: str
    speaker: Party | None
    since: str | None
    until: str | None
    limit: int


class Asked(Protocol):
    """An open archive, as far as a search asks it."""

    def sql(self, query: str, parameters: Mapping[str, object] | None = None) -> Any:
        """The relation of a query."""

    def batches(self, query: str) -> Iterator[Any]:
        """The rows of a query as a stream."""

    def register(self, name: str, rows: Any) -> None:
        """Makes rows a table for queries."""


def wanted_of(words: str, within: str, *, speaker: Party | None, since: str | None, until: str | None, limit: int) -> Wanted:
    """A search that can be carried out.  Raises RecordError where it can't."""
    if within not in TEXTS:
        raise RecordError(f"can't search in '{within}'; search in {' or '.join(TEXTS)}")
    if speaker and within != "statements":
        raise RecordError("only statements have a speaker; search in statements, or without a name")
    return Wanted(terms_of(words), within, speaker, since, until, limit)


def find(record: Asked, wanted: Wanted, index: Path | None) -> Any:
    """The relation of what was found; `index` is where one stands or is made, None where the table is scanned."""
    found = _by_index(record, wanted, index) if index is not None else None
    if found is None:
        dated = wanted.within == "sentences" and (wanted.since or wanted.until)
        found = _ranked(record, wanted, dated_sentences(TEXTS[wanted.within]) if dated else TEXTS[wanted.within])
    marks = [marked(text, wanted.terms) for text in found["text"].to_pylist()]
    record.register("found", found.append_column("marked", [marks]))
    return record.sql(TOLD)


def _by_index(record: Asked, wanted: Wanted, path: Path) -> Any | None:
    """What is found by the index; None where there can be none, as in an archive that may only be read."""
    source = dated_sentences(TEXTS["sentences"]) if wanted.within == "sentences" else TEXTS[wanted.within]
    for _ in range(2):
        try:
            if not path.is_dir():
                make_index(path, record.batches(source))
            return _among_candidates(record, wanted, path)
        except OSError:
            shutil.rmtree(path, ignore_errors=True)  # damaged: it may be deleted at any time
    return None


def _among_candidates(record: Asked, wanted: Wanted, path: Path) -> Any:
    found = None
    for rows, all_of_them in candidates(path, wanted.terms):
        record.register("candidates", rows)
        found = _ranked(record, wanted, "SELECT * REPLACE (day::DATE AS day) FROM candidates")
        if all_of_them or found.num_rows >= wanted.limit:
            break
    return found


def _ranked(record: Asked, wanted: Wanted, source: str) -> Any:
    question = ranking(
        wanted.terms, source, speaker=wanted.speaker, since=wanted.since, until=wanted.until, limit=wanted.limit
    )
    return record.sql(question.sql, question.values).to_arrow_table()
