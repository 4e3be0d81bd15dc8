"""One commitment told several times is one: the same party and kind, and actions that share their words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from dateline.events.roles import Roles
from dateline.events.rule import Rule
from dateline.events.sheet import Sheet
from dateline.record import Span, Time, Token

_CONTENT = {"VERB", "NOUN", "PROPN", "ADJ", "NUM"}


class Entry(msgspec.Struct):
    """A commitment while the ledger is written."""

    rule: Rule
    kind: str
    word: Token
    act: Token
    action: Span
    roles: Roles
    due: str | None
    condition: Span | None
    why: str
    told: list[Span]
    content: frozenset[str] | None = None  # lemmas of the action, once asked for


def enter(entry: Entry, entries: list[Entry], sheet: Sheet) -> None:
    """Adds an entry, or one more telling to the entry that already stands for it."""
    for known in entries:
        if known.kind == entry.kind and _same(known, entry, sheet):
            known.told.append(entry.action)
            known.due = known.due or entry.due
            known.condition = known.condition or entry.condition
            return
    entries.append(entry)


def _same(a: Entry, b: Entry, sheet: Sheet) -> bool:
    """Whether two tellings are of one commitment: a party in common, and actions that share most of their content words."""
    mine, other = (_parties(e, sheet) for e in (a, b))
    if not mine & other:
        return False
    if a.due and b.due and _value(a.due, sheet.reading.times) != _value(b.due, sheet.reading.times):
        return False
    x, y = _content(a, sheet), _content(b, sheet)
    return bool(x and y) and len(x & y) / min(len(x), len(y)) >= 0.6


def _parties(entry: Entry, sheet: Sheet) -> set[str]:
    """Who is bound, by country where there is one: "Ankara" and "the Turkish minister" are one party."""
    return {sheet.entity(i).country or i for i in entry.roles.actor.ids}


def _value(time_id: str, times: Sequence[Time]) -> str:
    return times[int(time_id[1:]) - 1].value


def _content(entry: Entry, sheet: Sheet) -> frozenset[str]:
    if entry.content is None:
        span, tokens = entry.action, sheet.tokens
        own = tokens[bisect_left(tokens, span.start, key=_start) : bisect_left(tokens, span.end, key=_start)]
        entry.content = frozenset(t.lemma.lower() for t in own if t.pos in _CONTENT)
    return entry.content


def _start(token: Token) -> int:
    return token.start
