"""Finds commitments by rules over grammar, and enters each once however often the article tells it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dateline.commitments.actions import action_span, find_condition, find_due
from dateline.commitments.undertaken import find_undertaken
from dateline.events.match import Match, Matcher
from dateline.events.roles import Roles, find_roles
from dateline.events.rule import Rule, RuleIndex, compile_rules
from dateline.events.sheet import Sheet, Words
from dateline.events.status import StatusWords, find_status
from dateline.events.support import find_support
from dateline.lexicon import Tables
from dateline.record import Commitment, Event, Reading, Sentence, Span, Time, Token

_PATTERNS = ("commitments/rules.toml", "events/operators.toml")
_EVEN_WISHED = {"invitation", "proposal"}  # "I would like to invite you" invites


class Knowledge(msgspec.Struct, frozen=True):
    """What the room has compiled from its tables."""

    index: RuleIndex
    words: Words
    status: StatusWords
    not_undertaken: frozenset[str]
    openers: frozenset[str]
    will: Rule

    @classmethod
    def load(cls, tables: Tables) -> Knowledge:
        """From `tables/commitments` and the word lists.  Raises TableError."""
        index = compile_rules(tables, _PATTERNS, ontology="commitments/kinds.toml", parties="commitments/parties.toml")
        lists = tables.word_lists
        will = next(r for r in index.rules if any(t.head == "*will" for t in r.triggers))
        return cls(
            index,
            Words.load(tables),
            StatusWords.load(tables),
            frozenset(lists["not_undertaken"]),
            frozenset(lists["condition_openers"]),
            will,
        )


class _Entry(msgspec.Struct):
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


def keep_ledger(reading: Reading, known: Knowledge) -> tuple[Commitment, ...]:
    """The commitments of an article, in order of the text."""
    sheet = Sheet(reading, known.words)
    matcher = Matcher(known.index, sheet)
    entries: list[_Entry] = []
    for sentence in reading.sentences:
        if not sentence.heading:
            for entry in _entries(sentence, sheet, matcher, known):
                _enter(entry, entries, sheet)
    return tuple(_commitment(e, n, sheet) for n, e in enumerate(entries, 1))


def _entries(sentence: Sentence, sheet: Sheet, matcher: Matcher, known: Knowledge) -> list[_Entry]:
    found = []
    inner: set[int] = set()  # acts of other commitments: "refused to promise to ..." is one refusal
    for token in sheet.tokens[sentence.first : sentence.last]:
        match = matcher.match(token)
        if match is None or match.rule.passes or not match.gives.type:
            continue
        entry = _entry(match, sentence, sheet, matcher, known)
        if entry is not None and token.i not in inner:
            inner.update(range(entry.act.left, entry.act.right + 1))
            found.append(entry)
    for undertaken in find_undertaken(sentence, sheet, known.not_undertaken, inner):
        found.append(_new(known.will, undertaken.verb, undertaken.verb, undertaken.roles, "said that it will", sheet, known))
    return found


def _entry(match: Match, sentence: Sentence, sheet: Sheet, matcher: Matcher, known: Knowledge) -> _Entry | None:
    support = find_support(match.token, sheet) if match.rule.kind == "noun" else None
    if match.rule.kind == "noun" and support is None:
        return None
    carrier = support.verb if support else match.clause.verb
    told = find_status(match.token, carrier, known.status, matcher)
    status, why = told.status, told.why
    kind = match.gives.type
    if match.rule.told is None and (
        status == "negation" or (status in {"hypothetical", "historical"} and not told.promised and kind not in _EVEN_WISHED)
    ):
        return None
    roles = find_roles(match, support, sheet, implied=False)
    act = match.token if match.rule.told else match.act
    if act is None or not roles.actor:
        return None
    if match.rule.modal and (not roles.recipient or set(roles.recipient.ids) & set(roles.actor.ids)):
        return None
    return _new(match.rule, match.token, act, roles, f"'{match.token.text}'" + (f", {why}" if why else ""), sheet, known)


def _new(rule: Rule, word: Token, act: Token, roles: Roles, why: str, sheet: Sheet, known: Knowledge) -> _Entry:
    action = action_span(act, sheet)
    times = sheet.reading.times
    clause = sheet.clause(word).verb
    due = find_due(action, clause, times, sheet)
    condition = find_condition(act, clause, known.openers, sheet)
    return _Entry(rule, rule.gives.type, word, act, action, roles, due, condition, why, [])


def _enter(entry: _Entry, entries: list[_Entry], sheet: Sheet) -> None:
    """Adds an entry, or one more telling to the entry that already stands for it."""
    for known in entries:
        if known.kind == entry.kind and _same(known, entry, sheet):
            known.told.append(entry.action)
            known.due = known.due or entry.due
            known.condition = known.condition or entry.condition
            return
    entries.append(entry)


def _same(a: _Entry, b: _Entry, sheet: Sheet) -> bool:
    """Whether two tellings are of one commitment: the same party, and actions that share most of their content words."""
    if not set(a.roles.actor.ids) & set(b.roles.actor.ids):
        return False
    if a.due and b.due and _value(a.due, sheet.reading.times) != _value(b.due, sheet.reading.times):
        return False
    x, y = _content(a.action, sheet), _content(b.action, sheet)
    return bool(x and y) and len(x & y) / min(len(x), len(y)) >= 0.6


def _value(time_id: str, times: Sequence[Time]) -> str:
    return times[int(time_id[1:]) - 1].value


def _content(span: Span, sheet: Sheet) -> set[str]:
    return {
        t.lemma.lower()
        for t in sheet.tokens
        if span.start <= t.start < span.end and t.pos in {"VERB", "NOUN", "PROPN", "ADJ", "NUM"}
    }


def _commitment(entry: _Entry, number: int, sheet: Sheet) -> Commitment:
    statement = sheet.claim(entry.word)
    return Commitment(
        id=f"c{number}",
        kind=entry.kind,  # type: ignore[arg-type]
        by=tuple(entry.roles.actor.ids),
        to=tuple(entry.roles.recipient.ids),
        action=entry.action,
        due=entry.due,
        condition=entry.condition,
        event=_event_of(entry, sheet.reading),
        statement=statement.id if statement else None,
        told=tuple(entry.told),
        rule=entry.rule.id,
        why=entry.why,
    )


def _event_of(entry: _Entry, reading: Reading) -> str | None:
    """The event that tells the same act: its trigger is the word that binds, else a word of the action."""
    here = [e for e in reading.events if e.sentence == entry.word.sentence]
    found: Event | None = next((e for e in here if e.trigger.start <= entry.word.start < e.trigger.end), None)
    found = found or next((e for e in here if entry.action.covers(e.trigger)), None)
    return found.id if found else None
