"""Short ways to say what a sentence must give."""

from __future__ import annotations

from build_reader import reader
from dateline.record import Event, Record


def record_of(text: str, *, published: str | None = "2024-05-20") -> Record:
    """The record of a text."""
    return reader().read(text, published=published)


def main_events(text: str) -> list[Event]:
    """The main events of a text."""
    return [e for e in record_of(text).events if e.salience == "main"]


def told(text: str) -> tuple[str, list[str], list[str]]:
    """Type, names of the actors and of the recipients of the first main event."""
    record = record_of(text)
    names = {e.id: e.name for e in record.entities}
    event = next(e for e in record.events if e.salience == "main")
    return event.type, sorted(names[i] for i in event.actor), sorted(names[i] for i in event.recipient)
