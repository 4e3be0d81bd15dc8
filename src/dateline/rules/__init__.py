"""The rules and tables seen from outside: check them, list them, try a sentence on them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from dateline.article.furniture import check_rules as check_line_rules
from dateline.commitments.check import check_rules as check_commitment_rules
from dateline.events.check import check_rules as check_event_rules
from dateline.lexicon import Tables
from dateline.lexicon.check_entities import check_entity_tables
from dateline.places.check import check as check_places
from dateline.reader import Reader, ReadError
from dateline.record import Considered, Document, Problem, Reading, Record
from dateline.statements.check import check_rules as check_statement_rules
from dateline.times.check import check as check_times

__all__ = ["check_rules", "check_tables", "list_rules", "try_sentence"]


def check_rules(reader: Reader) -> Iterator[str]:
    """All faults of all rules, by file and line; none where every rule does what its sentences say."""
    tables = reader.tables
    read = _reads(reader)
    yield from check_line_rules(tables)
    yield from check_times(tables)
    yield from map(str, check_statement_rules(tables, read))
    yield from map(str, check_event_rules(tables, read))
    yield from map(str, check_commitment_rules(tables, read))


def check_tables(tables: Tables) -> Iterator[str]:
    """All faults of the tables of facts (who, where), by file and line."""
    yield from map(str, check_entity_tables(tables))
    yield from map(str, check_places(tables))


def try_sentence(reader: Reader, sentence: str) -> tuple[Record, tuple[Considered, ...]]:
    """The record of one sentence, and what nearly fired.  Raises ReadError where there is nothing to read."""
    for reading in reader.readings([Document(source="sentence", text=sentence)]):
        found = reading if isinstance(reading, Problem) else reader.finish(reading)
        if isinstance(found, Record) and isinstance(reading, Reading):
            return found, tuple(reading.considered)
        if isinstance(found, Problem) and found.severity == "error":
            raise ReadError(found)
    raise ReadError(Problem(source="sentence", what="nothing was read", mend="give a sentence"))


def list_rules(tables: Tables) -> list[tuple[str, str, str]]:
    """Id, meaning and place of every rule, by file."""
    names = sorted(name for name, _ in tables.files("*.toml"))
    rules = [rule for name in names for rule in tables.rules(name)]
    return [(r.fields["id"], str(r.fields.get("means", "")), f"{r.file}:{r.line}") for r in rules]


def _reads(reader: Reader) -> Callable[[Sequence[str]], list[Reading]]:
    """Reads example sentences, each as a document of its own.  Raises ValueError for one that can't be read."""

    def read(sentences: Sequence[str]) -> list[Reading]:
        documents = [Document(source=f"example {n}", text=s) for n, s in enumerate(sentences)]
        readings = []
        for found in reader.readings(documents):
            if isinstance(found, Problem):
                raise ValueError(str(found))
            readings.append(found)
        return readings

    return read
