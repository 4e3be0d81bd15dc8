"""Casts of sentences for the tests of this room."""

from __future__ import annotations

from functools import cache
from typing import Any

import build
from dateline import entities
from dateline.record import Cast, Entity


@cache
def finder() -> Any:
    """The room, compiled once a test run."""
    return entities.build(build.tables())


def cast(text: str, published: str | None = None) -> Cast:
    """The cast of a text."""
    found: Cast = finder()(build.parsed(text, published=published))
    return found


def at(text: str, words: str, published: str | None = None) -> list[Entity]:
    """The entities that have a mention of exactly these words."""
    return [e for e in cast(text, published).entities if any(m.text == words for m in e.mentions)]


def linked(text: str, first: str, second: str, published: str | None = None) -> bool:
    """Whether one entity bears both mentions."""
    return any({first, second} <= {m.text for m in e.mentions} for e in cast(text, published).entities)
