"""The rules seen from outside: check them, list them, try a sentence on them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dateline.events.check import check_rules as check_event_rules
from dateline.lexicon import TableError, Tables
from dateline.reader import Reader
from dateline.record import Document, Problem, Reading

__all__ = ["Tried", "check", "list_rules", "try_sentence"]


class Tried(NamedTuple):
    """What a sentence gave: its reading, with findings and the rules that nearly fired."""

    reading: Reading


def check(reader: Reader) -> Iterator[TableError]:
    """All faults of all rules, by file and line; none where every rule does what its sentences say."""

    def read(sentences: Sequence[str]) -> list[Reading]:
        documents = [Document(source=f"example {n}", text=s) for n, s in enumerate(sentences)]
        return [r for r in reader.readings(documents) if not isinstance(r, Problem)]

    yield from check_event_rules(reader.tables, read)


def try_sentence(reader: Reader, sentence: str) -> Tried:
    """The reading of one sentence.  Raises ValueError where there is nothing to read."""
    for found in reader.readings([Document(source="sentence", text=sentence)]):
        if isinstance(found, Problem):
            raise ValueError(str(found))
        return Tried(found)
    raise ValueError("nothing to read")


def list_rules(tables: Tables) -> list[tuple[str, str, str]]:
    """Id, meaning and place of every rule, by file."""
    names = sorted(name for name, _ in tables.files("*.toml"))
    rules = [rule for name in names for rule in tables.rules(name)]
    return [(r.fields["id"], str(r.fields.get("means", "")), f"{r.file}:{r.line}") for r in rules]
