"""Commitments without a word for them: "Kenya said it would withdraw", "We will rebuild", "under the deal X will".

Looked for in what stands under "will", "would", "is to", "is going to"; who says so, and in what frame, decides the kind.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dateline.commitments.bound import speaker_itself, speaks_for, spoken_for, subject_party
from dateline.commitments.words import CommitmentWords
from dateline.events.clause import Clause, find_subjects, is_infinitive, is_passive
from dateline.events.parties import Party, party_of
from dateline.events.roles import Roles
from dateline.events.sheet import Sheet
from dateline.record import Sentence, Statement, Token

_SPEAKING = {"speech"}
_MUSTS = {"must"}
_HAVE = {"have", "has"}  # "they have to leave"


class Told(NamedTuple):
    """A deal, promise or invitation that stood before in the article: its sentence, who is bound, whom it concerns."""

    kind: str
    sentence: int
    by: tuple[str, ...]
    to: tuple[str, ...]


class Undertaken(NamedTuple):
    """A verb that somebody says they will do: the kind (a trigger of the rules: will, terms, come, threat, must, not)."""

    trigger: str
    verb: Token
    roles: Roles
    why: str


class Willed(NamedTuple):
    """A verb under "will", "would", "is to" or "going to", and which of them."""

    verb: Token
    form: str
    refused: bool


def find_undertaken(
    sentence: Sentence, sheet: Sheet, words: CommitmentWords, inner: set[int], before: Sequence[Told]
) -> Iterator[Undertaken]:
    """The commitments of a sentence that no word of promising tells; `inner`: tokens of those already found."""
    terms = _terms(sentence, sheet, words)
    for token in sheet.tokens[sentence.first : sentence.last]:
        if token.pos not in {"VERB", "AUX"} or token.i in inner:
            continue
        under = willed(token, sheet)
        found = _judge(under, terms, sheet, words, before) if under else _must(token, sheet, words, terms=terms)
        if found is not None:
            yield found


def willed(verb: Token, sheet: Sheet) -> Willed | None:
    """Whether a verb stands under "will", "would", "is to" or "is going to", by itself or through coordination."""
    future = sheet.words.future_auxiliaries
    negated = any(c.dep == "neg" for c in verb.children) or _no_subject(verb)
    if any(c.dep == "aux" and c.lemma == "have" for c in verb.children):
        return None  # "would have sent troops"
    for c in verb.children:
        if c.dep == "aux" and c.i < verb.i and (c.lemma in future or c.lower in future):
            return Willed(verb, "would" if c.lower in {"would", "'d"} else "will", negated)
    head = verb.head
    if not is_infinitive(verb) or head is verb or verb.dep not in {"xcomp", "ccomp"} or head.i > verb.i:
        if verb.dep == "conj" and verb.i > head.i and _goes_on(verb):
            first = willed(head, sheet) if head.pos == "VERB" else None
            return None if first is None else Willed(verb, first.form, first.refused or negated)
        return None
    if any(c.dep in {"acomp", "attr", "expl"} for c in head.children):
        return None  # "it is impossible to ignore"
    no = negated or any(c.dep == "neg" for c in head.children)
    if head.lower in {"is", "are", "'s", "'re", "was", "were"} and head.pos in {"AUX", "VERB"}:
        return Willed(verb, "were to" if head.lower in {"was", "were"} else "is to", no)
    if head.lower == "going" and any(c.lower in {"is", "are", "'re", "'m", "am", "'s"} for c in head.children):
        return Willed(verb, "will", no)
    return None


def _no_subject(verb: Token) -> bool:
    """ "Not an inch will be given up", "no soldier will be sent"."""
    subjects = [c for c in verb.children if c.dep in {"nsubj", "nsubjpass"}]
    return any(d.lower in {"no", "not"} for s in subjects for d in s.children if d.i < s.i)


def _goes_on(verb: Token) -> bool:
    """A coordinated verb with a subject of its own shared auxiliaries do not reach."""
    return verb.tag == "VB" and not any(c.dep in {"aux", "nsubj", "nsubjpass"} for c in verb.children)


def _terms(sentence: Sentence, sheet: Sheet, words: CommitmentWords) -> bool:
    """Whether a sentence tells the terms of a deal: "under the accord", "in return", "under it"."""
    for t in sheet.tokens[sentence.first : sentence.last]:
        if t.dep != "prep" and t.pos != "ADP":
            continue
        for c in t.children:
            if (
                c.lemma in words.exchanges
                and t.lower == "in"
                and not any(d.dep in {"det", "poss", "amod"} for d in c.children)
            ):
                return True
            if (
                t.lower == "under"
                and t.i - sentence.first < 6
                and (c.lemma in words.deal_nouns or c.lower in {"it", "this"})
            ):
                return True
            if t.lower in words.deal_prepositions and c.lemma in words.deal_nouns and t.i == sentence.first:
                return True
    return False


def _judge(under: Willed, terms: bool, sheet: Sheet, words: CommitmentWords, before: Sequence[Told]) -> Undertaken | None:
    verb = under.verb
    heads = find_subjects(verb)
    clause = sheet.clause(verb)
    passive = is_passive(verb)
    subject = Party() if passive else subject_party(heads, words, sheet)
    if any(
        c.dep in {"mark", "advmod"} and (c.lower in words.condition_openers or c.lower in words.askers)
        for c in verb.children
    ):
        return None  # "whether it will sign"
    if verb.dep in {"relcl", "acl"}:
        return None
    deal = _deal_before(verb, before)
    statement = sheet.claim(verb)
    plain = under.form != "would" or terms
    if plain and (terms or deal) and not under.refused and verb.lemma not in words.not_undertaken:
        of_deal = _of_deal(subject, heads, deal, terms, statement, sheet)
        if of_deal is not None:
            why = "the terms of a deal"
            return Undertaken("terms", verb, Roles(of_deal, _beneficiary(clause, of_deal, sheet)), why)
    if statement is not None and statement.class_ in _SPEAKING:
        return _by_word(under, statement, subject, heads, passive, sheet, words, before)
    if statement is None and passive and under.form != "would":
        return _of_promise(verb, heads, before, sheet, words)
    opens_if = sheet.tokens[sheet.reading.sentences[verb.sentence].first].lower in words.condition_openers
    if statement is None and under.form in {"will", "is to"} and not under.refused and not opens_if:
        return _by_report(under, subject, heads, passive, sheet, words)
    return None


def _of_promise(
    verb: Token, heads: list[Token], before: Sequence[Told], sheet: Sheet, words: CommitmentWords
) -> Undertaken | None:
    """What is to be done with the thing promised just before: "They will be delivered by the end of May"."""
    last = before[-1] if before else None
    if (
        last is None
        or last.kind != "promise"
        or not last.by
        or verb.sentence - last.sentence > 1
        or verb.lemma not in words.deeds
    ):
        return None
    if not heads or not any(h.lower in {"they", "it", "these"} for h in heads):
        return None
    party = Party("whoever promised it")
    party.add(last.by, sheet.reading.span_of(heads[0], heads[0]))
    return Undertaken("will", verb, Roles(party, Party()), "of what was promised before")


def _deal_before(verb: Token, before: Sequence[Told]) -> Told | None:
    for told in reversed(before):
        if told.kind == "agreement" and 0 <= verb.sentence - told.sentence <= 2:
            return told
    return None


def _of_deal(
    subject: Party, heads: list[Token], deal: Told | None, terms: bool, statement: Statement | None, sheet: Sheet
) -> Party | None:
    """Who is bound by a term of a deal: its own subject, or for things and passives the parties of the deal."""
    if statement is not None and not terms:
        return None
    if subject:
        bound = {sheet.entity(i).country or i for i in (*(deal.by if deal else ()), *(deal.to if deal else ()))}
        own = {sheet.entity(i).country or i for i in subject.ids}
        return subject if terms or own & bound else None
    if deal is None or not heads or any(h.pos == "PRON" for h in heads):
        return None
    party = Party("the parties of the deal")
    span = sheet.reading.span_of(heads[0], heads[0]) if heads else None
    if span is not None:
        party.add(deal.by, span)
    return party


def _by_word(
    under: Willed,
    statement: Statement,
    subject: Party,
    heads: list[Token],
    passive: bool,
    sheet: Sheet,
    words: CommitmentWords,
    before: Sequence[Told],
) -> Undertaken | None:
    """What somebody says will be done: by themselves or theirs, or by nobody named where only they can do it."""
    verb = under.verb
    if statement.cue is not None and words.denials & set(statement.cue.text.lower().split()):
        return None  # "denied that it would send troops"
    if statement.kind == "direct" and under.form == "would":
        return None  # "we would be better off": within quotation marks no tense is shifted
    own = Party() if passive else spoken_for(heads, statement, words, sheet) or speaker_itself(heads, statement, sheet)
    if own or (subject and not passive):
        if verb.lemma in words.not_undertaken or not (own or speaks_for(statement, subject, heads, words, sheet)):
            return None
        by = own or subject
    else:
        by = _for_things(verb, statement, heads, passive, sheet, words)
        if not by:
            return None
    if under.refused:
        why = "said that it will not"
        return Undertaken("not", verb, Roles(by, _beneficiary(sheet.clause(verb), by, sheet)), why)
    trigger = "will"
    if _threatens(verb, statement, words, sheet):
        trigger = "threat"
    elif verb.lemma in words.attending and _was_invited(verb, by, before, sheet):
        trigger = "come"
    return Undertaken(trigger, verb, Roles(by, _beneficiary(sheet.clause(verb), by, sheet)), "said that it will")


def _for_things(
    verb: Token, statement: Statement, heads: list[Token], passive: bool, sheet: Sheet, words: CommitmentWords
) -> Party:
    """The speaker, for "the tanks will be delivered by June" told by one who can see to it."""
    party = Party("the speaker, for what is theirs to do")
    if statement.speaker is None or statement.speaker_span is None:
        return party
    speaker = sheet.entity(statement.speaker)
    if speaker.kind != "state" and speaker.sector not in {"GOV", "MIL", "IGO", "REB"}:
        return party
    agent = party_of(sheet.clause(verb).preps.get("by", []), sheet, carried=False) if passive else Party()
    if agent and statement.speaker not in agent.ids:
        return party
    own = any(owner.lower in sheet.words.first_persons for h in heads for owner in h.children if owner.dep == "poss")
    if (
        (passive and verb.lemma in words.deeds | words.threat_acts)
        or (verb.lemma in {"begin", "start", "resume"} and heads)
        or own
    ):
        if any(h.pos == "PRON" and h.lower in {"it", "that", "this", "there"} for h in heads) and not passive:
            return party
        party.add([statement.speaker], statement.speaker_span)
    return party


def _threatens(verb: Token, statement: Statement, words: CommitmentWords, sheet: Sheet) -> bool:
    cue = statement.cue.text.lower().split() if statement.cue else []
    warned = any(w.startswith(c) for w in cue for c in words.threat_cues)
    sentence = sheet.reading.sentences[verb.sentence]
    after = sheet.tokens[verb.i : sentence.last]
    if warned or verb.lemma in words.threat_acts or any(t.lower in words.threat_conditions for t in after):
        return True
    return verb.lemma in words.threat_stops and _if_not(after)


def _if_not(after: Sequence[Token]) -> bool:
    """Whether a condition tells what must not stay away: "will shut the port if wages are not paid"."""
    opened = next((n for n, t in enumerate(after) if t.lower == "if"), None)
    return opened is not None and any(t.dep == "neg" for t in after[opened:])


def _was_invited(verb: Token, by: Party, before: Sequence[Told], sheet: Sheet) -> bool:
    own = {sheet.entity(i).country or i for i in by.ids}
    near = [t for t in before if t.kind == "invitation" and verb.sentence - t.sentence <= 3]
    return any(not t.to or own & {sheet.entity(i).country or i for i in t.to} for t in near)


def _by_report(
    under: Willed, subject: Party, heads: list[Token], passive: bool, sheet: Sheet, words: CommitmentWords
) -> Undertaken | None:
    """What the reporter tells as settled of a state or body: "Norway will send doctors to Mali"."""
    verb = under.verb
    if verb.lemma not in words.deeds or verb.lemma in words.not_undertaken or passive or not subject:
        return None
    kinds = [sheet.entity(i) for i in subject.ids]
    if not any(e.kind == "state" or (e.kind == "organization" and e.sector in {"GOV", "IGO", "MIL"}) for e in kinds):
        return None
    if not sheet.clause(verb).objects and not sheet.clause(verb).complements:
        return None
    return Undertaken("will", verb, Roles(subject, _beneficiary(sheet.clause(verb), subject, sheet)), "told as settled")


def _must(verb: Token, sheet: Sheet, words: CommitmentWords, *, terms: bool) -> Undertaken | None:
    """`"They must leave," he said`: a demand of the speaker on somebody else; "under the deal, it must": a term."""
    musts = any(c.dep == "aux" and c.lemma in _MUSTS and c.i < verb.i for c in verb.children)
    has_to = verb.dep == "xcomp" and verb.head.lower in _HAVE and is_infinitive(verb)
    musts = musts or has_to
    if not musts or verb.lemma in {"be", "have"}:
        return None
    heads = find_subjects(verb)
    bound = subject_party(heads, words, sheet) if terms and not is_passive(verb) else Party()
    if bound:
        return Undertaken("terms", verb, Roles(bound, Party()), "the terms of a deal")
    statement = sheet.claim(verb)
    if statement is None or statement.speaker is None or statement.speaker_span is None or statement.class_ not in _SPEAKING:
        return None
    target = party_of(heads, sheet, carried=False)
    people = any(h.lower in {"they", "you", "he", "she"} for h in heads)
    if has_to and (any(h.lower == "you" for h in heads) or not _is_public(statement.speaker, sheet)):
        return None  # "you have to pay a penalty"
    if statement.speaker in target.ids or not (target or people) or any(h.lower in {"we", "i"} for h in heads):
        return None
    by = Party("the speaker")
    by.add([statement.speaker], statement.speaker_span)
    return Undertaken("must", verb, Roles(by, target), "says that it must")


def _is_public(entity_id: str, sheet: Sheet) -> bool:
    """Whether somebody speaks for a state or a body that can ask something of others."""
    speaker = sheet.entity(entity_id)
    return speaker.kind == "state" or speaker.sector in {"GOV", "MIL", "IGO", "LEG", "OPP", "REB", "PTY"}


def _beneficiary(clause: Clause, subject: Party, sheet: Sheet) -> Party:
    for tokens in (clause.dative, clause.preps.get("to", []), clause.preps.get("for", []), clause.objects):
        party = party_of(tokens, sheet, carried=False)
        if party and not set(party.ids) & set(subject.ids):
            return party
    return Party()
