"""The steps in order, from document to record: the file to read first.

A `Reading` (the sheet that travels) passes through the rooms.  Each room is built once from the tables and then called with
the reading; it *returns* what it found, and only the steps below write that in.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from dateline import article, commitments, disputes, entities, events, places, statements, times
from dateline.lexicon import Tables
from dateline.record import MadeBy, Reading, Record


class Step(NamedTuple):
    """One room's turn: what it reads from the sheet, what it fills, and how."""

    name: str
    needs: tuple[str, ...]
    fills: tuple[str, ...]
    run: Callable[[Reading], None]


def build_steps(tables: Tables, *, actors: Sequence[str | Path] = ()) -> list[Step]:
    """The steps after language, each room compiled from its tables.  Raises TableError.

    Two steps come before these and work on other things than a reading: `article` makes clean text of a document, and
    `language` parses the text of many articles together (see `Reader.read_documents`).
    """
    find_entities = entities.build(tables, actors=actors)
    infer_published = times.build_published(tables)
    find_places = places.build(tables)
    find_times = times.build(tables)
    find_statements = statements.build(tables)
    find_events = events.build(tables)
    find_commitments = commitments.build(tables)
    find_disputes = disputes.build(tables)

    def published(reading: Reading) -> None:
        if reading.article.published is None:
            reading.article = msgspec.structs.replace(reading.article, published=infer_published(reading))

    def cast(reading: Reading) -> None:
        reading.cast = find_entities(reading)

    def where(reading: Reading) -> None:
        reading.places = find_places(reading)

    def when(reading: Reading) -> None:
        reading.times = find_times(reading)

    def said(reading: Reading) -> None:
        reading.statements = find_statements(reading)

    def done(reading: Reading) -> None:
        found = find_events(reading)
        reading.events, reading.considered = found.events, found.considered

    def promised(reading: Reading) -> None:
        reading.commitments = find_commitments(reading)

    def named(reading: Reading) -> None:
        reading.disputes = find_disputes(reading)

    grammar = ("tokens", "sentences")
    return [
        Step("published", ("article", *grammar), ("article",), published),
        Step("entities", ("article", *grammar), ("cast",), cast),
        Step("places", ("article", *grammar, "cast"), ("places",), where),
        Step("times", ("article", *grammar), ("times",), when),
        Step("statements", ("article", *grammar, "cast"), ("statements",), said),
        Step("events", (*grammar, "cast", "places", "times", "statements"), ("events", "considered"), done),
        Step("commitments", (*grammar, "cast", "times", "statements", "events"), ("commitments",), promised),
        Step("disputes", (*grammar, "cast", "places"), ("disputes",), named),
    ]


def build_article(tables: Tables) -> article.Cleaner:
    """The step before language: clean text and what the page says of it, from a document."""
    return article.build(tables)


def finish(reading: Reading, record_id: str, made_by: MadeBy) -> Record:
    """The record of a reading whose steps have all run."""
    return Record(
        id=record_id,
        article=reading.article,
        sentences=tuple((s.start, s.end) for s in reading.sentences),
        entities=reading.cast.entities,
        places=tuple(reading.places),
        times=tuple(reading.times),
        events=tuple(reading.events),
        statements=tuple(reading.statements),
        commitments=tuple(reading.commitments),
        disputes=tuple(reading.disputes),
        made_by=made_by,
    )
