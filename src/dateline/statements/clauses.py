"""Clauses that grammar hangs on a verb: with `that`, bare, with a question word, infinitives, gerunds.

Each function looks for one frame and gives the runs of tokens that are its content.
"""

from __future__ import annotations

from dateline.record import Token
from dateline.statements.clause_shape import FINITE, clause_kind, first_word, is_finite, is_to_infinitive
from dateline.statements.cues import Cue
from dateline.statements.frames import Frame, Run
from dateline.statements.speakers import own_subject


def read_clause(verb: Token, cue: Cue, words: list[Token]) -> Frame | None:
    """`said that ...`, `said ...`, `asked whether ...`, all to the right of the verb."""
    frames = cue.frames
    for c in (*verb.children, *(x for w in words[1:] for x in w.children)):
        if c.dep not in ("ccomp", "advcl", "xcomp") or c.i < verb.i or c in words:
            continue
        name = clause_kind(c)
        if c.dep == "advcl" and name != "that" and not (name == "wh" and "if" in frames and c.left > verb.i):
            continue
        if name == "infinitive" or (name == "bare" and not is_finite(c) and not _gerund_subject(c)):
            continue
        if name == "bare" and c.dep == "xcomp" and not _gerund_subject(c):
            continue
        if name not in frames:
            continue
        if name == "that" and c.dep == "advcl" and not _has_that(c):
            continue
        found = Frame(name, frames[name], _round_cue(verb, c), words)
        between = _between(verb, c)
        found.addressee = between
        return found
    return _clause_behind_phrase(verb, cue, words)


def _gerund_subject(clause: Token) -> bool:
    """`said lifting the ban would help`: the parser makes the subject `lifting` the content and the rest its object."""
    return (
        clause.tag == "VBG" and clause.i == clause.left and any(c.dep == "ccomp" and is_finite(c) for c in clause.children)
    )


def _clause_behind_phrase(verb: Token, cue: Cue, words: list[Token]) -> Frame | None:
    """`said in a letter that ...`: the parser may hang the clause on the letter."""
    if "that" not in cue.frames:
        return None
    for p in verb.children:
        if p.i < verb.i:
            continue
        if p.dep == "prep":
            holder = p.child("pobj", "pcomp")
        else:  # `told the BBC's morning programme that ...`
            holder = p if p.dep in ("dobj", "dative") and "addressee" in cue.frames else None
        clause = _that_clause_within(holder, p) if holder is not None else None
        if clause is not None:
            found = Frame("that", cue.frames["that"], [(clause.left, clause.right)], words)
            found.addressee = holder if p.dep != "prep" else None
            return found
    return None


def _that_clause_within(holder: Token, phrase: Token) -> Token | None:
    """The clause with `that` that ends a phrase: on its noun, or deeper (`said after meeting him on Monday that ...`)."""
    level = [holder]
    for _ in range(4):
        for c in (c for t in level for c in t.children):
            if c.dep not in ("relcl", "acl", "ccomp", "advcl") or c.i < phrase.i or c.right != phrase.right:
                continue
            first, subject = first_word(c), own_subject(c)
            if first.lower == "that" and subject is not None and subject.lower != "that" and first.i == c.left:
                return c
        if holder.pos != "VERB":
            return None
        level = [c for t in level for c in t.children if c.dep in ("dobj", "prep", "pobj", "npadvmod") and c.i > phrase.i]
    return None


def read_mistaken_clause(verb: Token, cue: Cue, words: list[Token]) -> Frame | None:
    """A clause whose subject the parser took for an object: `observed that the date of the vote coincided with ...`.

    Only where the words say so: `that` follows at once, or the cue can have no object.
    """
    thing = verb.child("dobj")
    if thing is None or thing.left < verb.i or cue.frames.get("bare") != "speech":
        return None
    first = first_word(thing)
    that = first.i == verb.i + 1 and first.lower == "that" and first.tag == "IN"
    that = that or any(c.i == verb.i + 1 and c.lower == "that" and c.tag == "IN" for c in verb.children)
    if not that and ("object" in cue.frames or "addressee" in cue.frames or first.i != verb.i + 1 or thing.tag == "PRP"):
        return None
    if not that and not any(_tells(c) for c in (*verb.children, *thing.children) if c.i > thing.i):
        return None
    right = max(c.right for c in verb.children if c.dep != "punct" or c.i == verb.i)
    return Frame("that" if that else "bare", cue.frames["bare"], [(verb.i + 1, max(right, thing.right))], words)


def _tells(clause: Token) -> bool:
    """Whether a clause after a noun has a finite verb and no subject of its own: it is the noun's predicate."""
    if clause.dep not in ("conj", "acl", "relcl", "ccomp", "advcl", "dep"):
        return False
    finite = clause.tag in ("VBD", "VBP", "VBZ") or any(
        c.dep in ("aux", "auxpass") and c.tag in FINITE for c in clause.children
    )
    return (
        finite
        and own_subject(clause) is None
        and not any(c.dep in ("mark", "cc") for c in clause.children if c.i < clause.i)
    )


def _round_cue(verb: Token, clause: Token) -> list[Run]:
    """The runs of a clause, two where it begins before its cue: `which | Rome says | will be late`."""
    if clause.left > verb.i:
        return [(clause.left, clause.right)]
    subject = own_subject(verb)
    edge = subject.left if subject is not None and clause.left < subject.left < verb.i else verb.i
    return [(clause.left, edge - 1), (verb.i + 1, clause.right)]


def _has_that(clause: Token) -> bool:
    first = clause.children[0] if clause.children else clause
    return first.lower == "that" and first.dep == "mark"


def _between(verb: Token, clause: Token) -> Token | None:
    """The object between a verb and its clause: who was told."""
    for c in verb.children:
        if verb.i < c.i < clause.left and c.dep in ("dobj", "dative", "iobj"):
            return c.child("pobj") if c.tag in ("IN", "TO") else c
        if verb.i < c.i < clause.left and c.dep == "prep" and c.lower == "to":
            return c.child("pobj")
    return None


def read_infinitive(verb: Token, cue: Cue, words: list[Token]) -> Frame | None:
    """`vowed to stay`, `urged Rome to stay`."""
    frames = cue.frames
    if "infinitive" not in frames and "object-infinitive" not in frames:
        return None
    for c in verb.children:
        if c.i < verb.i or c.dep not in ("xcomp", "ccomp", "advcl") or c.tag not in ("VB", "NN", "NNP", "VBP"):
            continue
        if not is_to_infinitive(c):
            continue
        target = _object_before(verb, c, words)
        if target is not None:
            if "object-infinitive" not in frames or (c.dep == "advcl" and len(words) == 1):
                return None
            return Frame("object-infinitive", frames["object-infinitive"], [(target, c.right)], words)
        if "infinitive" in frames and c.dep != "advcl":
            return Frame("infinitive", frames["infinitive"], [(c.left, c.right)], words)
    return None


def _object_before(verb: Token, clause: Token, words: list[Token]) -> int | None:
    """Where the object of `urged X to` begins: the verb's own, or the subject the parser gave the infinitive."""
    for c in verb.children:
        if verb.i < c.i < clause.i and c.dep in ("dobj", "dative", "iobj"):
            return c.left
        if c in words and c.dep == "prep" and c.right < clause.i and c.child("pobj") is not None:
            return c.i + 1  # `called on Rome to stay`
    subject = own_subject(clause)
    return subject.left if subject is not None and verb.i < subject.i else None


def read_gerund(verb: Token, cue: Cue, words: list[Token]) -> Frame | None:
    """`denied taking bribes`."""
    if "gerund" in cue.frames:
        for c in verb.children:
            torn = c.dep == "advcl" and c.left == words[-1].i + 1  # `ruled out | sending troops`
            if c.i > verb.i and (c.dep in ("xcomp", "ccomp") or torn) and _is_gerund(c):
                return Frame("gerund", cue.frames["gerund"], [(c.left, c.right)], words)
    return None


def _is_gerund(clause: Token) -> bool:
    """`taking bribes`, `having taken bribes`."""
    if clause.tag == "VBG":
        return True
    return clause.tag == "VBN" and any(c.lower == "having" and c.dep == "aux" for c in clause.children)
