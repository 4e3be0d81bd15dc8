"""Checks that a record is sound: spans, ids, ranges, enumerations, dates.

Types alone don't promise that: a struct made in Python is not validated, and no type says that a span's text is what
stands there.  `dateline read` runs this on every record before it is written, `dateline check` on files of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Any, NamedTuple, get_args

from dateline.record.article import Article, PublishedFrom
from dateline.record.commitment import Commitment, CommitmentKind
from dateline.record.dispute import Dispute
from dateline.record.edtf import is_edtf
from dateline.record.entity import Entity, EntityKind, Mention, MentionKind
from dateline.record.event import Event, Salience, Status
from dateline.record.place import Place, Resolution
from dateline.record.record import Record
from dateline.record.span import Span
from dateline.record.statement import Statement, StatementClass, StatementKind
from dateline.record.time import Time

_COUNTRY = re.compile("[A-Z]{3}")  # ISO 3166-1 alpha-3; which codes are in use is for the tables to say
_CAMEO = re.compile("[0-9]{2,4}")
Faults = Iterator[str]


class Ontology(NamedTuple):
    """The codes that may be used: types of event with their modes, contexts, and sectors of entities."""

    types: Mapping[str, Set[str]]
    contexts: Set[str]
    sectors: Set[str]


class _Known(NamedTuple):
    """What every check looks things up in."""

    text: str
    sentences: Sequence[tuple[int, int]]
    entity: Set[str]
    place: Set[str]
    time: Set[str]
    event: Set[str]
    statement: Set[str]
    ontology: Ontology | None


def check_record(record: Record, ontology: Ontology | None = None) -> list[str]:
    """What is wrong, each with article, field and offset; empty where the record is sound.

    With an `ontology`, types, modes, contexts and sectors are held against it too.

    >>> check_record(record)   # doctest: +SKIP
    ["article 'a1': events[2].trigger 45-51: the text is 'talks', the article has 'Talks'"]
    """
    known = _Known(
        text=record.article.text,
        sentences=record.sentences,
        entity={e.id for e in record.entities},
        place={p.id for p in record.places},
        time={t.id for t in record.times},
        event={e.id for e in record.events},
        statement={s.id for s in record.statements},
        ontology=ontology,
    )
    faults = [
        *_article(record.article),
        *_sentences(record.sentences, len(record.article.text)),
        *_unique(record),
        *_each("entities", record.entities, _entity, known),
        *_each("places", record.places, _place, known),
        *_each("times", record.times, _time, known),
        *_each("events", record.events, _event, known),
        *_each("statements", record.statements, _statement, known),
        *_each("commitments", record.commitments, _commitment, known),
        *_each("disputes", record.disputes, _dispute, known),
    ]
    return [f"article '{record.id}': {fault}" for fault in faults]


def _each(field: str, found: Sequence[Any], check: Any, known: _Known) -> Faults:
    for number, one in enumerate(found):
        for fault in check(one, known):
            yield f"{field}[{number}].{fault}"


def _unique(record: Record) -> Faults:
    for field in ("entities", "places", "times", "events", "statements", "commitments"):
        seen: set[str] = set()
        for number, one in enumerate(getattr(record, field)):
            if one.id in seen:
                yield f"{field}[{number}].id: '{one.id}' stands twice"
            seen.add(one.id)


def _article(article: Article) -> Faults:
    published = article.published
    if published is not None:
        yield from _date("article.published.value", published.value)
        yield from _one_of("article.published.from", published.from_, PublishedFrom)
    last = 0
    for number, section in enumerate(article.sections):
        at = f"article.sections[{number}] {section.start}-{section.end}"
        if not 0 <= section.start <= section.end <= len(article.text):
            yield f"{at}: not inside the text, which has {len(article.text)} characters"
        elif section.start < last:
            yield f"{at}: begins before the section above it ends"
        last = section.end


def _sentences(sentences: Sequence[tuple[int, int]], length: int) -> Faults:
    last = 0
    for number, (start, end) in enumerate(sentences):
        if not 0 <= start < end <= length:
            yield f"sentences[{number}] {start}-{end}: empty, or not inside the text, which has {length} characters"
        elif start < last:
            yield f"sentences[{number}] {start}-{end}: begins before the one above it ends"
        last = end


def _entity(entity: Entity, known: _Known) -> Faults:
    yield from _one_of("kind", entity.kind, EntityKind)
    yield from _country(entity.country)
    if known.ontology is not None:
        for sector in filter(None, (entity.sector, *entity.other_sectors)):
            if sector not in known.ontology.sectors:
                yield f"sector: '{sector}' is none of the ontology's"
    yield from _mentions(entity.mentions, known)


def _place(place: Place, known: _Known) -> Faults:
    yield from _one_of("resolution", place.resolution, Resolution)
    yield from _country(place.country)
    if (place.lat is None) != (place.lon is None):
        yield "lat: latitude and longitude go together"
    if place.lat is not None and not -90 <= place.lat <= 90:
        yield f"lat: {place.lat} is not between -90 and 90"
    if place.lon is not None and not -180 <= place.lon <= 180:
        yield f"lon: {place.lon} is not between -180 and 180"
    yield from _mentions(place.mentions, known)


def _time(time: Time, known: _Known) -> Faults:
    yield from _date("value", time.value)
    yield from _span("span", time, known)


def _event(event: Event, known: _Known) -> Faults:
    yield from _one_of("status", event.status, Status)
    yield from _one_of("salience", event.salience, Salience)
    yield from _codes(event, known.ontology)
    yield from _ids("actor", event.actor, known.entity)
    yield from _ids("recipient", event.recipient, known.entity)
    yield from _ids("place", (event.place,), known.place)
    yield from _ids("time", (event.time,), known.time)
    yield from _ids("claimed_by", (event.claimed_by,), known.statement)
    yield from _spans("actor_spans", event.actor_spans, known)
    yield from _spans("recipient_spans", event.recipient_spans, known)
    yield from _span("trigger", event.trigger, known)
    if not 0 <= event.sentence < len(known.sentences):
        yield f"sentence: there is no sentence {event.sentence}, only {len(known.sentences)}"
        return
    start, end = known.sentences[event.sentence]
    if not start <= event.trigger.start < end:
        at = f"{event.trigger.start}-{event.trigger.end}"
        yield f"trigger {at}: not in sentence {event.sentence}, which runs {start}-{end}"


def _codes(event: Event, ontology: Ontology | None) -> Faults:
    if not 1 <= event.quad <= 4:
        yield f"quad: {event.quad} is not 1 to 4"
    if not -10 <= event.score <= 10:
        yield f"score: {event.score} is not between -10 and 10"
    if event.cameo is not None and not _CAMEO.fullmatch(event.cameo):
        yield f"cameo: '{event.cameo}' is not two to four digits"
    if event.size is not None:
        counts = {f: getattr(event.size, f) for f in event.size.__struct_fields__}
        yield from (f"size.{f}: {n} is less than none" for f, n in counts.items() if n is not None and n < 0)
    if ontology is None:
        return
    for field, act in (("", event), ("act.", event.act)):
        if act is None:
            continue
        if act.type not in ontology.types:
            yield f"{field}type: '{act.type}' is none of the ontology's"
        elif act.mode is not None and act.mode not in ontology.types[act.type]:
            yield f"{field}mode: '{act.mode}' is no mode of {act.type}"
    yield from (f"contexts: '{c}' is none of the ontology's" for c in event.contexts if c not in ontology.contexts)


def _statement(statement: Statement, known: _Known) -> Faults:
    yield from _one_of("kind", statement.kind, StatementKind)
    yield from _one_of("class", statement.class_, StatementClass)
    if not statement.content:
        yield "content: there is none"
    yield from _spans("content", statement.content, known)
    yield from _in_order("content", statement.content)
    yield from _spans("speaker_span", filter(None, (statement.speaker_span,)), known)
    yield from _spans("cue", filter(None, (statement.cue,)), known)
    yield from _ids("speaker", (statement.speaker,), known.entity)
    yield from _ids("addressee", (statement.addressee,), known.entity)


def _commitment(commitment: Commitment, known: _Known) -> Faults:
    yield from _one_of("kind", commitment.kind, CommitmentKind)
    yield from _ids("by", commitment.by, known.entity)
    yield from _ids("to", commitment.to, known.entity)
    yield from _ids("due", (commitment.due,), known.time)
    yield from _ids("event", (commitment.event,), known.event)
    yield from _ids("statement", (commitment.statement,), known.statement)
    yield from _span("action", commitment.action, known)
    yield from _spans("condition", filter(None, (commitment.condition,)), known)
    yield from _spans("told", commitment.told, known)


def _dispute(dispute: Dispute, known: _Known) -> Faults:
    yield from _ids("place", (dispute.place,), known.place)
    yield from _ids("parts", dispute.parts, known.place)
    for number, name in enumerate(dispute.names):
        yield from _ids(f"names[{number}].by", (name.by,), known.entity)
        yield from _span(f"names[{number}].span", name.span, known)


def _mentions(mentions: Sequence[Mention], known: _Known) -> Faults:
    for number, mention in enumerate(mentions):
        yield from _one_of(f"mentions[{number}].kind", mention.kind, MentionKind)
        yield from _span(f"mentions[{number}]", mention, known)


def _spans(field: str, spans: Iterable[Span], known: _Known) -> Faults:
    for number, span in enumerate(spans):
        yield from _span(f"{field}[{number}]", span, known)


def _span(field: str, span: Span | Mention | Time, known: _Known) -> Faults:
    at = f"{field} {span.start}-{span.end}"
    if not 0 <= span.start < span.end <= len(known.text):
        yield f"{at}: empty, or not inside the text, which has {len(known.text)} characters"
    elif known.text[span.start : span.end] != span.text:
        yield f"{at}: the text is {span.text[:60]!r}, the article has {known.text[span.start : span.end][:60]!r}"


def _in_order(field: str, spans: Sequence[Span]) -> Faults:
    for number in range(1, len(spans)):
        if spans[number].start < spans[number - 1].end:
            at = f"{spans[number].start}-{spans[number].end}"
            yield f"{field}[{number}] {at}: begins before the one above it ends"


def _ids(field: str, ids: Iterable[str | None], known: Set[str]) -> Faults:
    return (f"{field}: no id '{i}' is in the record" for i in ids if i is not None and i not in known)


def _one_of(field: str, value: str, literal: Any) -> Faults:
    if value not in get_args(literal):
        yield f"{field}: '{value}' is none of {', '.join(get_args(literal))}"


def _country(code: str | None) -> Faults:
    if code is not None and not _COUNTRY.fullmatch(code):
        yield f"country: '{code}' is no ISO 3166-1 alpha-3 code"


def _date(field: str, value: str) -> Faults:
    if not is_edtf(value):
        yield f"{field}: '{value}' is not EDTF"
