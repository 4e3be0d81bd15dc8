"""One article of the archive: its record put together again from its rows, and what joins it to others."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import msgspec

from dateline.record import (
    Article,
    Commitment,
    Dispute,
    Entity,
    Event,
    MadeBy,
    Mention,
    Place,
    Record,
    Statement,
    Time,
)
from dateline.store.flat import from_cells
from dateline.store.pages.shelf import Row, Snapshot
from dateline.store.rows import written_as


def find_record(snapshot: Snapshot, article: str) -> Record | None:
    """The record of an article by its key, as `dateline read` made it.  Raises RecordError, TooSlowError."""
    found = _rows(snapshot, "articles", article)
    if not found:
        return None
    row = found[0]
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for one in _rows(snapshot, "mentions", article):
        mentions[one["of"]].append(from_cells(Mention, _unwritten("mentions", one)))
    sentences = sorted((r["sentence"], r["char_start"], r["char_end"]) for r in _rows(snapshot, "sentences", article))

    def held(table: str, struct: type[msgspec.Struct]) -> tuple[Any, ...]:
        return tuple(from_cells(struct, _unwritten(table, r)) for r in _in_order(table, _rows(snapshot, table, article)))

    return Record(
        id=row["id"],
        article=from_cells(Article, row),
        sentences=tuple((start, end) for _, start, end in sentences),
        entities=_with_mentions(held("entities", Entity), mentions),
        places=_with_mentions(held("places", Place), mentions),
        times=held("times", Time),
        events=held("events", Event),
        statements=held("statements", Statement),
        commitments=held("commitments", Commitment),
        disputes=held("disputes", Dispute),
        made_by=from_cells(MadeBy, row, "made_by"),
    )


def copies_of(snapshot: Snapshot, article: str) -> list[Row]:
    """Articles that tell the same story in nearly the same words; none where articles are not linked."""
    sql = """
SELECT c.article, c.similarity, c.kind, t.title, t.site, t.source, t.published_day
FROM copies c JOIN copies own ON own.story = c.story LEFT JOIN shelf.titles t ON t.article = c.article
WHERE own.article = $article AND c.article <> $article ORDER BY t.published_day, c.article LIMIT 100"""
    return snapshot.rows(sql, {"article": article})


def happenings_in(snapshot: Snapshot, article: str) -> list[Row]:
    """What an article tells of that others tell too."""
    sql = """
SELECT h.happening, h.type, h.mode, h.status, h.quad, h.actors, h.recipients, h.date, h.reports, h.articles, h.disputed
FROM happenings h
WHERE h.articles > 1 AND h.happening IN (SELECT happening FROM tellings WHERE article = $article)
ORDER BY h.articles DESC, h.happening LIMIT 100"""
    return snapshot.rows(sql, {"article": article})


def tellings_of(snapshot: Snapshot, happening: str) -> list[Row]:
    """Who tells of a happening: each telling with its sentence, the earliest first."""
    sql = """
SELECT l.*, s.text, t.title, t.site, t.source, t.published_day, e.sentence
FROM tellings l LEFT JOIN events e ON e.article = l.article AND e.id = l.event
LEFT JOIN sentences s ON s.article = l.article AND s.sentence = e.sentence
LEFT JOIN shelf.titles t ON t.article = l.article
WHERE l.happening = $happening ORDER BY t.published_day, l.article LIMIT 300"""
    return snapshot.rows(sql, {"happening": happening})


def _rows(snapshot: Snapshot, table: str, article: str) -> list[Row]:
    return snapshot.rows(f"SELECT * FROM {table} WHERE article = $article", {"article": article})


def _in_order(table: str, rows: list[Row]) -> list[Row]:
    """As the record has them: by the number in their id."""
    if table == "disputes":
        return sorted(rows, key=lambda r: r["number"])
    return sorted(rows, key=lambda r: int(r["id"][1:]))


def _unwritten(table: str, row: Row) -> Row:
    """The row under the names that the record's fields have."""
    names = written_as(table)
    plain = {column: value for column, value in row.items() if column not in names}
    return {**plain, **{field: row[column] for column, field in names.items() if column in row}}


def _with_mentions(found: tuple[Any, ...], mentions: dict[str, list[Mention]]) -> tuple[Any, ...]:
    return tuple(msgspec.structs.replace(one, mentions=tuple(sorted(mentions[one.id]))) for one in found)
