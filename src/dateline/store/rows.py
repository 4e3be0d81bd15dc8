"""The rows of a record, table by table, with the names and days that its ids stand for written beside them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from dateline.record import Entity, Place, Problem, Record
from dateline.record.edtf import bounds
from dateline.store.flat import cells
from dateline.store.schema import TABLES

Row = dict[str, Any]

# A column that holds ids is called so; its plain name is that of the column with the names, which people ask by.
_IDS = {
    "events": {
        "actor": "actor_ids",
        "recipient": "recipient_ids",
        "place": "place_id",
        "time": "time_id",
        "claimed_by": "claimed_by_id",
    },
    "statements": {"speaker": "speaker_id", "addressee": "addressee_id"},
    "commitments": {"by": "by_ids", "to": "to_ids", "due": "due_id", "event": "event_id", "statement": "statement_id"},
    "disputes": {"place": "place_id"},
    # `end` is a word of SQL
    "times": {"start": "char_start", "end": "char_end"},
    "mentions": {"start": "char_start", "end": "char_end"},
}


def written_as(table: str) -> dict[str, str]:
    """Of the columns that are not called as the record's field, the field."""
    return {column: field for field, column in _IDS.get(table, {}).items()}


class Rows:
    """Gathers the rows of a unit."""

    def __init__(self) -> None:
        self.tables: dict[str, list[Row]] = {name: [] for name in TABLES}

    def add_problem(self, problem: Problem, key: str) -> None:
        """What could not be read, or a note, of the article or page with this key."""
        self.tables["problems"].append({"article": key, **cells(problem)})

    def add(self, record: Record, key: str, source: str) -> None:
        """All rows of a record; `key` tells the article from all others of the archive."""
        names = _Names(record)
        self._put("articles", key, [_article(record, source)])
        text = record.article.text
        places = enumerate(record.sentences)
        self._put(
            "sentences", key, [{"sentence": n, "char_start": s, "char_end": e, "text": text[s:e]} for n, (s, e) in places]
        )
        self._put("entities", key, (_without(cells(e), "mentions") for e in record.entities))
        self._put("places", key, (_without(cells(p), "mentions") for p in record.places))
        owners: list[Entity | Place] = [*record.entities, *record.places]
        self._put("mentions", key, ({"of": o.id, **_renamed("mentions", cells(m))} for o in owners for m in o.mentions))
        self._put(
            "times", key, ({**_renamed("times", cells(t)), **_days("first_day", "last_day", t.value)} for t in record.times)
        )
        for table in ("events", "statements", "commitments"):
            found = [cells(one) for one in getattr(record, table)]
            self._put(table, key, ({**_renamed(table, row), **getattr(names, table)(row)} for row in found))
        disputes = [{"number": n, **cells(d)} for n, d in enumerate(record.disputes)]
        self._put("disputes", key, ({**_renamed("disputes", row), "place": names.place(row["place"])} for row in disputes))

    def _put(self, table: str, key: str, rows: Iterable[Row]) -> None:
        self.tables[table].extend({"article": key, **row} for row in rows)


def _renamed(table: str, row: Row) -> Row:
    names = _IDS[table]
    return {names.get(column, column): value for column, value in row.items()}


def _without(row: Row, prefix: str) -> Row:
    return {column: value for column, value in row.items() if not column.startswith(prefix)}


def _article(record: Record, source: str) -> Row:
    published = record.article.published
    return {
        **cells(record.article),
        **cells(record.made_by, "made_by"),
        "id": record.id,
        "source": source,
        "published_day": _one_day(published.value if published else None),
    }


def _days(first: str, last: str, value: str | None) -> Row:
    found = bounds(value) if value else None
    return {first: found[0] if found else None, last: found[1] if found else None}


def _one_day(value: str | None) -> date | None:
    """The day under which something is filed: the first that the value covers."""
    found = bounds(value) if value else None
    if found is None:
        return None
    return next((day for day in found if day not in (date.min, date.max)), None)


class _Names:
    """What the ids of one record stand for."""

    def __init__(self, record: Record) -> None:
        self._entities = {e.id: e for e in record.entities}
        self._places = {p.id: p for p in record.places}
        self._times = {t.id: t.value for t in record.times}
        self._speakers = {s.id: s.speaker for s in record.statements}
        self._published = _one_day(record.article.published.value if record.article.published else None)

    def place(self, place_id: str | None) -> str | None:
        return self._places[place_id].name if place_id in self._places else None

    def events(self, row: Row) -> Row:
        place = self._places.get(row["place"])
        value = self._times.get(row["time"])
        return {
            **self._parties(row["actor"], "actors", "actor"),
            **self._parties(row["recipient"], "recipients", "recipient"),
            "place": place.name if place else None,
            "place_country": place.country if place else None,
            "lat": place.lat if place else None,
            "lon": place.lon if place else None,
            "date": value,
            **_days("first_day", "last_day", value),
            "day": _one_day(value) or self._published,
            "claimed_by": self._name(self._speakers.get(row["claimed_by"])),
        }

    def statements(self, row: Row) -> Row:
        speaker = self._entities.get(row["speaker"])
        return {
            "speaker": speaker.name if speaker else None,
            "speaker_country": speaker.country if speaker else None,
            "addressee": self._name(row["addressee"]),
            "day": self._published,
        }

    def commitments(self, row: Row) -> Row:
        value = self._times.get(row["due"])
        return {
            **self._parties(row["by"], "by_names", "by"),
            **self._parties(row["to"], "to_names", "to"),
            "due": value,
            **_days("due_first", "due_last", value),
            "day": self._published,
        }

    def _name(self, entity_id: str | None) -> str | None:
        return self._entities[entity_id].name if entity_id in self._entities else None

    def _parties(self, ids: list[str], names: str, of: str) -> Row:
        found = [self._entities[i] for i in ids if i in self._entities]
        return {
            names: [e.name for e in found],
            f"{of}_countries": [e.country or "" for e in found],
            f"{of}_sectors": [e.sector or "" for e in found],
        }
