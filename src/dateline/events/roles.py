"""Who acts and who receives: the slots a rule names, tried in order, then what grammar leaves."""

from __future__ import annotations

from typing import NamedTuple

from dateline.events.clause import Clause, find_subjects, owners
from dateline.events.match import Match
from dateline.events.parties import Party, modifiers_party, named_under, party_of
from dateline.events.sheet import Sheet
from dateline.events.support import Support, find_support
from dateline.record import Token


class Roles(NamedTuple):
    """The two sides of an event."""

    actor: Party
    recipient: Party


def find_roles(match: Match, support: Support | None, sheet: Sheet) -> Roles:
    """Actor and recipient of a match; an entity is never both."""
    actor = _first(match.rule.actor, match, support, sheet, carried=True)
    if not actor:
        actor = _attributed(match, support, sheet)
    recipient = Party()
    for carried in (False, True):
        recipient = _first(match.rule.recipient, match, support, sheet, carried=carried, skip=actor.ids)
        if recipient:
            break
    if not recipient and match.rule.recipient:
        recipient = _last_resort(match, actor, sheet)
    return Roles(actor, recipient)


_CARRIERS = {"subject", "object", "possessive", "by", "of", "against", "to"}
_ACT_PREPOSITIONS = ("to", "with", "for", "against", "from")


def _first(
    slots: tuple[str, ...],
    match: Match,
    support: Support | None,
    sheet: Sheet,
    *,
    carried: bool,
    skip: list[str] | None = None,
) -> Party:
    for slot in slots:
        party = _slot(slot, match, support, sheet, carried)
        if skip:
            party = without(party, skip)
        if party:
            party.why = party.why or slot
            return party
    return Party()


def without(party: Party, ids: list[str]) -> Party:
    """A side less these entities; its spans go with its last entity."""
    left = Party(party.why)
    left.ids = [i for i in party.ids if i not in ids]
    left.spans = party.spans if left.ids else []
    return left


def _slot(slot: str, match: Match, support: Support | None, sheet: Sheet, carried: bool) -> Party:
    if slot == "modifier":
        return modifiers_party(match.token, sheet)
    if slot == "act_recipient":
        return _act_side(match, sheet, carried, actor=False)
    if slot == "act_actor":
        return _act_side(match, sheet, carried, actor=True)
    tokens = slot_tokens(slot, match, support)
    # A preposition's object that is no party carries nothing: "in a letter to" is not a recipient's letter.
    return party_of(tokens, sheet, carried=carried and slot in _CARRIERS)


def slot_tokens(slot: str, match: Match, support: Support | None) -> list[Token]:
    """The heads that stand in a slot."""
    clause = match.clause
    if slot == "subject":
        own = list(clause.subjects) if match.rule.kind != "noun" else []
        return own or list(support.subjects if support else ())
    if slot == "object":
        return list(match.objects)
    if slot == "dative":
        return list(clause.dative)
    if slot == "possessive":
        return owners(match.token)
    own = list(clause.preps.get(slot, ()))
    return own or (list(Clause(support.verb).preps.get(slot, ())) if support else [])


def _act_side(match: Match, sheet: Sheet, carried: bool, *, actor: bool) -> Party:
    """The actor or recipient of the act that is agreed, asked, refused or threatened."""
    act, act_match = match.act, match.act_match
    if act is None:
        return Party()
    if act_match is not None:
        support = find_support(act, sheet) if act_match.rule.kind == "noun" else None
        slots = act_match.rule.actor if actor else act_match.rule.recipient
        return _first(slots, act_match, support, sheet, carried=carried)
    clause = sheet.clause(act)
    if actor:
        return party_of(find_subjects(act) if act.pos in {"VERB", "AUX"} else owners(act), sheet, carried=carried)
    for tokens in (clause.dative, clause.objects, *(clause.preps.get(p, []) for p in _ACT_PREPOSITIONS)):
        party = party_of(tokens, sheet, carried=carried)
        if party:
            return party
    return Party()


def _attributed(match: Match, support: Support | None, sheet: Sheet) -> Party:
    """The speaker, where the subject is a pronoun that nobody could resolve: "Libya said it would hand over ..."."""
    verb = support.verb if support else match.clause.verb
    subjects = slot_tokens("subject", match, support)
    if not subjects or subjects[0].pos != "PRON":
        return Party()
    for above in verb.ancestors():
        if above.lemma in sheet.words.say_verbs:
            speakers = find_subjects(above)
            if speakers and speakers[0].i != subjects[0].i:
                party = party_of(speakers, sheet)
                party.why = "the speaker, for a pronoun"
                return party
    return Party()


def _last_resort(match: Match, actor: Party, sheet: Sheet) -> Party:
    """A party named under the trigger, its act or its objects."""
    for token in (match.act, *match.objects, match.token):
        if token is not None:
            party = named_under(token, sheet, skip=actor.ids)
            if party and not set(party.ids) & set(actor.ids):
                party.why = "named under the trigger"
                return party
    return Party()
