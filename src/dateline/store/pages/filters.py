"""What pages keep of all that is there: conditions with values that are bound, never pasted in."""

from __future__ import annotations

import re
from typing import Any

import msgspec

_WORD = re.compile(r"\S+")
_MOST_WORDS = 12


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """Conditions on what happened, was said or promised; what is None or empty keeps all."""

    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    place: str | None = None
    words: str | None = None
    before: int | None = None  # rows below this number: the next page
    most: int = 50


class Condition:
    """The WHERE of one question."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self._parts: list[str] = []

    def add(self, sql: str, **values: Any) -> Condition:
        """One more condition; names of values are used once."""
        self._parts.append(f"({sql})")
        self.values.update(values)
        return self

    @property
    def empty(self) -> bool:
        """Whether it keeps all."""
        return not self._parts

    @property
    def sql(self) -> str:
        """After WHERE."""
        return " AND ".join(self._parts) or "true"


def on_items(filters: Filters, condition: Condition | None = None) -> Condition:
    """The conditions that happenings are kept by."""
    found = condition or Condition()
    if filters.types:
        found.add("type IN $types", types=list(filters.types))
    if filters.statuses:
        found.add("status IN $statuses", statuses=list(filters.statuses))
    on_days(filters, found)
    if filters.place:
        found.add("lower(place) = lower($place) OR place_country = upper($place)", place=filters.place)
    on_words(filters, "text", found)
    if filters.before is not None:
        found.add("n < $before", before=filters.before)
    return found


def on_days(filters: Filters, found: Condition) -> None:
    """Keeps a period."""
    if filters.since:
        found.add("day >= $since::DATE", since=filters.since)
    if filters.until:
        found.add("day <= $until::DATE", until=filters.until)


def on_words(filters: Filters, column: str, found: Condition) -> None:
    """Keeps what has all of the words, each at the beginning of one ("aid" is none of "said")."""
    for number, word in enumerate(_WORD.findall(filters.words or "")[:_MOST_WORDS]):
        begins = f"'(?i)(^|[^\\pL\\pN])' || regexp_escape($word{number})"
        found.add(f"regexp_matches({column}, {begins})", **{f"word{number}": word})
