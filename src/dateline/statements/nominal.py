"""Contents that hang on a noun or an adjective: `the claim that`, `its opposition to`, `was sure that`."""

from __future__ import annotations

from dateline.record import Token
from dateline.statements.clause_shape import clause_kind, is_finite
from dateline.statements.cues import Cue, Words
from dateline.statements.frames import Frame
from dateline.statements.speakers import noun_speaker, subject_of

_NEAR = 4  # tokens from a noun to its preposition: `support in Rome for`
_LINKS = frozenset({"be", "feel", "seem", "remain", "become", "look", "sound", "appear", "get", "grow"})


def read_noun(noun: Token, cue: Cue, words: Words) -> Frame | None:
    """The frame in which a noun that is a cue introduces content."""
    held = noun.dep == "pobj" and noun.head.lower == "in"
    if held and "speech" in cue.frames.values():  # `told reporters in a statement that`: the verb's content
        return None
    found = _noun_clause(noun, cue) or _noun_phrase(noun, cue, words)
    if found is None:
        return None
    light_verbs = words.light_verbs
    found.speaker_known = True
    found.speaker = noun_speaker(noun, light_verbs)
    if held and found.speaker is None:  # `fights on in the hope that`: whose fight it is
        found.speaker = subject_of(noun.head.head) if noun.head.head.pos == "VERB" else None
    if found.speaker is None and found.name != "that":
        return None
    head = noun.head
    if noun.dep == "dobj" and head.lemma in light_verbs and noun.child("poss") is None:
        found.cue = [head, *found.cue]
    return found


def _noun_clause(noun: Token, cue: Cue) -> Frame | None:
    frames = cue.frames
    for c in noun.children:
        if c.i < noun.i or c.dep not in ("acl", "ccomp", "relcl", "appos"):
            continue
        name = clause_kind(c)
        if name == "that" and "that" in frames and is_finite(c) and _is_complement(c):
            return Frame("that", frames["that"], [(c.left, c.right)], [noun])
        if name == "infinitive" and "infinitive" in frames and c.dep in ("acl", "relcl"):
            return Frame("infinitive", frames["infinitive"], [(c.left, c.right)], [noun])
    if "that" in frames and noun.dep in ("dobj", "attr") and noun.head.pos in ("VERB", "AUX"):
        for c in noun.head.children:  # `expressed hope that`: the parser may hang the clause on the verb
            if c.i > noun.i and c.dep in ("ccomp", "advcl") and clause_kind(c) == "that" and is_finite(c):
                return Frame("that", frames["that"], [(c.left, c.right)], [noun])
    return None


def _is_complement(clause: Token) -> bool:
    """Whether `that` only opens the clause: not so in `the threat that smuggling poses`."""
    return any(c.dep == "mark" and c.lower == "that" for c in clause.children)


def _noun_phrase(noun: Token, cue: Cue, words: Words) -> Frame | None:
    if not cue.prepositions:
        return None
    light = noun.dep == "dobj" and noun.head.lemma in words.light_verbs  # `threw its support | behind the rebels`
    for c in (*noun.children, *(noun.head.children if light else ())):
        if noun.i < c.i <= noun.i + _NEAR and c.dep == "prep" and c.lower in cue.prepositions:
            inner = c.child("pobj", "pcomp")
            if inner is not None and inner.i > c.i and inner.lower not in words.days:
                return Frame("preposition", cue.prepositions[c.lower], [(inner.left, c.right)], [noun, c])
    return None


def read_adjective(adjective: Token, cue: Cue) -> Frame | None:
    """The frame in which a predicate adjective (or participle used as one) introduces content."""
    link = _link(adjective)
    if link is None:
        return None
    found = None
    for holder in (adjective, link):
        for c in holder.children:
            if c.i > adjective.i and c is not adjective:
                found = _adjective_frame(c, adjective, cue)
                if found is not None:
                    break
        if found is not None or holder is link:
            break
    if found is None:
        return None
    found.speaker_known = True
    found.speaker = subject_of(link)
    found.cue = [link, *found.cue] if link.i < adjective.i else found.cue
    if found.speaker is None or found.speaker.lower in ("it", "that", "this", "there"):
        return None
    return found


def _link(adjective: Token) -> Token | None:
    """The verb a predicate adjective hangs on; the participle itself where it is parsed as a passive."""
    if adjective.dep in ("acomp", "oprd", "attr") and adjective.head.lemma in _LINKS:
        return adjective.head
    if adjective.dep == "conj" and adjective.head.dep == "acomp" and adjective.head.head.lemma in _LINKS:
        return adjective.head.head
    if adjective.tag == "VBN" and any(c.dep == "auxpass" for c in adjective.children):
        return adjective
    return None


def _adjective_frame(c: Token, adjective: Token, cue: Cue) -> Frame | None:
    frames = cue.frames
    if c.dep in ("ccomp", "xcomp", "advcl"):
        name = clause_kind(c)
        if name == "bare" and not is_finite(c):
            return None
        if c.dep == "advcl" and name != "that":
            return None
        if name in frames and (name == "infinitive" or is_finite(c)):
            return Frame(name, frames[name], [(c.left, c.right)], [adjective])
        return None
    if c.dep == "prep" and c.lower in cue.prepositions:
        inner = c.child("pobj", "pcomp")
        if inner is not None and inner.i > c.i:
            return Frame("preposition", cue.prepositions[c.lower], [(inner.left, c.right)], [adjective, c])
    return None
