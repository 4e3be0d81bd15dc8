"""Pronouns: he, she, it, they by agreement, place in the clause and nearness; unsure is nobody."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.entities.casting import Casting, Draft
from dateline.record import Token

_SENTENCES_BACK = 3


def cast_pronoun(c: Casting, i: int) -> None:
    """The mention that a pronoun gives, where its antecedent is plain."""
    value = c.know.words["pronoun"].get(c.keys[i], "")
    person, _, case = value.partition(" ")
    token = c.tokens[i]
    if person in {"m", "f"}:
        found = _he(c, token, person, case)
    elif person == "n":
        found = _it(c, token, case)
    elif person == "pl":
        found = _they(c, token, case)
    else:
        return
    for draft in found:
        if person in {"m", "f"} and not draft.gender:
            draft.gender = person
        c.mention(draft, i, i, i, "pronoun")


def _he(c: Casting, token: Token, gender: str, case: str) -> list[Draft]:
    best: Draft | None = None
    best_score = 0
    shut = _clause_subject(token) if case in {"obj"} else None
    for order, seen in enumerate(reversed(c.seen)):
        back = token.sentence - seen.sentence
        if back > _SENTENCES_BACK or order > 60:
            break
        for draft in seen.drafts:
            if draft.kind != "person" or draft.plural or (draft.gender and draft.gender != gender):
                continue
            if shut is not None and seen.head == shut.i:
                continue
            score = 100 - 30 * back + seen.weight - 2 * order + (6 if draft.gender else 0)
            if score > best_score:
                best, best_score = draft, score
    return [best] if best is not None else []


def _clause_subject(token: Token) -> Token | None:
    """The subject of the verb that governs a token."""
    for above in token.ancestors():
        if above.pos in {"VERB", "AUX"}:
            subject = above.child("nsubj", "nsubjpass")
            if subject is not None and subject.i != token.i:
                return subject
            if above.dep not in {"xcomp", "conj", "advcl", "pcomp"}:
                return None
    return None


def _subjects_before(c: Casting, token: Token) -> Iterator[Token]:
    """Subjects a pronoun may take up: of the verbs above it, then of the sentence before."""
    for above in token.ancestors():
        if above.pos in {"VERB", "AUX"}:
            subject = above.child("nsubj", "nsubjpass")
            before = subject is not None and subject.i < token.i
            if subject is not None and before and (subject.pos != "PRON" or subject.i in c.by_token):
                yield subject
    if token.sentence > 0:
        root = c.reading.sentences[token.sentence - 1].root
        subject = root.child("nsubj", "nsubjpass")
        if subject is not None:
            yield subject


def _it(c: Casting, token: Token, case: str) -> list[Draft]:
    if case == "subj" and token.dep not in {"nsubj", "nsubjpass", "dobj", "pobj"}:
        return []
    if case == "subj" and token.dep == "nsubj" and token.head.lemma not in c.know.words["speech"]:
        return []
    for subject in _subjects_before(c, token):
        found = c.by_token.get(subject.i)
        if not found or len(found) > 1:
            return []
        draft = found[0]
        return [draft] if draft.kind != "person" and not (draft.plural and draft.kind == "group") else []
    return []


def _they(c: Casting, token: Token, case: str) -> list[Draft]:
    for subject in _subjects_before(c, token):
        drafts = [d for t in subject.conjuncts() for d in c.by_token.get(t.i, ())]
        if not drafts:
            return []
        if len(drafts) > 1 or drafts[0].plural or drafts[0].kind in {"organization", "group"}:
            return list(dict.fromkeys(drafts))
        return []
    return []
