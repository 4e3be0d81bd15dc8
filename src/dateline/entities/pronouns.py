"""Pronouns: he, she, it, they by agreement, place in the clause and nearness; unsure is nobody."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.entities.casting import Casting, Draft
from dateline.record import Token

_SENTENCES_BACK = 3
_OWN = 20  # "Abbott said that Xi had kept his word": the nearest clause's subject
_OBJECT = 27  # "Obama thanked Hollande for his help": the object of such verbs is taken up before the subject


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
        found = _they(c, token)
    else:
        return
    for draft in found:
        if person in {"m", "f"} and not draft.gender:
            draft.gender = person
        c.mention(draft, i, i, i, "pronoun")


def _he(c: Casting, token: Token, gender: str, case: str) -> list[Draft]:
    best: Draft | None = None
    best_score = 0
    shut = clause_subject(token) if case == "obj" else None
    favoured = _favoured(c, token)
    own = clause_subject(token) if case == "poss" and favoured is None else None
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
            if favoured is not None and seen.head == favoured.i:
                score += _OBJECT
            elif own is not None and seen.head == own.i:
                score += _OWN
            if score > best_score:
                best, best_score = draft, score
    return [best] if best is not None else []


def _favoured(c: Casting, token: Token) -> Token | None:
    """The object of a verb like "thank", where the pronoun stands after it in its clause."""
    for above in token.ancestors():
        if above.pos in {"VERB", "AUX"}:
            if above.lemma not in c.know.words["object_bias"]:
                return None
            found = above.child("dobj")
            return found if found is not None and found.i < token.i else None
    return None


def clause_subject(token: Token) -> Token | None:
    """The subject of the verb that governs a token."""
    for above in token.ancestors():
        if above.pos in {"VERB", "AUX"}:
            subject = above.child("nsubj", "nsubjpass")
            if subject is not None and subject.i != token.i:
                return subject
            if above.dep == "xcomp" and (controller := above.head.child("dobj")) is not None and controller.i < above.i:
                return controller  # "urged the president to use his influence"
            if above.dep not in {"xcomp", "conj", "advcl", "pcomp"}:
                return None
    return None


def _antecedents(c: Casting, token: Token) -> Iterator[Token]:
    """Words a pronoun may take up: a favoured object, subjects of the verbs above it, the subject of the sentence before."""
    favoured = _favoured(c, token)
    if favoured is not None:
        yield favoured
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
    speech = c.know.words["speech"]
    if case == "subj" and token.dep not in {"nsubj", "nsubjpass", "dobj", "pobj"}:
        return []
    acts = case != "subj" or (token.dep == "nsubj" and token.head.lemma in speech)
    for word in _antecedents(c, token):
        found = c.by_token.get(word.i)
        if found and len(found) == 1 and found[0].kind == "person":
            continue
        if not found or len(found) > 1 or (found[0].plural and found[0].kind == "group"):
            return []
        # "Moscow said it would not yield": what speaks is somebody, and so is its `it`.
        return [found[0]] if acts or (word.dep == "nsubj" and word.head.lemma in speech) else []
    return []


def _they(c: Casting, token: Token) -> list[Draft]:
    for word in _antecedents(c, token):
        drafts = [d for t in word.conjuncts() for d in c.by_token.get(t.i, ())]
        if len(drafts) == 1 and drafts[0].kind == "person" and not drafts[0].plural:
            continue
        if len(drafts) > 1 or (drafts and (drafts[0].plural or drafts[0].kind in {"organization", "group"})):
            return list(dict.fromkeys(drafts))
        return []
    return []
