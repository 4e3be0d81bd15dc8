"""Codes one article: matches, parties, status, rewrites, setting, salience, sentence by sentence."""

from __future__ import annotations

import msgspec

from dateline.events.acts import Coded, Ontology, code
from dateline.events.contexts import ContextWords, find_contexts
from dateline.events.defaults import fill_recipient
from dateline.events.domains import Domains, Matter, Matters, takes
from dateline.events.match import Match, Matcher
from dateline.events.roles import Roles, find_roles
from dateline.events.rule import RuleIndex, compile_rules
from dateline.events.salience import MAIN, PROMOTED, find_rank
from dateline.events.settings import Settings
from dateline.events.sheet import Sheet, Words
from dateline.events.sizes import SizeWords, find_size
from dateline.events.status import StatusWords, Told, find_status
from dateline.events.support import Support, find_support
from dateline.lexicon import Tables
from dateline.record import Considered, Entity, Event, EventFindings, Reading, Sentence, Span, Statement
from dateline.record.event import Status

_MOST_MAIN = 2  # a sentence rarely has more than one main event, hardly ever more than two


class Knowledge(msgspec.Struct, frozen=True):
    """Everything the coder has compiled from the tables."""

    index: RuleIndex
    words: Words
    status: StatusWords
    sizes: SizeWords
    contexts: ContextWords
    domains: Domains
    ontology: Ontology

    @classmethod
    def load(cls, tables: Tables) -> Knowledge:
        """Compiles `tables/events`, `tables/ontology` and the word lists.  Raises TableError."""
        return cls(
            compile_rules(tables),
            Words.load(tables),
            StatusWords.load(tables),
            SizeWords.load(tables),
            ContextWords.load(tables),
            Domains.load(tables),
            Ontology.load(tables),
        )


class _Draft:
    """An event before it has its number."""

    __slots__ = ("claimed", "coded", "match", "rank", "roles", "status", "status_why", "support")

    def __init__(self, match: Match, support: Support | None, roles: Roles, rank: int) -> None:
        self.match = match
        self.support = support
        self.roles = roles
        self.rank = rank
        self.status: Status = "actual"
        self.status_why = ""
        self.coded = Coded(match.gives.type, match.gives.mode, None, match.gives.cameo, "actual")
        self.claimed: Statement | None = None


def code_article(reading: Reading, known: Knowledge) -> EventFindings:
    """All events of an article in order of its sentences, a sentence's main event first."""
    sheet = Sheet(reading, known.words)
    matcher = Matcher(known.index, sheet)
    settings = Settings(sheet)
    matters = Matters(sheet, known.domains)
    events: list[Event] = []
    for sentence in reading.sentences:
        if sentence.heading:
            continue
        drafts = _drafts(sentence, sheet, matcher, known)
        if drafts:
            drafts = _political(drafts, matters.of(sentence), sheet, matcher)
        for draft, salience in _choose(drafts, sheet):
            events.append(_event(draft, salience, len(events) + 1, sentence, sheet, settings, known))
    return EventFindings(events=tuple(events), considered=tuple(matcher.considered))


def _drafts(sentence: Sentence, sheet: Sheet, matcher: Matcher, known: Knowledge) -> list[_Draft]:
    """The sentence's events, less those that only complete another ("agreed to *withdraw*", "imposed *sanctions*")."""
    matches = [m for t in sheet.tokens[sentence.first : sentence.last] if (m := matcher.match(t)) is not None]
    drafts = []
    for match in matches:
        if match.rule.passes or not match.gives.type:
            continue
        support = find_support(match.token, sheet) if match.rule.kind == "noun" else None
        draft = _Draft(match, support, find_roles(match, support, sheet), find_rank(match, support, sheet, matcher))
        if match.rule.kind == "noun" and support is None:
            draft.rank = max(draft.rank, 1)
        if _tell(draft, sheet, matcher, known):
            drafts.append(draft)
    used = matcher.ruled_out | {t.i for m in matches for t in m.used}
    used |= {d.match.act_match.token.i for d in drafts if d.match.act_match is not None}
    return [d for d in drafts if d.match.token.i not in used]


def _political(drafts: list[_Draft], matters: list[Matter], sheet: Sheet, matcher: Matcher) -> list[_Draft]:
    """The drafts that no other matter takes; those taken are kept among what was considered."""
    kept: list[_Draft] = []
    for draft in drafts:
        roles = draft.roles
        parties = [sheet.entity(i) for i in (*roles.actor.ids, *roles.recipient.ids)]
        sectors = [e.sector or e.kind for e in parties]
        acted = bool(roles.actor or draft.match.clause.subjects)
        taken = next((m for m in matters if takes(m, draft.coded.type, sectors, acted=acted)), None)
        if taken is None:
            kept.append(draft)
            continue
        token = draft.match.token
        missing = f"politics: it speaks of {taken.domain.name} ({', '.join(taken.words)})"
        span = sheet.reading.span_of(token, token)
        matcher.considered.append(Considered(rule=draft.match.rule.id, trigger=span, sentence=token.sentence, missing=missing))
    return kept


def _tell(draft: _Draft, sheet: Sheet, matcher: Matcher, known: Knowledge) -> bool:
    """Fills status, code and parties; False where the words make no event after all."""
    match = draft.match
    carrier = draft.support.verb if draft.support else match.clause.verb
    told = find_status(match.token, carrier, known.status, matcher)
    if match.rule.told:
        told = Told("actual", "", refused=False, promised=False)
    draft.status_why = told.why
    draft.claimed = sheet.claim(match.token)
    by_actor = _told_by_actor(draft, sheet)
    draft.coded = code(match, told, by_actor, sheet, known.ontology)
    draft.status = draft.coded.status
    if match.rule.asks_by_modal and not _asks_another(draft, sheet):
        return False  # "he said he must go": nobody is asked
    if not draft.roles.actor and draft.coded.type in sheet.words.party_types and _has_other_subject(match):
        return False  # "the job demands patience"
    draft.roles = fill_recipient(draft.roles, draft.coded.type, match, sheet)
    return bool(draft.roles.actor or draft.roles.recipient) or draft.coded.type in sheet.words.partyless_types


def _asks_another(draft: _Draft, sheet: Sheet) -> bool:
    """Whether somebody asks another public party; what one's own state or people must do is a plan or advice, no request.

    At home a government can be asked by others, and else only what is coded itself: "the bishop said the premier must resign".
    """
    roles, act = draft.roles, draft.match.act_match
    if not (roles.actor and roles.recipient):
        return False
    asking = [sheet.entity(i) for i in roles.actor.ids]
    asked = [sheet.entity(i) for i in roles.recipient.ids]
    if {e.country for e in asking} & {e.country for e in asked} - {None}:
        governed = all(e.sector == "GOV" for e in asked) and all(e.sector != "GOV" for e in asking)
        return (governed or act is not None) and all(e.kind != "state" for e in asked)
    return any(e.country or (e.sector is not None and e.sector not in sheet.words.private_sectors) for e in asked)


def _has_other_subject(match: Match) -> bool:
    """Whether an active verb's subject is a thing, not somebody unnamed."""
    subjects = match.clause.subjects
    return match.rule.kind == "verb" and bool(subjects) and all(t.pos in {"NOUN", "PROPN", "VERB"} for t in subjects)


def _told_by_actor(draft: _Draft, sheet: Sheet) -> bool:
    speaker = draft.claimed.speaker if draft.claimed else None
    if speaker is None or speaker in draft.roles.actor.ids:
        return True
    country = sheet.entity(speaker).country
    return country is not None and any(sheet.entity(i).country == country for i in draft.roles.actor.ids)


def _choose(drafts: list[_Draft], sheet: Sheet) -> list[tuple[_Draft, str]]:
    """Drafts in order of salience; what tells the same act twice is told once."""
    drafts = sorted(drafts, key=lambda d: (d.rank, d.match.token.i))
    kept: list[_Draft] = []
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


def _counts(draft: _Draft, sheet: Sheet) -> bool:
    """Whether an event can be what a sentence is about: somebody with a public part in it, and an author for mere words."""
    if not draft.roles.actor and draft.coded.type in sheet.words.authored_types:
        return False
    actors = [sheet.entity(i) for i in draft.roles.actor.ids]
    if draft.coded.type in sheet.words.armed_types and not _bears_arms(actors, sheet):
        return False
    parties = [*actors, *(sheet.entity(i) for i in draft.roles.recipient.ids)]
    private = sheet.words.private_sectors
    if any(e.kind == "state" or (e.sector is not None and e.sector not in private) for e in parties):
        return True
    bodily = draft.coded.type in sheet.words.bodily_types
    return bodily and any(e.sector is not None and (e.kind == "group" or e.country) for e in parties)


def _bears_arms(actors: list[Entity], sheet: Sheet) -> bool:
    """Whether one of the actors can mobilize; an unnamed one may."""
    return not actors or any(e.kind == "state" or e.sector in sheet.words.armed_sectors for e in actors)


def _merge(twin: _Draft, draft: _Draft) -> None:
    """What the second telling adds: "accepted an invitation and promised to visit"."""
    recipient = twin.roles.recipient
    if len(twin.roles.actor.ids) < 2:  # several who meet have no recipient, whatever the visit was to
        recipient = recipient or draft.roles.recipient
    twin.roles = Roles(twin.roles.actor or draft.roles.actor, recipient)
    empty = twin.coded.act is None or twin.coded.act.type == twin.coded.type  # "accepted an invitation": to what?
    if empty and draft.coded.act is not None:
        twin.coded = msgspec.structs.replace(twin.coded, act=draft.coded.act)


def _same_act(a: _Draft, b: _Draft) -> bool:
    if a.coded.type != b.coded.type:
        return False
    for x, y in ((a.roles.actor.ids, b.roles.actor.ids), (a.roles.recipient.ids, b.roles.recipient.ids)):
        if x and y and not set(x) & set(y):
            return False
    return True


def _event(
    draft: _Draft, salience: str, number: int, sentence: Sentence, sheet: Sheet, settings: Settings, known: Knowledge
) -> Event:
    match, roles, coded = draft.match, draft.roles, draft.coded
    anchor = draft.support.verb if draft.support else match.clause.verb
    spans = (*roles.actor.spans, *roles.recipient.spans)
    setting = settings.find(anchor, spans)
    if draft.status == "actual" and setting.long_ago:
        draft.status, draft.status_why = "historical", "its date"
    sectors = [sheet.entity(i).sector or "" for i in (*roles.actor.ids, *roles.recipient.ids)]
    keys = [coded.type, f"{coded.type} {coded.mode}", *(f"act {coded.act.type}" for _ in [0] if coded.act), *sectors]
    return Event(
        id=f"e{number}",
        type=coded.type,
        mode=coded.mode,
        contexts=find_contexts(sentence, keys, sheet, known.contexts),
        cameo=coded.cameo,
        quad=known.ontology.quad(coded.type),
        score=known.ontology.score(coded.type, coded.mode),
        status=draft.status,
        act=coded.act,
        actor=tuple(roles.actor.ids),
        recipient=tuple(roles.recipient.ids),
        place=setting.place,
        time=setting.time,
        trigger=_trigger(match, sheet),
        actor_spans=tuple(roles.actor.spans),
        recipient_spans=tuple(roles.recipient.spans),
        sentence=sentence.number,
        salience=salience,  # type: ignore[arg-type]
        claimed_by=draft.claimed.id if draft.claimed else None,
        size=find_size(sentence, sheet, known.sizes) if salience == "main" else None,
        rule=match.rule.id,
        why=_why(draft, setting.why),
    )


def _trigger(match: Match, sheet: Sheet) -> Span:
    """The trigger word with the particles and prepositions of its phrase that follow straight on."""
    used = {u.i: u for u in match.used if u.dep in {"prt", "prep", "advmod", "compound", "amod"}}
    first = last = match.token
    while last.i + 1 in used:
        last = used[last.i + 1]
    while first.i - 1 in used:
        first = used[first.i - 1]
    return sheet.reading.span_of(first, last)


def _why(draft: _Draft, setting: str) -> str:
    roles = draft.roles
    parts = [f"'{draft.match.token.text}' by rule {draft.match.rule.id}"]
    if roles.actor.why:
        parts.append(f"actor from {roles.actor.why}")
    if roles.recipient.why:
        parts.append(f"recipient from {roles.recipient.why}")
    if draft.status_why:
        parts.append(f"{draft.status} by {draft.status_why}")
    if draft.coded.why:
        parts.append(draft.coded.why)
    if setting:
        parts.append(setting)
    return "; ".join(parts)
