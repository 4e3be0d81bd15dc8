"""The words of an action, its due date and its condition."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.events.sheet import Sheet
from dateline.record import Span, Time, Token

_LEADING = {"aux", "mark", "neg", "auxpass", "nsubj", "nsubjpass", "punct", "cc"}


def action_span(act: Token, sheet: Sheet) -> Span:
    """The action without its subject, "to" and "that", and without what is only its condition or a trailing mark."""
    first = act if act.pos in {"VERB", "AUX"} else sheet.tokens[act.left]
    last = act
    for c in act.children:
        if c.i > act.i and c.dep not in {"punct", "cc", "conj", "parataxis"} and not _is_aside(c):
            last = sheet.tokens[max(last.i, c.right)]
    for c in act.children:  # coordinated actions belong to it: "send troops and open the border"
        if c.dep == "conj" and c.pos == act.pos and not any(g.dep in {"nsubj", "nsubjpass"} for g in c.children):
            last = sheet.tokens[max(last.i, c.right)]
    while last.i > first.i and (last.pos == "PUNCT" or last.tag in {"''", "``"}):
        last = sheet.tokens[last.i - 1]
    return sheet.reading.span_of(first, last)


def _is_aside(clause: Token) -> bool:
    """A clause that only says when or on what terms."""
    return clause.dep == "advcl" and any(c.dep == "mark" for c in clause.children)


def find_due(action: Span, clause: Token, times: Sequence[Time], sheet: Sheet) -> str | None:
    """Id of the time by or at which the action is due: within its words, else within the clause after it."""
    inside = [t for t in times if action.start <= t.start < action.end]
    if inside:
        return inside[-1].id
    end = min([sheet.tokens[clause.right].end, *(c.start for c in clause.children if c.dep == "conj")])
    after = [t for t in times if action.end <= t.start < end]
    return after[0].id if after else None


def find_condition(act: Token, clause: Token, openers: frozenset[str], sheet: Sheet) -> Span | None:
    """The clause that opens with "if", "unless", "provided" under the action or the words that bind."""
    for head in (act, clause, *clause.ancestors()):
        for c in head.children:
            if c.dep in {"advcl", "prep", "ccomp"} and sheet.tokens[c.left].lower in openers and c.sentence == act.sentence:
                last = sheet.tokens[c.right]
                while last.pos == "PUNCT" and last.i > c.left:
                    last = sheet.tokens[last.i - 1]
                return sheet.reading.span_of(sheet.tokens[c.left], last)
        if head.head is head:
            break
    return None
