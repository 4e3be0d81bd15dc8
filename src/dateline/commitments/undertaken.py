"""Promises without a word for promising: "Kenya said it would withdraw its troops", '"We will rebuild," he said.'"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dateline.events.clause import Clause, find_subjects
from dateline.events.parties import Party, party_of
from dateline.events.roles import Roles
from dateline.events.sheet import Sheet
from dateline.record import Sentence, Token


class Undertaken(NamedTuple):
    """A verb that somebody says they will do, and for whom."""

    verb: Token
    roles: Roles


def find_undertaken(
    sentence: Sentence, sheet: Sheet, not_undertaken: frozenset[str], inner: set[int]
) -> Iterator[Undertaken]:
    """Verbs under "will" or "would" whose subject is the one who speaks, or speaks for it."""
    for token in sheet.tokens[sentence.first : sentence.last]:
        if token.pos != "VERB" or token.i in inner or token.lemma in not_undertaken or not _is_willed(token, sheet):
            continue
        statement = sheet.claim(token)
        if statement is None or statement.class_ != "speech" or not statement.speaker:
            continue
        subject = party_of(find_subjects(token), sheet, carried=False)
        if subject and _speaks_for(statement.speaker, subject, sheet):
            inner.update(range(token.left, token.right + 1))
            yield Undertaken(token, Roles(subject, _beneficiary(sheet.clause(token), subject, sheet)))


def _is_willed(verb: Token, sheet: Sheet) -> bool:
    future = sheet.words.future_auxiliaries
    willed = any(c.dep == "aux" and (c.lemma in future or c.lower in future) and c.i < verb.i for c in verb.children)
    return willed and not any(c.dep in {"neg", "mark"} and c.lower != "that" for c in verb.children)


def _speaks_for(speaker: str, subject: Party, sheet: Sheet) -> bool:
    """Whether the speaker is the subject, or of its government."""
    if speaker in subject.ids:
        return True
    country = sheet.entity(speaker).country
    own = [sheet.entity(i) for i in subject.ids]
    return country is not None and any(e.country == country and (e.kind == "state" or e.sector == "GOV") for e in own)


def _beneficiary(clause: Clause, subject: Party, sheet: Sheet) -> Party:
    for tokens in (clause.dative, clause.preps.get("to", []), clause.preps.get("for", []), clause.objects):
        party = party_of(tokens, sheet, carried=False)
        if party and not set(party.ids) & set(subject.ids):
            return party
    return Party()
