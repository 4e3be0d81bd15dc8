"""The verb that carries an event noun: `held` of "held talks", `broke out` of "fighting broke out"."""

from __future__ import annotations

from typing import NamedTuple

from dateline.events.clause import find_subjects, is_passive
from dateline.events.sheet import Sheet
from dateline.record import Token


class Support(NamedTuple):
    """The carrying verb, the heads of who does it by way of that verb, and of whom it befalls ("came under attack")."""

    verb: Token
    subjects: tuple[Token, ...]
    patients: tuple[Token, ...] = ()


def find_support(noun: Token, sheet: Sheet) -> Support | None:
    """The support verb of an event noun, looked up through "a round of", coordination and "there was"; None without one."""
    top = _top(noun, sheet)
    head, words = top.head, sheet.words
    if head is top:
        return Support(top, ())  # a headline without a verb
    if top.dep in {"dobj", "oprd"} and head.lemma in words.receiving_verbs:
        return Support(head, tuple(_givers(top, sheet)), tuple(_doers(head, sheet)))
    if top.dep in {"dobj", "oprd"} and head.lemma in words.support_verbs:
        return Support(head, tuple(_doers(head, sheet)))
    if top.dep == "nsubjpass" and head.lemma in words.support_verbs:
        return Support(head, tuple(sheet.clause(head).preps.get("by", ())))
    if top.dep == "nsubj" and head.lemma in words.happen_verbs:
        return Support(head, ())
    if top.dep == "attr" and head.lemma == "be" and any(c.dep == "expl" for c in head.children):
        return Support(head, ())
    if top.dep == "pobj" and head.dep in {"prep", "agent", "acomp"} and noun.lemma not in words.idiom_nouns:
        verb = head.head
        if head.lower == "under" and (verb.lemma in words.befalling_verbs or verb.lemma == "be"):
            return Support(verb, tuple(sheet.clause(verb).preps.get("by", ())), tuple(find_subjects(verb)))
        if verb.lemma in {"be", "remain"} and head.lower in {"in", "on", "at"}:
            return Support(verb, tuple(find_subjects(verb)))
        if verb.lemma in words.entering_verbs and head.lower in {"in", "into", "to", "on"}:
            return Support(verb, tuple(_doers(verb, sheet)))
    return None


def _givers(noun: Token, sheet: Sheet) -> list[Token]:
    """Whom an act is received from: "won the backing of all parties", "received an offer from Oslo"."""
    verb, own = sheet.clause(noun.head).preps, sheet.clause(noun).preps
    return verb.get("from") or own.get("from") or own.get("of") or []


def _doers(verb: Token, sheet: Sheet) -> list[Token]:
    return list(sheet.clause(verb).preps.get("by", ())) if is_passive(verb) else find_subjects(verb)


def _top(noun: Token, sheet: Sheet) -> Token:
    top = noun
    for _ in range(4):
        head = top.head
        if top.dep == "conj":
            top = head
        elif top.dep == "pobj" and head.lower == "of" and head.head.lemma in sheet.words.empty_heads:
            top = head.head
        else:
            break
    return top
