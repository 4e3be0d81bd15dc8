"""Who is bound: the subject, whoever speaks for it, both sides of what was told before, or nobody with a name."""

from __future__ import annotations

from bisect import bisect_left

from dateline.commitments.words import CommitmentWords
from dateline.events.clause import owners
from dateline.events.parties import Party, party_of
from dateline.events.sheet import Sheet
from dateline.record import Span, Statement, Token

_STATE = {"GOV", "MIL"}


def speaks_for(statement: Statement, subject: Party, heads: list[Token], words: CommitmentWords, sheet: Sheet) -> bool:
    """Whether the speaker is the subject, of its government, or an official whose country nobody told."""
    states = [e for e in (sheet.entity(i) for i in subject.ids) if e.kind == "state" or e.sector in _STATE]
    if statement.speaker is None:  # "the African Union will send a mission, it said"
        named = statement.speaker_span.text.split() if statement.speaker_span else []
        kinds = {sheet.entity(i).kind for i in subject.ids}
        return not named or bool(kinds & {"state", "organization"} and _is_spokesperson(named[-1].lower(), words))
    if statement.speaker in subject.ids or _echoes(statement, subject):
        return True
    speaker = sheet.entity(statement.speaker)
    if states and is_unplaced_spokesperson(statement, words, sheet):
        return True
    if any(owner_is(h, statement.speaker, sheet) for h in heads if h.lemma in words.own_bodies):
        return True
    if speaker.country is None:
        return bool(states) and (speaker.sector == "GOV" or _is_spokesperson(speaker.name.rpartition(" ")[2].lower(), words))
    return any(e.country == speaker.country for e in states)


def is_unplaced_spokesperson(statement: Statement, words: CommitmentWords, sheet: Sheet) -> bool:
    """Whether a spokesperson speaks of whom no country is told, whatever place the sentence is about.

    "Ghana will reopen its embassy in Ouagadougou, a spokesman for the foreign ministry said".
    """
    span = statement.speaker_span
    if span is None or statement.speaker is None or sheet.entity(statement.speaker).name[:1].isupper():
        return False
    tokens = tokens_of(span, sheet)
    named = any(t.i in sheet.cast.by_modifier or t.text[:1].isupper() for t in tokens[1:])
    return not named and any(_is_spokesperson(t.lower, words) for t in tokens)


def tokens_of(span: Span, sheet: Sheet) -> list[Token]:
    """The tokens of a span."""
    first = bisect_left(sheet.tokens, span.start, key=lambda t: t.start)
    last = bisect_left(sheet.tokens, span.end, key=lambda t: t.start)
    return list(sheet.tokens[first:last])


def spoken_for(heads: list[Token], statement: Statement | None, words: CommitmentWords, sheet: Sheet) -> Party:
    """Who "the group" or "the army" is in the words of its spokesman: "a spokesman for Hezbollah said the group ..."."""
    party = Party("whom the speaker speaks for")
    if statement is None or statement.speaker_span is None or len(heads) != 1 or heads[0].lemma not in words.own_bodies:
        return party
    if not any(c.lower == "the" for c in heads[0].children):
        return party
    tokens = tokens_of(statement.speaker_span, sheet)
    if any(_is_spokesperson(t.lower, words) for t in tokens):
        for t in tokens:
            ids = sheet.cast.by_token.get(t.i, ())
            if len(ids) == 1 and sheet.entity(ids[0]).kind in {"organization", "group", "state"}:
                party.add(ids, sheet.reading.span_of(t, t))
                break
    return party


def speaker_itself(heads: list[Token], statement: Statement | None, sheet: Sheet) -> Party:
    """The speaker, where an unresolved pronoun in their words is the subject: "the opposition said it would vote"."""
    party = Party("the speaker")
    if statement is None or statement.speaker is None or statement.speaker_span is None or len(heads) != 1:
        return party
    word = heads[0]
    if word.pos != "PRON" or word.i in sheet.cast.by_token or word.lower not in {"it", "they", "he", "she"}:
        return party
    if (sheet.entity(statement.speaker).kind == "person") == (word.lower in {"he", "she"}):
        party.add([statement.speaker], statement.speaker_span)
    return party


def _echoes(statement: Statement, subject: Party) -> bool:
    """Whether the speaker is a pronoun behind the words, for their subject: "the Union will send troops, it said"."""
    span = statement.speaker_span
    told = [c for c in statement.content for s in subject.spans if c.start <= s.start < c.end]
    return bool(span and told and span.text.lower() in {"it", "they"} and span.start > statement.content[0].end)


def _is_spokesperson(word: str, words: CommitmentWords) -> bool:
    return word in words.spokespeople or word.removesuffix("s") in words.spokespeople


def owner_is(noun: Token, entity_id: str, sheet: Sheet) -> bool:
    """Whether a noun is somebody's: "their country" of who speaks."""
    return any(entity_id in party_of([o], sheet).ids for o in owners(noun))


def subject_party(heads: list[Token], words: CommitmentWords, sheet: Sheet) -> Party:
    """The party a subject names; of "their country" or "his army" whose it is, where it names none."""
    party = party_of(heads, sheet, carried=False)
    if not party:  # "the exiled leader Svetlana Tikhanovskaya"
        party = party_of([c for h in heads for c in h.children if c.dep == "appos"], sheet, carried=False)
    if not party:
        party = party_of([h for h in heads if h.lemma in words.own_bodies], sheet)
    return party


def both_sides(token: Token, sheet: Sheet) -> Party:
    """The last two or more parties of different countries told before a word: "the two sides agreed"."""
    party = Party("both sides of what was told before")
    for number in range(token.sentence, max(-1, token.sentence - 4), -1):
        sentence = sheet.reading.sentences[number]
        found = Party()
        for t in sheet.tokens[sentence.first : sentence.last]:
            if t.i < token.i and t.i in sheet.cast.by_token:
                _add_distinct(t, found, sheet)
        for t_ids, span in zip([[i] for i in found.ids], found.spans, strict=False):
            party.add(t_ids, span)
        if len(party.ids) > 1:
            break
    return party if len(party.ids) > 1 else Party()


def _add_distinct(token: Token, found: Party, sheet: Sheet) -> None:
    """Adds a state, its speaker or a body, each country once."""
    countries = {sheet.entity(i).country or i for i in found.ids}
    for i in sheet.cast.by_token[token.i]:
        e = sheet.entity(i)
        political = e.kind == "state" or e.sector in {"GOV", "IGO", "REB", "MIL"}
        if political and (e.country or i) not in countries:
            countries.add(e.country or i)
            found.ids.append(i)
            found.spans.append(sheet.reading.span_of(token, token))


def is_pair(heads: list[Token], words: CommitmentWords) -> bool:
    """Whether a subject is "the two sides", "both", "they"."""
    return any(h.lemma.lower() in words.pair_nouns and (h.tag == "NNS" or h.pos in {"PRON", "NUM", "DET"}) for h in heads)


def is_unnamed(heads: list[Token], words: CommitmentWords) -> bool:
    """Whether a subject is a party without a name: "more than forty countries"."""
    return any(h.lemma.lower() in words.unnamed_parties and h.pos in {"NOUN", "PROPN", "NUM"} for h in heads)
