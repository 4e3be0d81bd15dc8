"""Parties that a text need not name: the state a protest is aimed at, the country whose town is shelled."""

from __future__ import annotations

from dateline.events.match import Match
from dateline.events.parties import Party
from dateline.events.roles import Roles
from dateline.events.sheet import Sheet

_AT_HOME = {"PROTEST", "COERCE", "REQUEST"}  # aimed at, or done in, the actor's own country unless the text says otherwise
_ON_GROUND = {"PROTEST", "COERCE", "ASSAULT", "MOBILIZE", "SANCTION"}  # the country of the ground it happens on


def fill_recipient(roles: Roles, name: str, match: Match, sheet: Sheet) -> Roles:
    """The roles, with an implied recipient where there is none and the article names that state."""
    if roles.recipient or not match.rule.recipient or not roles.actor:
        return roles
    if name in _ON_GROUND:
        for ground in _grounds(match, sheet):
            state = sheet.state_of(ground)
            if state and state not in roles.actor.ids:
                return Roles(roles.actor, _implied(state, "the country it happens in"))
    if name in _AT_HOME:
        for actor in roles.actor.ids:
            country = sheet.entity(actor).country
            state = sheet.state_of(country) if country else None
            if state and state not in roles.actor.ids:
                return Roles(roles.actor, _implied(state, "the actor's own country"))
    return roles


def _implied(state: str, why: str) -> Party:
    party = Party(why)
    party.ids.append(state)
    return party


def _grounds(match: Match, sheet: Sheet) -> list[str]:
    """Countries of the places under the trigger, in order."""
    found = []
    for i in range(match.token.left, match.token.right + 1):
        place = sheet.place_at.get(i)
        if place is not None:
            country = sheet.reading.places[int(place[1:]) - 1].country
            if country:
                found.append(country)
    return found
