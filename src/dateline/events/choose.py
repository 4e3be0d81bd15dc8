"""Which of a sentence's drafts are politics, which one is it about, and which tell the same act twice."""

from __future__ import annotations

import msgspec

from dateline.events.domains import Matter, takes
from dateline.events.draft import Draft
from dateline.events.match import Matcher
from dateline.events.roles import Roles
from dateline.events.salience import MAIN, PROMOTED
from dateline.events.sheet import Sheet
from dateline.record import Considered, Entity

_MOST_MAIN = 2  # a sentence rarely has more than one main event, hardly ever more than two


def political(drafts: list[Draft], matters: list[Matter], sheet: Sheet, matcher: Matcher) -> list[Draft]:
    """The drafts that no other matter takes; those taken are kept among what was considered."""
    kept: list[Draft] = []
    for draft in drafts:
        roles = draft.roles
        actors, recipients = ([_standing(sheet.entity(i)) for i in side.ids] for side in roles)
        acted = bool(roles.actor or draft.match.clause.subjects)
        taken = next((m for m in matters if takes(m, draft.coded.type, actors, recipients, acted=acted)), None)
        if taken is None:
            kept.append(draft)
            continue
        token = draft.match.token
        missing = f"politics: it speaks of {taken.domain.name} ({', '.join(taken.words)})"
        span = sheet.reading.span_of(token, token)
        matcher.considered.append(
            Considered(rule=draft.match.rule.id, trigger=span, sentence=token.sentence, missing=missing)
        )
    return kept


def _standing(entity: Entity) -> str:
    return entity.sector or entity.kind


def asks_another(draft: Draft, sheet: Sheet) -> bool:
    """Whether somebody asks another public party; what one's own state or people must do is a plan or advice, no request.

    At home a government can be asked by others, else only for what is coded itself: "said the premier must resign".
    """
    roles, act = draft.roles, draft.match.act_match
    if not (roles.actor and roles.recipient):
        return False
    asking = [sheet.entity(i) for i in roles.actor.ids]
    asked = [sheet.entity(i) for i in roles.recipient.ids]
    if {e.country for e in asking} & {e.country for e in asked} - {None}:
        governed = all(e.sector == "GOV" for e in asked) and all(e.sector != "GOV" for e in asking)
        return (governed or act is not None) and all(e.kind != "state" for e in asked)
    return any(e.country or e.sector in sheet.words.ruling_sectors for e in asked)


def choose(drafts: list[Draft], sheet: Sheet) -> list[tuple[Draft, str]]:
    """Drafts in order of salience; what tells the same act twice is told once."""
    drafts = sorted(drafts, key=lambda d: (d.rank, d.match.token.i))
    kept: list[Draft] = []
    for draft in drafts:
        twin = next((k for k in kept if _same_act(k, draft)), None)
        if twin is None:
            kept.append(draft)
        else:
            _merge(twin, draft)
    named = [d for d in kept if _counts(d, sheet)]
    main = [d for d in named if d.rank <= MAIN][:_MOST_MAIN]
    if not main:
        main = [d for d in named if d.status != "hypothetical" and d.rank <= PROMOTED][:1]
    chosen = {id(d) for d in main}
    return [(d, "main") for d in main] + [(d, "side") for d in kept if id(d) not in chosen]


def _counts(draft: Draft, sheet: Sheet) -> bool:
    """Whether an event can be what a sentence is about: somebody with a public part in it, and an author for mere words."""
    if not draft.roles.actor and draft.coded.type in sheet.words.authored_types:
        return False
    actors = [sheet.entity(i) for i in draft.roles.actor.ids]
    if draft.coded.type in sheet.words.armed_types and not _bears_arms(actors, sheet):
        return False
    recipients = [sheet.entity(i) for i in draft.roles.recipient.ids]
    if draft.coded.type in sheet.words.public_doer_types and actors and all(_is_nobody(e, sheet) for e in actors):
        return False
    if draft.coded.type in sheet.words.meeting_types and recipients and all(_is_nobody(e, sheet) for e in recipients):
        return False  # "spoke to reporters", "addressed a crowd"
    parties = [*actors, *recipients]
    private = sheet.words.private_sectors
    if any(e.kind == "state" or (e.sector is not None and e.sector not in private) for e in parties):
        return True
    bodily = draft.coded.type in sheet.words.bodily_types
    return bodily and any(e.sector is not None and (e.kind == "group" or e.country) for e in parties)


def _is_nobody(entity: Entity, sheet: Sheet) -> bool:
    """Whether a party is plain people, or somebody of whom no part is known."""
    return entity.kind != "state" and (entity.sector is None or entity.sector in sheet.words.plain_sectors)


def _bears_arms(actors: list[Entity], sheet: Sheet) -> bool:
    """Whether one of the actors can mobilize; an unnamed one may."""
    return not actors or any(e.kind == "state" or e.sector in sheet.words.armed_sectors for e in actors)


def _merge(twin: Draft, draft: Draft) -> None:
    """What the second telling adds: "accepted an invitation and promised to visit"."""
    recipient = twin.roles.recipient
    if len(twin.roles.actor.ids) < 2:  # several who meet have no recipient, whatever the visit was to
        recipient = recipient or draft.roles.recipient
    twin.roles = Roles(twin.roles.actor or draft.roles.actor, recipient)
    empty = twin.coded.act is None or twin.coded.act.type == twin.coded.type  # "accepted an invitation": to what?
    if empty and draft.coded.act is not None:
        twin.coded = msgspec.structs.replace(twin.coded, act=draft.coded.act)


def _same_act(a: Draft, b: Draft) -> bool:
    if a.coded.type != b.coded.type:
        return False
    for x, y in ((a.roles.actor.ids, b.roles.actor.ids), (a.roles.recipient.ids, b.roles.recipient.ids)):
        if x and y and not set(x) & set(y):
            return False
    return True
