"""The types of the API's lists: rows of the archive's index under the names that the pages give them."""

from __future__ import annotations

import datetime
from typing import TypeVar

import msgspec

from dateline.store.pages import Row


class Happening(msgspec.Struct, frozen=True, kw_only=True):
    """Something that happened, told by one article or by several that were joined; `n` is its place in the list."""

    n: int
    key: str
    type: str
    mode: str | None
    status: str
    quad: int
    score: float
    actors: list[str]
    actor_countries: list[str]
    recipients: list[str]
    recipient_countries: list[str]
    date: str | None
    day: datetime.date | None
    place: str | None
    place_country: str | None
    lat: float | None
    lon: float | None
    claimed_by: str | None
    dead: int | None
    injured: int | None
    arrested: int | None
    participants: int | None
    reports: int
    disputed: bool
    disagreements: list[str]
    text: str | None
    article: str
    event: str
    title: str | None
    site: str | None
    url: str | None
    source: str | None


class Said(msgspec.Struct, frozen=True, kw_only=True, rename={"class_": "class"}):
    """A statement."""

    n: int
    article: str
    id: str
    day: datetime.date | None
    speaker: str | None
    speaker_country: str | None
    class_: str
    kind: str
    content: str
    addressee: str | None
    title: str | None
    site: str | None
    url: str | None
    source: str | None


class Promised(msgspec.Struct, frozen=True, kw_only=True):
    """A commitment, with what became of it where that is known."""

    n: int
    article: str
    id: str
    kind: str
    by_names: list[str]
    by_countries: list[str]
    to_names: list[str]
    to_countries: list[str]
    action: str
    due: str | None
    due_first: datetime.date | None
    due_last: datetime.date | None
    condition: str | None
    day: datetime.date | None
    promise: str | None
    state: str | None
    state_why: str | None
    title: str | None
    site: str | None
    url: str | None
    source: str | None


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody in the archive."""

    name: str
    kind: str
    country: str | None
    roles: list[str] | None
    articles: int
    first_day: datetime.date | None
    last_day: datetime.date | None


class PlaceOf(msgspec.Struct, frozen=True, kw_only=True):
    """A place and what happened there."""

    place: str
    country: str | None
    lat: float
    lon: float
    happenings: int
    conflict: int
    first_day: datetime.date | None
    last_day: datetime.date | None


class Called(msgspec.Struct, frozen=True, kw_only=True):
    """A name of a place, and who calls it so (null: the writers)."""

    place: str | None
    called: str
    by: str | None
    country: str | None
    articles: int
    article: str
    first_day: datetime.date | None
    last_day: datetime.date | None


class Month(msgspec.Struct, frozen=True, kw_only=True):
    """How much of a month was cooperation and how much conflict."""

    month: datetime.date
    cooperation: int
    conflict: int
    score: float | None


_Kind = TypeVar("_Kind", bound=msgspec.Struct)


def as_rows(rows: list[Row], kind: type[_Kind]) -> list[_Kind]:
    """Rows as the API gives them."""
    return msgspec.convert(rows, list[kind])  # type: ignore[valid-type]
