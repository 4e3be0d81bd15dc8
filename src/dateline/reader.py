"""A reader: the steps with a loaded model, for one article or a stream of them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import TypeGuard

import msgspec

from dateline.article import Clean
from dateline.intake import looks_like_html
from dateline.intake.decode import well_formed
from dateline.language import DEFAULT_MODEL, Parser
from dateline.lexicon import Tables
from dateline.record import Document, MadeBy, Problem, Reading, Record
from dateline.record.checker import Ontology, check_record
from dateline.steps import build_article, build_steps, finish

_BATCH_DOCUMENTS = 64
_BATCH_CHARACTERS = 300_000
_REPORT = "this is a defect of dateline: please report it with the page"


class ReadError(ValueError):
    """A document that could not be read; the message says what is wrong and what to do."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


class Reader:
    """Reads documents into records.  Keep one: it loads the language model and compiles the tables.

    >>> Reader().read("Putin met Abe in Tokyo.").events[0].type   # doctest: +SKIP
    'CONSULT'
    """

    def __init__(
        self,
        model: str = DEFAULT_MODEL,
        tables: Tables | Sequence[str | Path] = (),
        *,
        actors: Sequence[str | Path] = (),
        any_language: bool = False,
        only_speech: bool = False,
        check: bool = True,
    ) -> None:
        """`model`: a spaCy pipeline; `tables`: folders laid over the package's; `actors`: PETRARCH actor dictionaries.

        `any_language` reads texts that are not English all the same; `only_speech` leaves thoughts, attitudes and
        evidence out of the statements; `check` verifies every record before it is given out.  Raises
        ModelMissingError and TableError.
        """
        self.tables = tables if isinstance(tables, Tables) else Tables(*tables)
        self._parser = Parser(model, self.tables)
        self._clean = build_article(self.tables)
        self._steps = build_steps(self.tables, actors=actors)
        self._any_language = any_language
        self._only_speech = only_speech
        self._check = check
        self._ontology = ontology_of(self.tables)
        self.made_by = MadeBy(dateline=version("dateline"), model=self._parser.name, tables=self.tables.digest)

    def read(
        self,
        text_or_html: str,
        *,
        id: str | None = None,
        published: str | None = None,
        url: str | None = None,
        title: str | None = None,
    ) -> Record:
        """The record of one page, given as text or HTML.  Raises ReadError where there is no article to read."""
        document = as_document(text_or_html, id=id, published=published, url=url, title=title)
        for found in self.read_documents([document]):
            if isinstance(found, Record):
                return found
            if found.severity == "error":
                raise ReadError(found)
        raise ReadError(Problem(source=document.source, what="nothing was read", mend=""))

    def read_many(
        self,
        documents: Iterable[Document | Problem | str],
        *,
        on_problem: Callable[[Problem], None] | None = None,
    ) -> Iterator[Record]:
        """Records of many documents, in order, batched inside; what can't be read goes to `on_problem`."""
        for found in self.read_documents(as_document(d) if isinstance(d, str) else d for d in documents):
            if isinstance(found, Record):
                yield found
            elif on_problem is not None:
                on_problem(found)

    def read_documents(self, documents: Iterable[Document | Problem]) -> Iterator[Record | Problem]:
        """A record or a problem for each document, in order; a problem that comes in goes out."""
        for reading in self.readings(documents):
            yield reading if isinstance(reading, Problem) else self.finish(reading)

    def readings(self, documents: Iterable[Document | Problem]) -> Iterator[Reading | Problem]:
        """The filled sheets, grammar and considered rules included, for those who explain or test rules."""
        for batch in _batches(d if isinstance(d, Problem) else _writable(d) for d in documents):
            yield from self._read_batch(batch)

    def finish(self, reading: Reading) -> Record | Problem:
        """The record of a sheet from `readings`, or the problem of one that is not sound."""
        document = reading.document
        record_id = document.id or hashlib.sha256(reading.article.text.encode()).hexdigest()[:16]
        record = finish(reading, record_id, self.made_by)
        faults = check_record(record, self._ontology) if self._check else []
        if faults:
            more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
            what = f"the record is not sound: {faults[0]}{more}"
            return Problem(source=document.source, what=what, mend=_REPORT)
        return keep_speech(record) if self._only_speech else record

    def _read_batch(self, batch: list[Document | Problem]) -> Iterator[Reading | Problem]:
        cleaned = [d if isinstance(d, Problem) else self._clean_one(d) for d in batch]
        grammar = self._parser.parse([(c.article.text, c.blocks) for c in cleaned if self._is_read(c)])
        for document, clean in zip(batch, cleaned, strict=True):
            if isinstance(clean, Problem) or isinstance(document, Problem):
                yield clean if isinstance(clean, Problem) else document  # type: ignore[misc]
                continue
            notes = (*document.notes, *clean.notes)
            yield from (Problem(source=document.source, what=n, mend="", severity="note") for n in notes)
            if not self._is_read(clean):
                yield _foreign(document, clean)
                yield Reading(document, clean.article)
                continue
            tokens, sentences = next(grammar)
            yield self._run(Reading(document, clean.article, clean.blocks, tokens, sentences))

    def _clean_one(self, document: Document) -> Clean | Problem:
        try:
            clean = self._clean(document)
        except Exception as e:  # one page must never stop the pages beside it
            return _crash(document, "cleaning", e)
        if isinstance(clean, Clean) and not clean.article.text.strip():
            what = "there is no text to read"
            return Problem(source=document.source, what=what, mend="check that the page is the right one")
        return clean

    def _is_read(self, clean: Clean | Problem) -> TypeGuard[Clean]:
        """Whether more than the article is wanted of it."""
        return isinstance(clean, Clean) and (self._any_language or clean.article.language in (None, "en"))

    def _run(self, reading: Reading) -> Reading | Problem:
        for step in self._steps:
            try:
                step.run(reading)
            except Exception as e:
                return _crash(reading.document, step.name, e)
        return reading


def ontology_of(tables: Tables) -> Ontology:
    """The codes that records made with these tables may carry.  Raises TableError."""
    table = tables.toml("ontology/plover.toml")
    sectors = {code for group in (*table["sectors"].values(), table["countries"]["international"]) for code in group}
    modes = {name: frozenset(entry.get("modes", ())) for name, entry in table["types"].items()}
    return Ontology(types=modes, contexts=frozenset(table["contexts"]["all"]), sectors=sectors)


def as_document(
    text_or_html: str,
    *,
    source: str = "text",
    id: str | None = None,
    published: str | None = None,
    url: str | None = None,
    title: str | None = None,
) -> Document:
    """A document of a string, which is taken for HTML where it opens as HTML does."""
    html = looks_like_html(text_or_html)
    return Document(
        source=source,
        id=id,
        text=None if html else text_or_html,
        html=text_or_html if html else None,
        published=published,
        url=url,
        title=title,
    )


def _writable(document: Document) -> Document:
    """The document without halves of characters (JSON's `\\ud83d` alone), which no encoding can write."""
    fields = {name: getattr(document, name) for name in ("text", "html", "title", "url", "id")}
    return msgspec.structs.replace(document, **{name: well_formed(value) for name, value in fields.items() if value})


def keep_speech(record: Record) -> Record:
    """The record without thoughts, attitudes and evidence; what refers to those refers to nothing."""
    kept = tuple(s for s in record.statements if s.class_ == "speech")
    ids = {s.id for s in kept}
    events = tuple(e if e.claimed_by in ids else msgspec.structs.replace(e, claimed_by=None) for e in record.events)
    commitments = tuple(c if c.statement in ids else msgspec.structs.replace(c, statement=None) for c in record.commitments)
    return msgspec.structs.replace(record, statements=kept, events=events, commitments=commitments)


def _foreign(document: Document, clean: Clean) -> Problem:
    what = f"the text is not English (it looks like '{clean.article.language}')"
    mend = "skipped, only its article is kept; use --any-language to read it all the same"
    return Problem(source=document.source, what=what, mend=mend, kept=True)


def _batches(documents: Iterable[Document | Problem]) -> Iterator[list[Document | Problem]]:
    batch: list[Document | Problem] = []
    size = 0
    for document in documents:
        batch.append(document)
        if isinstance(document, Document):
            size += len(document.text or document.html or "")
        if len(batch) >= _BATCH_DOCUMENTS or size >= _BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _crash(document: Document, step: str, error: Exception) -> Problem:
    what = f"the step '{step}' failed with {type(error).__name__}: {error}"
    return Problem(source=document.source, what=what, mend=_REPORT)
