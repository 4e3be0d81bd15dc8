"""Checks the room's tables: every rule's examples give what they say, and by that rule."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dateline.lexicon import TableError, Tables, parse_example
from dateline.record import Article, Block, Document, Published, Reading, Time
from dateline.times.named import day_of_holiday
from dateline.times.reader import TimesReader
from dateline.times.rules import Rule

EXAMPLES_AS_OF = "2015-06-17"  # a Wednesday
_VALUES = " => "


class Case(NamedTuple):
    """An example of a rule: the plain sentence, the spans marked in it and the values they must have."""

    text: str
    spans: tuple[tuple[int, int], ...]
    values: tuple[str, ...]


def check(tables: Tables) -> Iterator[str]:
    """What is wrong with the room's tables, each with file and line; nothing where they are sound."""
    try:
        room = TimesReader(tables)
    except TableError as e:
        yield str(e)
        return
    yield from _check_holidays(tables)
    for rule in [*room.rules, *room.left, *room.right]:
        yield from (str(rule.source.fault(what)) for what in check_rule(rule, room))


def check_rule(rule: Rule, room: TimesReader) -> Iterator[str]:
    """What is wrong with one rule's examples."""
    fields = rule.source.fields
    for name in ("means", "yes", "no"):
        if not fields.get(name):
            yield f"rule '{rule.id}' has no `{name}`"
    todo = set(fields.get("todo", ()))
    extends = bool(rule.on)
    for marked in fields.get("yes", ()):
        fault = check_example(read_case(marked), rule.id, room, extends=extends)
        if (fault is not None) != (marked in todo):
            yield fault or f"rule '{rule.id}': '{marked}' works now; take it out of `todo`"
    for sentence in fields.get("no", ()):
        if not extends and any(_rule_of(t) == rule.id for t in room(example(sentence))):
            yield f"rule '{rule.id}' fires on '{sentence}', which it must not"


def check_example(case: Case, rule: str, room: TimesReader, *, extends: bool = False) -> str | None:
    """What is wrong with an example; None where it gives exactly its spans and values."""
    times = room(example(case.text))
    got = [(t.start, t.end) for t in times]
    if got != list(case.spans):
        return f"rule '{rule}': '{case.text}' gives {[t.text for t in times]}"
    values = [t.value for t in times]
    if case.values and values != list(case.values):
        return f"rule '{rule}': '{case.text}' gives {values}, not {list(case.values)}"
    if case.spans and not extends and not any(_rule_of(t) == rule for t in times):
        return f"rule '{rule}': '{case.text}' is found by {[_rule_of(t) for t in times]}"
    return None


def read_case(marked: str) -> Case:
    """An example as written: `They met on {time:Monday}. => 2015-06-15`."""
    sentence, _, values = marked.partition(_VALUES)
    plain = parse_example(sentence)
    spans = tuple((m.start, m.end) for m in plain.marks)
    return Case(plain.text, spans, tuple(v.strip() for v in values.split(";")) if values else ())


def example(text: str, published: str | None = EXAMPLES_AS_OF) -> Reading:
    """A reading of a sentence without grammar, published on the day that examples are read as of."""
    given = Published(value=published, from_="given", why="the day examples are read as of") if published else None
    blocks = [Block(start=m.start(), end=m.end()) for m in re.finditer(r"[^\n]+", text)]
    return Reading(Document(source="example", text=text), Article(text=text, published=given), blocks)


def _rule_of(time: Time) -> str:
    return time.why.partition(":")[0]


def _check_holidays(tables: Tables) -> Iterator[str]:
    for row in tables.rows("times/holidays.tsv"):
        if day_of_holiday(row["rule"], 2016) is None:
            yield str(row.fault(f"can't read the rule '{row['rule']}' of '{row['name']}'"))
