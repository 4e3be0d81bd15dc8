"""Who stands at a word: the entities a noun phrase names, describes, or carries in an adjective."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.events.clause import has_own_subject, owners
from dateline.events.sheet import Sheet
from dateline.record import Span, Token


class Party:
    """One side of an event: entity ids in order of the text, and the words that name them."""

    __slots__ = ("ids", "spans", "why")

    def __init__(self, why: str = "") -> None:
        self.ids: list[str] = []
        self.spans: list[Span] = []
        self.why = why

    def add(self, ids: Iterable[str], span: Span) -> None:
        """Adds entities named by one span; each entity counts once."""
        new = [i for i in ids if i not in self.ids]
        if new:
            self.ids += new
            if span not in self.spans:
                self.spans.append(span)

    def __bool__(self) -> bool:
        return bool(self.ids)


def parties_at(token: Token, sheet: Sheet) -> tuple[str, ...]:
    """Ids of the entities whose mention has this token as head, looked through "members of", "a group of"."""
    by_token = sheet.cast.by_token
    for inner in reversed(sheet.look_through(token)):
        found = by_token.get(inner.i)
        if found:
            return tuple(found)
    return sheet.first_person(token)


def speaker_party(token: Token, sheet: Sheet) -> Party:
    """Whoever says the words that hold the token."""
    party = Party("the speaker")
    statement = sheet.claim(token)
    if statement is not None and statement.speaker and statement.speaker_span:
        party.add((statement.speaker,), statement.speaker_span)
    return party


def party_of(tokens: Iterable[Token], sheet: Sheet, *, carried: bool = True) -> Party:
    """The entities at these heads; with `carried` also those in a possessive, adjective or `of` of a head that is none.

    "Moscow's decision angered" -> Moscow; "the Greek move" -> Greece.
    """
    party = Party()
    for token in tokens:
        ids = parties_at(token, sheet)
        if ids:
            party.add(ids, phrase(token, sheet))
            _add_other_homes(token, party, sheet)
        elif carried:
            _add_carried(token, party, sheet)
    return party


def _add_other_homes(token: Token, party: Party, sheet: Sheet) -> None:
    """The other states that people come from: `Bolivia` of "diplomats from Chile and Bolivia"."""
    if token.tag not in {"NNS", "NNPS"}:
        return
    for c in token.children:
        homes = [h for o in c.children if o.dep == "pobj" for h in o.conjuncts()] if c.lower == "from" else []
        for home in homes if len(homes) > 1 else ():
            known = {sheet.entity(i).country for i in party.ids}
            states = [i for i in parties_at(home, sheet) if sheet.entity(i).kind == "state"]
            party.add([i for i in states if sheet.entity(i).country not in known], phrase(home, sheet))


def _add_carried(token: Token, party: Party, sheet: Sheet) -> None:
    for inner in sheet.look_through(token):
        if inner.pos not in {"NOUN", "PROPN", "VERB"}:
            continue
        for owner in owners(inner):
            party.add(parties_at(owner, sheet), phrase(owner, sheet))
        if not party:
            _add_modifiers(inner, party, sheet)
        if not party:
            for c in inner.children:
                if c.dep == "prep" and c.lower in {"of", "from", "by", "between"}:
                    for p in (q for o in c.children if o.dep == "pobj" for q in o.conjuncts()):
                        party.add(parties_at(p, sheet), phrase(p, sheet))


def _add_modifiers(noun: Token, party: Party, sheet: Sheet) -> None:
    for c in noun.children:
        if c.i < noun.i and c.dep in {"amod", "compound", "nmod", "poss"}:
            ids = sheet.cast.by_modifier.get(c.i) or sheet.cast.by_token.get(c.i)
            if ids:
                party.add(ids, sheet.reading.span_of(c, c))
            elif c.children:
                _add_modifiers_of(c, party, sheet)


def _add_modifiers_of(modifier: Token, party: Party, sheet: Sheet) -> None:
    for c in modifier.children:
        ids = sheet.cast.by_modifier.get(c.i)
        if ids:
            party.add(ids, sheet.reading.span_of(c, c))


def modifiers_party(noun: Token, sheet: Sheet) -> Party:
    """The parties in a noun's adjectives and compounds: `US` of "the US attack"."""
    party = Party()
    _add_modifiers(noun, party, sheet)
    return party


def phrase(token: Token, sheet: Sheet) -> Span:
    """The noun phrase of a head without what follows it as clause, apposition, preposition or coordination."""
    first = token
    for c in token.children:
        if c.i < token.i and c.dep not in {"punct", "cc", "preconj", "prep", "relcl", "acl", "advmod"}:
            left = sheet.tokens[c.left]
            if left.i < first.i:
                first = left
    last = token
    for c in token.children:
        if c.i == last.i + 1 and c.dep in {"nummod", "case"} and c.tag != "POS":
            last = c
    return sheet.reading.span_of(first, last)


def named_under(token: Token, sheet: Sheet, skip: set[str], outside: Sequence[range], *, topics: bool = True) -> Party:
    """The first named or described party in a word's subtree that is not to be skipped, with those coordinated with it.

    The last resort.  `outside` are ranges of tokens (subjects, what the trigger itself rests on) that do not count, nor do
    clauses beside it with a subject of their own and what only tells when; without `topics` nor does what is talked about.
    """
    party = Party()
    beside = (c for c in token.children if has_own_subject(c) and _is_beside(c, token))
    outside = [*outside, *(range(c.left, c.right + 1) for c in beside)]
    outside += circumstances(token, sheet)
    for t in sheet.tokens[token.left : token.right + 1]:
        if t.i == token.i or any(t.i in r for r in outside):
            continue
        ids = sheet.cast.by_token.get(t.i) or sheet.cast.by_modifier.get(t.i)
        if not ids or skip.intersection(ids) or (not topics and _is_topic(t, token, sheet)):
            continue
        if t.i not in sheet.cast.by_token:
            party.add(ids, sheet.reading.span_of(t, t))
            return party
        for other in t.conjuncts():
            party.add([i for i in parties_at(other, sheet) if i not in skip], phrase(other, sheet))
        return party
    return party


def _is_beside(clause: Token, trigger: Token) -> bool:
    """Whether a clause tells something beside the trigger's: joined to it, or put before it ("After Oslo spoke, ...")."""
    return clause.dep in {"conj", "parataxis"} or (clause.dep == "advcl" and clause.i < trigger.i)


def _is_topic(inner: Token, outer: Token, sheet: Sheet) -> bool:
    """Whether a word stands below "on", "about" or a purpose: "talks *on Zimbabwe*", "met *to elect a king*"."""
    for above in inner.ancestors():
        if above.i == outer.i:
            return False
        if above.dep == "advcl":
            return True
        if above.pos == "ADP" and above.lower in sheet.words.topic_prepositions:
            return True
    return False


def circumstances(token: Token, sheet: Sheet) -> list[range]:
    """What only tells when or amid what it happened: "imposed a curfew *after clashes between two gangs*"."""
    return [
        range(c.left, c.right + 1)
        for c in sheet.tokens[token.left : token.right + 1]
        if c.i > token.i and c.dep in {"prep", "mark", "advcl"} and _is_circumstance(c, sheet)
        for c in ((c.head,) if c.dep == "mark" else (c,))
        if c is not token
    ]


def _is_circumstance(word: Token, sheet: Sheet) -> bool:
    return word.lower in sheet.words.circumstance_words
