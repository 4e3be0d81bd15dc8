"""Events: what, who to whom, where, when, and the sentence it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from dateline.cli.view.lines import (
    CONFLICT,
    COOPERATION,
    FAINT,
    NAME,
    because,
    clean,
    indented,
    joined,
    names_of,
    offsets,
    place_of,
    sentence_of,
    time_of,
)
from dateline.record import Event, Record, Size


def done(record: Record, *, explain: bool) -> Iterator[RenderableType]:
    """Three lines an event: its code, its parties, its words."""
    for number, event in enumerate(record.events):
        if number:
            yield ""
        yield indented(_code(record, event))
        yield indented(_parties(record, event), 4)
        start, end = record.sentences[event.sentence]
        marks = [(event.trigger, "bold underline")]
        marks += [(span, "underline") for span in (*event.actor_spans, *event.recipient_spans)]
        words = (f"  “{clean(event.trigger.text)}” {offsets(event.trigger)}", FAINT)
        yield indented(Text.assemble(sentence_of(record, start, end, marks), words), 4)
        if explain:
            yield because(event.rule, event.why)


def _code(record: Record, event: Event) -> Text:
    colour = COOPERATION if event.quad <= 2 else CONFLICT
    act = joined((event.act.type, event.act.mode), " ") if event.act else None
    what = joined((event.type, event.mode), " ") + (f" to {act}" if act else "")
    rest = joined(
        (
            event.status,
            time_of(record, event.time),
            place_of(record, event.place),
            ", ".join(event.contexts),
            f"CAMEO {event.cameo}" if event.cameo else None,
            _size(event.size),
            f"claimed in {event.claimed_by}" if event.claimed_by else None,
            "side" if event.salience == "side" else None,
        )
    )
    return Text.assemble((f"{event.id} ", FAINT), (what, f"bold {colour}"), (f" · {rest}", FAINT))


def _parties(record: Record, event: Event) -> Text:
    actor, recipient = names_of(record, event.actor), names_of(record, event.recipient)
    towards = ((" → ", FAINT), (recipient, NAME)) if event.recipient else ()
    return Text.assemble((actor, NAME), *towards)


def _size(size: Size | None) -> str | None:
    if size is None:
        return None
    counts = ((size.dead, "dead"), (size.injured, "injured"), (size.arrested, "arrested"), (size.participants, "took part"))
    return ", ".join(f"{n:,} {what}" for n, what in counts if n is not None)
