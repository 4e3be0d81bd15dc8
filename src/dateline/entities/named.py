"""What the tables know of a name, a title or a noun, in the form the room looks it up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dateline.record.entity import EntityKind

Use = Literal["name", "adjective", "people", "capital", "seat"]


@dataclass(frozen=True, slots=True)
class Codes:
    """Country and sectors, and the row they come from."""

    country: str | None = None
    sector: str | None = None
    others: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Office:
    """An office a person held; `since`/`until` are EDTF dates to the day or shorter, empty where open."""

    title: str
    country: str | None
    sector: str | None
    since: str
    until: str
    note: str = ""
    minor: bool = False  # of a table of lesser offices

    def held(self, day: str) -> bool:
        """Whether it was held on a day (`2016-12-16`, or shorter); true for every day where no dates are given."""
        return (not self.since or self.since[: len(day)] <= day[: len(self.since)]) and (
            not self.until or day[: len(self.until)] <= self.until[: len(day)]
        )


@dataclass(frozen=True, slots=True)
class Figure:
    """A person the tables know, with offices in order of time."""

    name: str
    offices: tuple[Office, ...]
    gender: str = ""
    given: bool = False  # from a user's dictionary: outside its dates it has no code
    short: tuple[str, ...] = ()  # folded surnames and short forms
    alone: tuple[str, ...] = ()  # those that the table marks as used alone: Saddam

    @property
    def minor(self) -> bool:
        """Whether only lesser offices are known: nobody the world calls by the surname alone."""
        return all(o.minor for o in self.offices)

    @property
    def countries(self) -> frozenset[str]:
        """The countries the person held office in."""
        return frozenset(o.country for o in self.offices if o.country)


@dataclass(frozen=True, slots=True)
class Named:
    """One way to write one name of the tables."""

    use: Use
    kind: EntityKind
    name: str  # as the record shows it
    codes: Codes
    written: tuple[str, ...]  # the words of this spelling, for their capitals
    figure: Figure | None = None
    region: bool = False  # a part of a state, an actor only where it acts: Chechnya, Kashmir
    shared: bool = False  # a body that many states have by this name: the Supreme Court

    @property
    def key(self) -> str:
        """The same for all spellings of one entity."""
        return f"{self.kind}:{self.codes.country or ''}:{self.name}"


@dataclass(frozen=True, slots=True)
class Title:
    """A title or office: `of` takes the sector of the body named with it, `honorific` says nothing of its bearer."""

    words: tuple[str, ...]
    codes: Codes
    of: bool = False
    honorific: bool = False

    @property
    def name(self) -> str:
        """The title as the record shows it."""
        return " ".join(self.words)


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that is an actor: `many` where it is a group even in the singular, `weak` where it often is none."""

    lemma: str
    kind: EntityKind
    codes: Codes
    weak: bool = False
    state: bool = False
    given: bool = False  # from a user's dictionary, which wins over titles
    capital: bool = False  # an actor only where it is capitalised: Front


@dataclass(frozen=True, slots=True)
class Modifier:
    """What a word before an actor noun does to its sector: `former` makes ELI, `opposition` adds OPP."""

    word: str
    effect: str  # set, give, add, former, ethnic, keep
    sector: str


@dataclass(frozen=True, slots=True)
class Homonym:
    """Another thing that bears a state's name, with words that speak for it and words that speak for the state."""

    country: str
    cues: frozenset[str]
    against: frozenset[str]
