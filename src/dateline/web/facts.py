"""The facts of a record in the terms that analysts check them in."""

from __future__ import annotations

from dateline.record import Record, Span
from dateline.store.checks import Fact
from dateline.web.reading import WantedError


def fact_of(record: Record, fact: str) -> tuple[Fact, Span]:
    """A fact by its id (e3, s1, c2), and its words.  Raises WantedError."""
    names = {e.id: e.name for e in record.entities}
    times = {t.id: t.value for t in record.times}
    for event in record.events:
        if event.id == fact:
            type = event.type + (f" {event.mode}" if event.mode else "")
            found = Fact(
                kind="event",
                type=type,
                status=event.status,
                actors=tuple(names[i] for i in event.actor),
                recipients=tuple(names[i] for i in event.recipient),
                date=times.get(event.time or ""),
            )
            return found, event.trigger
    for statement in record.statements:
        if statement.id == fact:
            source, addressee = (tuple(names[i] for i in (one,) if i) for one in (statement.speaker, statement.addressee))
            found = Fact(kind="statement", type=statement.class_, actors=source, recipients=addressee)
            return found, statement.content[0]
    for commitment in record.commitments:
        if commitment.id == fact:
            by, to = (tuple(names[i] for i in ids) for ids in (commitment.by, commitment.to))
            due = times.get(commitment.due or "")
            return Fact(kind="commitment", type=commitment.kind, actors=by, recipients=to, date=due), commitment.action
    raise WantedError(f"there is no fact '{fact[:20]}' in this article that can be checked")
