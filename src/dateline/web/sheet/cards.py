"""The cards of a record, a function a kind of finding."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.record import Commitment, Dispute, Entity, Event, Place, Record, Statement, Time
from dateline.web.sheet.card import Card, Row, Value
from dateline.web.sheet.names import Names, spots
from dateline.web.sheet.words import country_name, sectors, types, words


def cards_of(record: Record) -> list[Card]:
    """A card for everything that was found, kind by kind in the order in which they are read."""
    names = Names(record)
    return [
        *(_event(e, names) for e in record.events),
        *(_statement(s, names) for s in record.statements),
        *(_commitment(c, names) for c in record.commitments),
        *(_dispute(number, d, names) for number, d in enumerate(record.disputes, 1)),
        *(_entity(e) for e in record.entities),
        *(_place(p) for p in record.places),
        *(_time(t) for t in record.times),
    ]


def _event(event: Event, names: Names) -> Card:
    act = event.act
    size = event.size
    counts = {f: getattr(size, f) for f in size.__struct_fields__} if size else {}
    word = words()
    return Card(
        id=event.id,
        label=event.type + (f" · {event.mode}" if event.mode else ""),
        tone="conflict" if event.quad > 2 else "cooperation",
        title=names.parties(event.actor) or (Value("nobody named"),),
        towards=names.parties(event.recipient),
        quote=event.trigger.text,
        chips=() if event.status == "actual" else (event.status,),
        rows=_rows(
            ("when", names.time(event.time)),
            ("where", names.place(event.place)),
            ("on whose word", names.speaker(event.claimed_by) or _said("the article's own")),
            ("status", _said(f"{event.status}: {word['status'][event.status]}")),
            ("of what", _said(act.type + (f" · {act.mode}" if act.mode else "") if act else None)),
            ("how many", _said(", ".join(f"{n:,} {word['size'][f]}" for f, n in counts.items() if n is not None))),
            ("about", _said(", ".join(event.contexts))),
            ("type", _said(types().get(event.type))),
            ("coded", _said(f"{word['quad'][str(event.quad)]}, score {event.score:+g}, CAMEO {event.cameo or 'none'}")),
        ),
        spots=(
            *spots([event.trigger]),
            *spots(event.actor_spans, "who"),
            *spots(event.recipient_spans, "to whom"),
            *names.time_spot(event.time, "when"),
            *names.mention_near(event.place, event.trigger.start),
        ),
        rule=event.rule,
        why=event.why,
        aside=event.salience == "side",
    )


def _statement(statement: Statement, names: Names) -> Card:
    word = words()
    speaker = names.parties([statement.speaker] if statement.speaker else [])
    unnamed = Value(statement.speaker_span.text if statement.speaker_span else "source not named")
    return Card(
        id=statement.id,
        label=word["class"][statement.class_],
        title=speaker or (unnamed,),
        towards=names.parties([statement.addressee] if statement.addressee else []),
        quote=" … ".join(s.text for s in statement.content),
        rows=_rows(
            ("told", _said(word["statement"][statement.kind])),
            ("brought in by", _said(f"“{statement.cue.text}”" if statement.cue else None)),
            ("speaker's words", _said(f"“{statement.speaker_span.text}”" if statement.speaker_span else None)),
        ),
        spots=(
            *spots(statement.content),
            *spots([statement.speaker_span], "who"),
            *spots([statement.cue], "said"),
        ),
        rule=statement.rule,
        why=statement.why,
    )


def _commitment(commitment: Commitment, names: Names) -> Card:
    event = names.events.get(commitment.event or "")
    return Card(
        id=commitment.id,
        label=commitment.kind,
        title=names.parties(commitment.by) or (Value("nobody named"),),
        towards=names.parties(commitment.to),
        quote=commitment.action.text,
        rows=_rows(
            ("due", names.time(commitment.due)),
            ("if", _said(commitment.condition.text if commitment.condition else None)),
            ("on whose word", names.speaker(commitment.statement) or _said("the article's own")),
            ("made by", (Value(f"{event.type}: “{event.trigger.text}”", event.id),) if event else ()),
        ),
        spots=(
            *spots([commitment.action]),
            *spots([commitment.condition], "if"),
            *names.time_spot(commitment.due, "due"),
            *spots(commitment.told, "told again"),
        ),
        rule=commitment.rule,
        why=commitment.why,
    )


def _dispute(number: int, dispute: Dispute, names: Names) -> Card:
    called = [
        Row(names.entities[n.by].name if n.by in names.entities else "the text", (Value(f"“{n.name}”", n.by),))
        for n in dispute.names
    ]
    return Card(
        id=f"d{number}",
        label="contested name",
        title=names.place(dispute.place) or (Value("place not located"),),
        rows=(*called, *_rows(("made up of", tuple(v for i in dispute.parts for v in names.place(i))))),
        spots=spots(n.span for n in dispute.names),
        rule=dispute.rule,
        why=dispute.why,
    )


def _entity(entity: Entity) -> Card:
    country = country_name(entity.country)
    sector = ", ".join(f"{code} ({sectors().get(code, code)})" for code in _codes(entity))
    return Card(
        id=entity.id,
        label=words()["entity"][entity.kind],
        title=(Value(entity.name),),
        chips=tuple(filter(None, (entity.country, entity.sector))),
        rows=_rows(
            ("role", _said(entity.role)),
            ("country", _said(country)),
            ("sector", _said(sector)),
            ("named as", _said(_forms(m.text for m in entity.mentions))),
            ("Wikidata", _said(entity.wikidata)),
        ),
        spots=spots(entity.mentions),
        why=entity.why,
    )


def _place(place: Place) -> Card:
    return Card(
        id=place.id,
        label=place.resolution,
        title=(Value(place.name),),
        chips=(place.country,) if place.country else (),
        rows=_rows(
            ("lies in", _said(", ".join(filter(None, (place.admin1, country_name(place.country)))))),
            ("at", _said(_degrees(place))),
            ("GeoNames", _said(str(place.geonames) if place.geonames else None)),
            ("named as", _said(_forms(m.text for m in place.mentions))),
        ),
        spots=spots(place.mentions),
        why=place.why,
    )


def _time(time: Time) -> Card:
    return Card(
        id=time.id,
        label="time",
        title=(Value(time.value),),
        quote=time.text,
        spots=spots([time]),  # type: ignore[list-item]
        why=time.why,
    )


def _codes(entity: Entity) -> tuple[str, ...]:
    return tuple(code for code in (entity.sector, *entity.other_sectors) if code)


def _degrees(place: Place) -> str | None:
    if place.lat is None or place.lon is None:
        return None
    return f"{abs(place.lat):.2f}° {'N' if place.lat >= 0 else 'S'}, {abs(place.lon):.2f}° {'E' if place.lon >= 0 else 'W'}"


def _forms(texts: Iterable[str]) -> str:
    counted: dict[str, int] = {}
    for text in texts:
        counted[text] = counted.get(text, 0) + 1
    return ", ".join(f"“{text}”" + (f" ×{n}" if n > 1 else "") for text, n in counted.items())


def _said(text: str | None) -> tuple[Value, ...]:
    return (Value(text),) if text else ()


def _rows(*rows: tuple[str, tuple[Value, ...]]) -> tuple[Row, ...]:
    """The lines that say something."""
    return tuple(Row(name, values) for name, values in rows if values)
