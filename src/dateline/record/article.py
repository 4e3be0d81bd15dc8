"""The article: clean text and what the page says of it."""

from __future__ import annotations

from typing import Literal

import msgspec

PublishedFrom = Literal["given", "metadata", "url", "dateline", "inferred"]


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """When the article appeared: an EDTF date, the kind of evidence, and the evidence in words."""

    value: str
    from_: PublishedFrom = msgspec.field(name="from")
    why: str


class Dateline(msgspec.Struct, frozen=True, kw_only=True):
    """The line that says where a story was filed: `MOSCOW, March 3 (Sputnik) —`."""

    place: str | None = None
    agency: str | None = None
    date: str | None = None  # as printed ("March 3")


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """A part of the article under a heading of its own; offsets run from the heading to the next one."""

    heading: str
    start: int
    end: int


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of `article.text` that is parsed by itself: a paragraph, a heading, a list item.

    `start` leaves out a dateline (`MOSCOW (Sputnik) — `), which is no part of the first sentence.
    """

    start: int
    end: int
    kind: Literal["paragraph", "heading", "item"] = "paragraph"


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """The story without its page.  Every offset in the record counts into `text`."""

    text: str
    title: str | None = None
    site: str | None = None
    byline: tuple[str, ...] = ()
    url: str | None = None
    language: str | None = None  # ISO 639-1
    published: Published | None = None
    dateline: Dateline | None = None
    sections: tuple[Section, ...] = ()
    keywords: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
