"""A commitment as it is followed, and a later sentence that may tell what became of it."""

from __future__ import annotations

import datetime

import msgspec

from dateline.corpus.told import Party


class Pledge(msgspec.Struct, frozen=True, kw_only=True):
    """A commitment of one article.  `lead` are the words before its action, `due_text` those of its date."""

    article: str
    commitment: str
    story: str = ""
    kind: str
    by: tuple[Party, ...] = ()
    to: tuple[Party, ...] = ()
    action: str
    lead: str = ""
    due: str = ""
    due_text: str = ""
    due_last: datetime.date | None = None
    day: datetime.date | None = None
    type: str = ""
    mode: str = ""


class Deed(msgspec.Struct, frozen=True, kw_only=True):
    """An event of a sentence."""

    event: str
    happening: str = ""
    type: str
    mode: str = ""
    status: str = "actual"
    actors: tuple[Party, ...] = ()


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence of an article and what was found in it; `before` is the sentence in front of it."""

    article: str
    sentence: int
    story: str = ""
    day: datetime.date | None = None
    text: str
    before: str = ""
    parties: tuple[tuple[int, Party], ...] = ()  # where each is mentioned, from the sentence's beginning
    deeds: tuple[Deed, ...] = ()
    statement: str = ""
    commitments: tuple[str, ...] = ()
