"""What was done: events coded in PLOVER with CAMEO codes."""

from __future__ import annotations

from typing import Literal

import msgspec

from dateline.record.span import Span

Status = Literal["actual", "historical", "future", "hypothetical", "negation"]
Salience = Literal["main", "side"]


class Act(msgspec.Struct, frozen=True):
    """What is agreed, asked, refused or threatened: a PLOVER type and mode inside another event."""

    type: str
    mode: str | None = None


class Size(msgspec.Struct, frozen=True, kw_only=True):
    """Numbers of people, the lower figure where the text gives a range."""

    dead: int | None = None
    injured: int | None = None
    arrested: int | None = None
    participants: int | None = None


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """Who did what to whom, where and when, with the words it rests on and the rule that found it."""

    id: str
    type: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    quad: int
    score: float
    status: Status = "actual"
    act: Act | None = None
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    place: str | None = None
    time: str | None = None
    trigger: Span
    actor_spans: tuple[Span, ...] = ()
    recipient_spans: tuple[Span, ...] = ()
    sentence: int
    salience: Salience = "main"
    claimed_by: str | None = None
    size: Size | None = None
    rule: str
    why: str


class Considered(msgspec.Struct, frozen=True, kw_only=True):
    """A rule that nearly found something: shown by `--explain` and `rules try`, never part of the record."""

    rule: str
    trigger: Span
    sentence: int
    missing: str


class EventFindings(msgspec.Struct, frozen=True, kw_only=True):
    """What the events room returns."""

    events: tuple[Event, ...] = ()
    considered: tuple[Considered, ...] = ()
