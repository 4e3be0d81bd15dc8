"""What was said: statements with their speakers."""

from __future__ import annotations

from typing import Literal

import msgspec

from dateline.record.span import Span

StatementKind = Literal["direct", "indirect", "mixed"]
StatementClass = Literal["speech", "thought", "attitude", "evidence"]


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """Content that somebody is the source of; several `content` spans where its cue breaks it.

    `class`: speech = said or written, thought = believes, hopes, attitude = praises, attacks, wants, evidence = a poll or
    report shows.  `speaker` is an entity id, `speaker_span` the words that name the speaker here.
    """

    id: str
    kind: StatementKind
    class_: StatementClass = msgspec.field(name="class")
    content: tuple[Span, ...]
    speaker: str | None = None
    speaker_span: Span | None = None
    cue: Span | None = None
    addressee: str | None = None
    rule: str
    why: str = ""
