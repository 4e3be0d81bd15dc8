"""What the ids of a record stand for, as values that lead to their cards."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.record import Entity, Mention, Place, Record, Span
from dateline.web.sheet.card import Spot, Value


class Names:
    """The entities, places, times and statements of one record, by id."""

    def __init__(self, record: Record) -> None:
        self.text = record.article.text
        self.entities: dict[str, Entity] = {e.id: e for e in record.entities}
        self.places: dict[str, Place] = {p.id: p for p in record.places}
        self.times = {t.id: t for t in record.times}
        self.statements = {s.id: s for s in record.statements}
        self.events = {e.id: e for e in record.events}
        self.sentences = record.sentences

    def parties(self, ids: Iterable[str]) -> tuple[Value, ...]:
        """Entities by name."""
        return tuple(Value(self.entities[i].name, i) for i in ids if i in self.entities)

    def place(self, place_id: str | None) -> tuple[Value, ...]:
        """A place by name."""
        place = self.places.get(place_id or "")
        return (Value(place.name, place.id),) if place else ()

    def time(self, time_id: str | None) -> tuple[Value, ...]:
        """A date with the words that give it."""
        time = self.times.get(time_id or "")
        return (Value(f"{time.value} (“{time.text}”)", time.id),) if time else ()

    def speaker(self, statement_id: str | None) -> tuple[Value, ...]:
        """Who is the source of a statement; the statement itself where nobody is named."""
        statement = self.statements.get(statement_id or "")
        if statement is None:
            return ()
        who = self.entities[statement.speaker].name if statement.speaker in self.entities else ""
        named = who or (statement.speaker_span.text if statement.speaker_span else "a source")
        return (Value(named, statement.id),)

    def mention_near(self, place_id: str | None, at: int) -> tuple[Spot, ...]:
        """Where a place is named nearest to a position."""
        place = self.places.get(place_id or "")
        if place is None or not place.mentions:
            return ()
        nearest = min(place.mentions, key=lambda m: abs(m.start - at))
        return (Spot(nearest.start, nearest.end, "where"),)

    def time_spot(self, time_id: str | None, role: str) -> tuple[Spot, ...]:
        """Where a date is named."""
        time = self.times.get(time_id or "")
        return (Spot(time.start, time.end, role),) if time else ()


def spots(spans: Iterable[Span | Mention | None], role: str = "") -> tuple[Spot, ...]:
    """Where spans stand."""
    return tuple(Spot(s.start, s.end, role) for s in spans if s is not None)
