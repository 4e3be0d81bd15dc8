"""Parties that a text need not name: the state protested against, the one whose town is shelled, or that tries somebody."""

from __future__ import annotations

from dateline.events.match import Match
from dateline.events.parties import Party, circumstances
from dateline.events.roles import Roles
from dateline.events.sheet import Sheet


def fill_recipient(roles: Roles, name: str, threatened: str, match: Match, sheet: Sheet) -> Roles:
    """The roles, with an implied recipient where there is none and the article names that state.

    `name` is the event's type, `threatened` that of the act it threatens: who threatens martial law does so at home.
    """
    if roles.recipient or not match.rule.recipient or not roles.actor:
        return roles
    if name in sheet.words.ground_types:
        for state in _grounds(match, sheet):
            if state not in roles.actor.ids:
                return Roles(roles.actor, _implied(state, "the country it happens in"))
    if name in sheet.words.home_types or threatened in sheet.words.home_types:
        for actor in roles.actor.ids:
            if name in sheet.words.asking_types and sheet.entity(actor).sector == "GOV":
                continue  # a government asks nothing of, and yields nothing to, itself
            country = sheet.entity(actor).country
            own = sheet.state_of(country) if country else None
            if own and own not in roles.actor.ids:
                return Roles(roles.actor, _implied(own, "the actor's own country"))
    return roles


def fill_actor(roles: Roles, kind: str, match: Match, sheet: Sheet) -> Roles:
    """The roles, with the state on whose ground somebody is held, tried or searched where nobody is said to do it.

    `kind` is type and mode: "two Poles were arrested in Egypt".
    """
    if roles.actor or not roles.recipient or kind not in sheet.words.ruled_kinds or not match.clause.passive:
        return roles
    if match.clause.subjects:
        return roles  # somebody did it, if nobody known
    for preposition in sorted(sheet.words.ground_prepositions):
        for token in match.clause.preps.get(preposition, ()):
            state = sheet.ground_at(token)
            if state and state not in roles.recipient.ids:
                return Roles(_implied(state, "the country it happens in"), roles.recipient)
    return roles


def _implied(state: str, why: str) -> Party:
    party = Party(why)
    party.ids.append(state)
    return party


def _grounds(match: Match, sheet: Sheet) -> list[str]:
    """States of the places under the trigger, in order."""
    beside = circumstances(match.token, sheet)
    tokens = [t for t in sheet.tokens[match.token.left : match.token.right + 1] if not any(t.i in r for r in beside)]
    return [state for t in tokens if t.i in sheet.place_at and (state := sheet.ground_at(t)) is not None]
