"""A card: one finding in words, tied to the characters it came from."""

from __future__ import annotations

import msgspec

# The kinds of findings by the letter their ids begin with, in the order in which a mark leads to a card.
KINDS = ("e", "c", "d", "t", "n", "p", "s")


class Value(msgspec.Struct, frozen=True):
    """Some words, and the card they lead to where there is one."""

    text: str
    ref: str | None = None


class Row(msgspec.Struct, frozen=True):
    """One line of a card: `when`, `where`, `on whose word` ..."""

    name: str
    values: tuple[Value, ...]


class Spot(msgspec.Struct, frozen=True):
    """Characters that a card rests on, and what they are in it ("who", "to whom"; "" for the finding itself)."""

    start: int
    end: int
    role: str = ""


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """One finding.

    `label` is its type, `tone` is "conflict", "cooperation" or ""; `title` leads to `towards` ("A → B"); `quote` are
    words of the text; `chips` are short remarks; `spots` are where it stands; `rule` and `why` are what it rests on.
    """

    id: str
    label: str
    title: tuple[Value, ...]
    towards: tuple[Value, ...] = ()
    tone: str = ""
    quote: str = ""
    chips: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    spots: tuple[Spot, ...] = ()
    rule: str = ""
    why: str = ""
    aside: bool = False

    @property
    def kind(self) -> str:
        """The letter of its kind."""
        return self.id[0]

    @property
    def at(self) -> int:
        """Where it first stands, for a link into the text."""
        own = [s.start for s in self.spots if not s.role] or [s.start for s in self.spots]
        return min(own, default=0)

    @property
    def places(self) -> str:
        """Its spots as the page's script reads them: `12-20:who 34-40:`."""
        return " ".join(f"{s.start}-{s.end}:{s.role.replace(' ', '_')}" for s in self.spots)
