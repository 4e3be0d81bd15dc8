"""One event as one article tells it: the row that happenings are made of."""

from __future__ import annotations

import datetime

import msgspec


class Party(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who acts or is acted upon; `key` is that of an identity across articles, "" where there is none."""

    name: str
    key: str = ""
    kind: str = ""
    country: str = ""
    sector: str = ""


class Spot(msgspec.Struct, frozen=True, kw_only=True):
    """Where something happened, as the gazetteer has it."""

    name: str
    country: str = ""
    admin1: str = ""
    resolution: str = ""
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """An event in one article.  `story` is shared by copies of a text; `near` are the places its sentence names."""

    article: str
    event: str
    story: str
    site: str = ""
    published: datetime.date | None = None
    type: str
    mode: str = ""
    act_type: str = ""
    act_mode: str = ""
    status: str = "actual"
    quad: int = 0
    score: float = 0.0
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    place: Spot | None = None
    near: tuple[Spot, ...] = ()
    date: str = ""
    first_day: datetime.date | None = None
    last_day: datetime.date | None = None
    trigger: str = ""
    trigger_start: int = 0
    sentence: int = 0
    salience: str = "main"
    claimed_by: str = ""
    dead: int | None = None
    injured: int | None = None
    arrested: int | None = None
    participants: int | None = None
    text: str = ""


SIZES = ("dead", "injured", "arrested", "participants")
