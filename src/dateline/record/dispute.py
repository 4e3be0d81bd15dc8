"""By what name: places that parties call differently."""

from __future__ import annotations

import msgspec

from dateline.record.span import Span


class ContestedName(msgspec.Struct, frozen=True, kw_only=True):
    """One party's name for the place: `by` is an entity id, or null where the text does not say who."""

    by: str | None
    name: str
    span: Span


class Dispute(msgspec.Struct, frozen=True, kw_only=True):
    """A place that parties call by different names, and its parts where the text lists them."""

    place: str | None
    names: tuple[ContestedName, ...]
    parts: tuple[str, ...] = ()
    rule: str = ""
    why: str = ""
