"""Who acts and who receives: the slots a rule names, tried in order, then what grammar leaves."""

from __future__ import annotations

from typing import NamedTuple

from dateline.events.clause import Clause, find_subjects, owners
from dateline.events.match import Match
from dateline.events.parties import Party, circumstances, modifiers_party, named_under, parties_at, party_of, speaker_party
from dateline.events.sheet import Sheet
from dateline.events.support import Support, find_support
from dateline.record import Token


class Roles(NamedTuple):
    """The two sides of an event."""

    actor: Party
    recipient: Party


def find_roles(match: Match, support: Support | None, sheet: Sheet, *, implied: bool = True) -> Roles:
    """Actor and recipient of a match; an entity is never both.

    With `implied`, a recipient that no slot names is looked for on the ground it happens on and under the trigger.
    """
    actor = _first(match.rule.actor, match, support, sheet, carried=True)
    if not actor:
        actor = _attributed(match, support, sheet)
    recipient = without(party_of(support.patients, sheet), actor.ids) if support else Party()
    mutual = _is_mutual(match, actor, sheet)
    slots = tuple(s for s in match.rule.recipient if s == "with") if mutual else match.rule.recipient
    for carried in (False, True) if not recipient else ():
        recipient = _first(slots, match, support, sheet, carried=carried, skip=actor.ids)
        if recipient:
            break
    if match.rule.asks_by_modal:  # "said that the rain must fall": nobody is asked; that "the war in Chad must end": Chad is
        implied = implied and match.act is not None and match.act.lemma in sheet.words.ceasing_verbs
    if implied and not recipient and slots and not mutual and (actor or match.gives.type not in sheet.words.meeting_types):
        recipient = _ground(match, support, actor, sheet)
        if not recipient and not _somebody_unnamed(match, support, sheet):
            recipient = _last_resort(match, actor, sheet)
    if not actor and len(recipient.ids) > 1 and match.gives.type in sheet.words.mutual_types:
        actor, recipient = recipient, Party()  # "the cooperation of Tokyo and Moscow"
    return Roles(actor, recipient)


_CARRIERS = {"subject", "object", "possessive", "by", "of", "against", "to"}
_DIRECT = {"object", "patient", "dative", "subject"}
_ACT_PREPOSITIONS = ("to", "with", "for", "against", "from")


def _is_mutual(match: Match, actor: Party, sheet: Sheet) -> bool:
    """Whether several parties do it with one another, so that there is no recipient: "the two presidents held talks"."""
    return match.gives.type in sheet.words.mutual_types and len({sheet.entity(i).country for i in actor.ids}) > 1


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
            if slot == "act_recipient":  # "promised to rebuild Serbia": a Serbian promise is nobody's else
                party = without(party, _own_states(skip, match, sheet))
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
    if slot == "speaker":
        return speaker_party(match.token, sheet)
    if slot == "owner":  # "*UN* sanctions were lifted"
        return next((p for o in match.objects if (p := modifiers_party(o, sheet))), Party())
    if slot == "ground":
        return _ground_under(match, sheet)
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
    if slot == "patient":
        return list(clause.objects)
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
        # Who must be handed over is not the one who must hand them over.
        return party_of(clause.subjects if act.pos in {"VERB", "AUX"} else owners(act), sheet, carried=carried)
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


def _ground(match: Match, support: Support | None, actor: Party, sheet: Sheet) -> Party:
    """The state whose town or region stands in a recipient's slot: "arrived in Amman", "shelled Rafah"."""
    for slot in match.rule.recipient:
        for token in slot_tokens(slot, match, support) if not slot.startswith("act_") else ():
            for inner in sheet.look_through(token):
                state = sheet.ground_at(inner)
                if state and state not in actor.ids:
                    party = Party(f"the country of {inner.text}")
                    party.add((state,), sheet.reading.span_of(inner, inner))
                    return party
    return Party()


def _somebody_unnamed(match: Match, support: Support | None, sheet: Sheet) -> bool:
    """Whether people, or a name, of whom nothing is known stand in a recipient's slot, so that it is nobody else.

    "Several others were wounded in an attempt on a minister": the others were, not the minister.
    """
    for slot in match.rule.recipient:
        if slot.startswith("act_"):
            continue
        for token in slot_tokens(slot, match, support):
            if any(_names_nobody_known(inner, sheet, direct=slot in _DIRECT) for inner in sheet.look_through(token)):
                return True
    return False


def _names_nobody_known(token: Token, sheet: Sheet, *, direct: bool) -> bool:
    if token.lemma in sheet.words.people or token.lower in sheet.words.human_pronouns:
        return True
    if token.pos == "NUM":  # "the three were killed"; not "in 2017", "$3 million"
        return direct and token.lemma not in sheet.words.money
    return token.pos == "PROPN" and token.i not in sheet.place_at


def _ground_under(match: Match, sheet: Sheet) -> Party:
    """The state on whose ground the last place under the trigger lies: `Mali` of "sent troops to the UN mission in Mali"."""
    beside = circumstances(match.token, sheet)
    for token in reversed(sheet.tokens[match.token.i : match.token.right + 1]):
        state = sheet.ground_at(token) if token.i in sheet.place_at and not any(token.i in r for r in beside) else None
        if state:
            party = Party(f"the country of {token.text}")
            party.add((state,), sheet.reading.span_of(token, token))
            return party
    return Party()


def _own_states(actors: list[str], match: Match, sheet: Sheet) -> list[str]:
    """The actors' own states, which are no recipient of theirs, unless the type is one that is done at home."""
    if match.gives.type in sheet.words.home_types:
        return []
    own = {sheet.entity(i).country for i in actors}
    return [e.id for e in sheet.cast.entities if e.kind == "state" and e.country in own]


def _last_resort(match: Match, actor: Party, sheet: Sheet) -> Party:
    """A party named under the trigger, its act or its objects, but not within its subject.

    The actor's own state is none, unless the type is one that is done at home.
    """
    claim = sheet.claim(match.token)
    teller = {claim.speaker} if claim is not None and claim.speaker else set()
    skip = {*actor.ids, *_own_states(actor.ids, match, sheet), *teller}
    means = match.used
    if "object" not in match.rule.recipient:  # "massed troops": the troops are no recipient
        skip.update(i for o in match.objects for i in parties_at(o, sheet))
        means = [*match.used, *match.objects]
    outside = [range(s.left, s.right + 1) for s in match.clause.subjects]
    outside += [range(t.i, t.i + 1) for t in means]
    topics = match.gives.type not in sheet.words.meeting_types
    for token in (match.act, *match.objects, match.token):
        if token is not None:
            party = named_under(token, sheet, skip, outside, topics=topics)
            if party:
                party.why = "named under the trigger"
                return party
    return Party()
