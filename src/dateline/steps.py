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
from dateline.entities.settled import settle
from dateline.lexicon import Tables
from dateline.record import Entity, MadeBy, Reading, Record


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
    state_names = {row["iso3"]: row["name"] for row in tables.rows("entities/states.tsv")}
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

    def ground(reading: Reading) -> None:
        reading.cast = settle(reading, state_names)

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
        Step("countries", (*grammar, "cast", "places"), ("cast",), ground),
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
        entities=_used_entities(reading),
        places=tuple(reading.places),
        times=tuple(reading.times),
        events=tuple(reading.events),
        statements=tuple(reading.statements),
        commitments=tuple(reading.commitments),
        disputes=tuple(reading.disputes),
        made_by=made_by,
    )


def _used_entities(reading: Reading) -> tuple[Entity, ...]:
    """The cast, less the states that only a place stands for and no finding needs."""
    grounds = reading.cast.grounds
    if not grounds:
        return reading.cast.entities
    used = {i for e in reading.events for i in (*e.actor, *e.recipient)}
    used |= {i for c in reading.commitments for i in (*c.by, *c.to)}
    used |= {i for s in reading.statements for i in (s.speaker, s.addressee) if i}
    used |= {n.by for d in reading.disputes for n in d.names if n.by}
    return tuple(e for e in reading.cast.entities if e.id not in grounds or e.id in used)
