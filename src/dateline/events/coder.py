"""Codes one article: matches, parties, status, rewrites, setting, salience, sentence by sentence."""

from __future__ import annotations

import msgspec

from dateline.events.acts import Ontology, code
from dateline.events.choose import asks_another, choose, political
from dateline.events.contexts import ContextWords, find_contexts
from dateline.events.defaults import fill_actor, fill_recipient
from dateline.events.domains import Domains, Matters
from dateline.events.draft import Draft
from dateline.events.match import Match, Matcher
from dateline.events.roles import find_roles
from dateline.events.rule import RuleIndex, compile_rules
from dateline.events.salience import find_rank
from dateline.events.settings import Settings
from dateline.events.sheet import Sheet, Words
from dateline.events.sizes import SizeWords, find_size
from dateline.events.status import StatusWords, Told, find_status
from dateline.events.support import find_support
from dateline.lexicon import Tables
from dateline.record import Event, EventFindings, Reading, Sentence, Span


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
            drafts = political(drafts, matters.of(sentence), sheet, matcher)
        for draft, salience in choose(drafts, sheet):
            events.append(_event(draft, salience, len(events) + 1, sentence, sheet, settings, known))
    return EventFindings(events=tuple(events), considered=tuple(matcher.considered))


def _drafts(sentence: Sentence, sheet: Sheet, matcher: Matcher, known: Knowledge) -> list[Draft]:
    """The sentence's events, less those that only complete another ("agreed to *withdraw*", "imposed *sanctions*")."""
    matches = [m for t in sheet.tokens[sentence.first : sentence.last] if (m := matcher.match(t)) is not None]
    drafts = []
    for match in matches:
        if match.rule.passes or not match.gives.type:
            continue
        support = find_support(match.token, sheet) if match.rule.kind == "noun" else None
        draft = Draft(match, support, find_roles(match, support, sheet), find_rank(match, support, sheet, matcher))
        if match.rule.kind == "noun" and support is None:
            draft.rank = max(draft.rank, 1)
        if _tell(draft, sheet, matcher, known):
            drafts.append(draft)
    used = matcher.ruled_out | {t.i for m in matches for t in m.used}
    used |= {d.match.act_match.token.i for d in drafts if d.match.act_match is not None}
    return [d for d in drafts if d.match.token.i not in used]


def _tell(draft: Draft, sheet: Sheet, matcher: Matcher, known: Knowledge) -> bool:
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
    if match.rule.asks_by_modal and not asks_another(draft, sheet):
        return False  # "he said he must go": nobody is asked
    if not draft.roles.actor and draft.coded.type in sheet.words.party_types and _has_other_subject(match):
        return False  # "the job demands patience"
    coded = draft.coded
    threatened = coded.act.type if coded.act and coded.type in sheet.words.threat_types else ""
    draft.roles = fill_recipient(draft.roles, coded.type, threatened, match, sheet)
    draft.roles = fill_actor(draft.roles, f"{coded.type} {coded.mode}", match, sheet)
    return bool(draft.roles.actor or draft.roles.recipient) or draft.coded.type in sheet.words.partyless_types


def _has_other_subject(match: Match) -> bool:
    """Whether an active verb's subject is a thing, not somebody unnamed."""
    subjects = match.clause.subjects if "subject" in match.rule.actor else ()
    return match.rule.kind == "verb" and bool(subjects) and all(t.pos in {"NOUN", "PROPN", "VERB"} for t in subjects)


def _told_by_actor(draft: Draft, sheet: Sheet) -> bool:
    speaker = draft.claimed.speaker if draft.claimed else None
    if speaker is None or speaker in draft.roles.actor.ids:
        return True
    who = sheet.entity(speaker)
    actors = [sheet.entity(i) for i in draft.roles.actor.ids]
    if who.country is None:  # "a rebel spokesman said", "the spokesman, Ram Baral, said"
        return who.sector is None or any(a.sector == who.sector for a in actors)
    return any(a.country in {who.country, None} for a in actors)


def _event(
    draft: Draft, salience: str, number: int, sentence: Sentence, sheet: Sheet, settings: Settings, known: Knowledge
) -> Event:
    match, roles, coded = draft.match, draft.roles, draft.coded
    anchor = draft.support.verb if draft.support else match.clause.verb
    spans = (*roles.actor.spans, *roles.recipient.spans)
    setting = settings.find(anchor, match.token, spans)
    if draft.status == "actual" and setting.long_ago:
        draft.status, draft.status_why = "historical", "its date"
    sectors = [sheet.entity(i).sector or "" for i in (*roles.actor.ids, *roles.recipient.ids)]
    counted = salience == "main" and coded.type in sheet.words.counted_types
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
        size=find_size(sentence, sheet, known.sizes) if counted else None,
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


def _why(draft: Draft, setting: str) -> str:
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
