"""Finds commitments by rules over grammar, and enters each once however often the article tells it."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from dateline.commitments.actions import action_span, find_condition, find_due
from dateline.commitments.bound import both_sides, is_pair, is_unnamed, speaks_for, spoken_for, subject_party
from dateline.commitments.merging import Entry, enter
from dateline.commitments.undertaken import Told, find_undertaken, willed
from dateline.commitments.words import CommitmentWords
from dateline.events.clause import is_infinitive
from dateline.events.match import Match, Matcher
from dateline.events.parties import Party
from dateline.events.roles import Roles, find_roles, slot_tokens
from dateline.events.rule import Rule, RuleIndex, compile_rules
from dateline.events.sheet import Sheet, Words
from dateline.events.status import StatusWords, find_status
from dateline.events.support import Support, find_support
from dateline.lexicon import Tables
from dateline.record import Commitment, Event, Reading, Sentence, Token

_PATTERNS = ("commitments/rules.toml", "events/operators.toml")
_EVEN_WISHED = {"invitation", "proposal"}  # "I would like to invite you" invites
_POLITICAL = {"GOV", "MIL", "REB", "IGO", "LEG", "OPP", "PTY", "SPY", "JUD"}
_REMEMBERED = {"agreement", "invitation", "promise"}


class Knowledge(msgspec.Struct, frozen=True):
    """What the room has compiled from its tables; `frames`: the rules of what no word of promising tells."""

    index: RuleIndex
    words: Words
    status: StatusWords
    lists: CommitmentWords
    frames: Mapping[str, Rule]

    @classmethod
    def load(cls, tables: Tables) -> Knowledge:
        """From `tables/commitments` and the word lists.  Raises TableError."""
        index = compile_rules(tables, _PATTERNS, ontology="commitments/kinds.toml", parties="commitments/parties.toml")
        frames = {t.head[1:] or "not": r for r in index.rules for t in r.triggers if t.head.startswith("*")}
        return cls(index, Words.load(tables), StatusWords.load(tables), CommitmentWords.load(tables), frames)


def keep_ledger(reading: Reading, known: Knowledge) -> tuple[Commitment, ...]:
    """The commitments of an article, in order of the text."""
    sheet = Sheet(reading, known.words)
    matcher = Matcher(known.index, sheet)
    entries: list[Entry] = []
    before: list[Told] = []
    for sentence in reading.sentences:
        if not sentence.heading:
            for entry in _entries(sentence, sheet, matcher, known, before):
                enter(entry, entries, sheet)
    return tuple(_commitment(e, n, sheet) for n, e in enumerate(entries, 1))


def _entries(sentence: Sentence, sheet: Sheet, matcher: Matcher, known: Knowledge, before: list[Told]) -> list[Entry]:
    found = []
    inner: set[int] = set()  # acts of other commitments: "refused to promise to ..." is one refusal
    tokens = sheet.tokens[sentence.first : sentence.last]
    for token in tokens:
        _mend_infinitive(token, sheet, known)
    matches = [(t, m) for t in tokens if (m := matcher.match(t)) is not None and not m.rule.passes and m.gives.type]
    for token, match in matches:
        if token.i in matcher.ruled_out:
            continue
        entry = _entry(match, sheet, matcher, known, before)
        if entry is not None and token.i not in inner:
            inner.update((token.i, entry.act.i))
            inner.update(t.i for t in tokens if entry.action.start <= t.start < entry.action.end)
            found.append(entry)
            _remember(entry, before)
    if tokens[-1].text == "?":
        return found
    for u in find_undertaken(sentence, sheet, known.lists, inner, before):
        entry = _new(known.frames[u.trigger], u.verb, u.verb, u.roles, u.why, sheet, known)
        inner.update(t.i for t in tokens if entry.action.start <= t.start < entry.action.end)
        found.append(entry)
        _remember(entry, before)
    return sorted(found, key=lambda e: e.action.start)


def _remember(entry: Entry, before: list[Told]) -> None:
    if entry.kind in _REMEMBERED:
        before.append(Told(entry.kind, entry.word.sentence, tuple(entry.roles.actor.ids), tuple(entry.roles.recipient.ids)))


def _mend_infinitive(token: Token, sheet: Sheet, known: Knowledge) -> None:
    """Makes a complement of what the parse took for an adjunct: "threatened on Monday to leave", "ruled out sending"."""
    if token.pos != "VERB":
        return
    if token.lemma in known.lists.gerund_takers:
        edge = max([token.i, *(c.i for c in token.children if c.dep == "prt")])
        sheet.clause(token).complements += [
            c for c in token.children if c.tag == "VBG" and c.dep == "advcl" and c.left == edge + 1
        ]
    if token.lemma not in known.lists.infinitive_takers:
        return
    clause = sheet.clause(token)
    if not clause.complements:
        near = [c for c in token.children if c.dep == "advcl" and c.i > token.i and is_infinitive(c)]
        clause.complements += near[:1]


def _entry(match: Match, sheet: Sheet, matcher: Matcher, known: Knowledge, before: list[Told]) -> Entry | None:
    support = find_support(match.token, sheet) if match.rule.kind == "noun" else None
    carrier = support.verb if support else match.clause.verb
    told = find_status(match.token, carrier, known.status, matcher)
    status, why = told.status, told.why
    kind = match.gives.type
    if match.rule.told is None and (
        status == "negation" or (status in {"hypothetical", "historical"} and not told.promised and kind not in _EVEN_WISHED)
    ):
        return None
    if match.rule.told is None and match.rule.kind == "verb" and willed(match.token, sheet):
        return None  # "will ask Japan for loans", "would order a ceasefire": a promise, if any
    roles = _roles(match, support, sheet, known)
    act = match.token if match.rule.told or not match.rule.act else match.act
    if act is None or roles is None or (match.rule.kind == "noun" and support is None and not _stands_alone(match, roles)):
        return None
    if act.tag in {"WDT", "WP"} and match.token.dep == "relcl":
        act = match.token.head  # "a lease of the island, which the premier rejected": the lease
    if act.pos == "PRON":
        return None  # "my colleague recommends it"
    if not _binds(match, act, roles, sheet, known):
        return None
    if match.rule.modal:
        act = next((c for c in act.children if act.lemma in match.rule.modal and c.dep == "xcomp"), act)
    if match.rule.kind == "adjective" and act.lemma in known.lists.not_undertaken:
        return None  # "ready to be a partner"
    if kind == "acceptance" and not match.rule.act and not _is_invited(roles.actor, before, match.token):
        return None
    if kind == "acceptance" and not roles.recipient:
        roles = Roles(roles.actor, _inviter(roles.actor, before))
    if match.rule.modal and (not roles.recipient or set(roles.recipient.ids) & set(roles.actor.ids)):
        return None
    return _new(match.rule, match.token, act, roles, f"'{match.token.text}'" + (f", {why}" if why else ""), sheet, known)


def _stands_alone(match: Match, roles: Roles) -> bool:
    """Whether a noun without a verb that gives it tells of a word given: "its pledge to", "an offer by X to"."""
    return bool(roles.actor) and any(c.dep in {"det", "poss"} for c in match.token.children)


def _binds(match: Match, act: Token, roles: Roles, sheet: Sheet, known: Knowledge) -> bool:
    """Whether what a rule found is no opinion, forecast or report after all."""
    rule, lists, kind = match.rule, known.lists, match.gives.type
    told = act.tag in {"VBD", "VBZ"} or (act.tag == "VBP" and act.lemma in {"be", "have"})
    told = told or any(c.dep == "aux" and c.lemma in {"be", "do", "have"} for c in act.children)
    if told and act.dep == "ccomp" and match.token.lemma in lists.subjunctive_verbs:
        return False  # "suggested there were billions of spending"
    if sheet.tokens[match.clause.verb.left].lower in lists.askers or (
        kind == "refusal" and act.lemma in lists.comment_verbs
    ):
        return False  # "how far he is willing to go", "declined to say"
    if match.token.lemma in lists.objectless and match.objects is not match.clause.objects and match.clause.objects:
        return False  # "called elections for October"
    if kind == "demand" and not rule.modal and willed(act, sheet):
        return False  # "insists she will release the transcripts": a promise
    if rule.modal and any(c.dep == "neg" or (c.dep == "dobj" and act.lemma in rule.modal) for c in act.children):
        return False  # "should not have to make such choices"
    if rule.id == "agreement-support":
        return len(roles.actor.ids) > 1 or any(h.tag in {"NNS", "PRP"} for h in match.clause.subjects)
    if act.pos == "PROPN" and not act.children and "complement" not in rule.act:
        return False  # "as I promised Vladimir"
    if rule.told:
        return _refuses(match.token, roles.actor, sheet, lists)
    return True


def _refuses(verb: Token, by: Party, sheet: Sheet, lists: CommitmentWords) -> bool:
    """Whether "will not" is told by or of one who decides it: no forecast ("families won't read"), no "won't confirm"."""
    perfect = any(c.dep == "aux" and c.lemma == "have" for c in verb.children)
    if perfect or verb.lemma in lists.not_undertaken or verb.lemma in lists.comment_verbs:
        return False
    own = [sheet.entity(i) for i in by.ids]
    political = any(e.kind in {"state", "organization"} or e.sector in _POLITICAL for e in own)
    statement = sheet.claim(verb)
    if statement is None or statement.class_ != "speech":
        return political
    if statement.kind == "direct" and any(c.dep == "aux" and c.lower in {"would", "'d"} for c in verb.children):
        return False  # "I wouldn't bet on it"
    if speaks_for(statement, by, list(sheet.clause(verb).subjects), lists, sheet):
        return True
    speaker = sheet.entity(statement.speaker) if statement.speaker else None
    return political and (speaker is None or not speaker.country or any(e.country in {None, speaker.country} for e in own))


def _roles(match: Match, support: Support | None, sheet: Sheet, known: Knowledge) -> Roles | None:
    """Who is bound and whom it concerns; None where nobody is, not even a party without a name."""
    roles = find_roles(match, support, sheet, implied=False)
    if roles.actor:
        return roles
    heads = slot_tokens("subject", match, support)
    named = subject_party(heads, known.lists, sheet)
    if named:
        return Roles(named, roles.recipient)
    own = spoken_for(heads, sheet.claim(match.token), known.lists, sheet)
    if own:
        return Roles(own, roles.recipient)
    if is_pair(heads, known.lists):
        both = both_sides(match.token, sheet)
        if both:
            return Roles(both, roles.recipient)
    return roles if is_unnamed(heads, known.lists) else None


def _is_invited(party: Party, before: list[Told], word: Token) -> bool:
    return bool(party) and any(t.kind == "invitation" and word.sentence - t.sentence <= 3 for t in before)


def _inviter(invited: Party, before: list[Told]) -> Party:
    """Who asked somebody who now accepts: whoever invited them last in the article, or nobody."""
    party = Party("who invited")
    told = next((t for t in reversed(before) if t.kind == "invitation" and set(t.to) & set(invited.ids)), None)
    if told is not None:
        party.ids += told.by
    return party


def _new(rule: Rule, word: Token, act: Token, roles: Roles, why: str, sheet: Sheet, known: Knowledge) -> Entry:
    openers = known.lists.condition_openers
    action = action_span(act, openers, sheet, refused=rule.gives.type == "refusal")
    if word.i > act.i and word.start < action.end:  # "the stance promised by the union"
        action = sheet.reading.span_of(sheet.tokens[act.left], sheet.tokens[word.i - 1])
    reading = sheet.reading
    published = reading.article.published.value if reading.article.published else None
    due = find_due(action, sheet.clause(word).verb, reading.times, published, sheet)
    condition = find_condition(act, openers, sheet)
    return Entry(rule, rule.gives.type, word, act, action, roles, due, condition, why, [])


def _commitment(entry: Entry, number: int, sheet: Sheet) -> Commitment:
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


def _event_of(entry: Entry, reading: Reading) -> str | None:
    """The event that tells the same act: its trigger is the word that binds, else a word of the action."""
    here = [e for e in reading.events if e.sentence == entry.word.sentence]
    found: Event | None = next((e for e in here if e.trigger.start <= entry.word.start < e.trigger.end), None)
    found = found or next((e for e in here if entry.action.covers(e.trigger)), None)
    return found.id if found else None
