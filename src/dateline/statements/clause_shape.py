"""How a clause opens and whether it is finite."""

from __future__ import annotations

from dateline.record import Token
from dateline.statements.speakers import own_subject

_WH_TAGS = frozenset({"WP", "WRB", "WDT", "WP$"})
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})


def clause_kind(clause: Token) -> str:
    """How a clause opens: `that`, `wh`, `infinitive`, `adverbial` (`although ...`) or `bare`."""
    for c in clause.children:
        if c.i > clause.i:
            break
        if c.lower == "that" and c.tag == "IN" and c.i == clause.left:
            return "that"
        if c.dep == "mark":
            if c.lower == "that":
                return "that"
            return "wh" if c.lower in ("whether", "if") else "adverbial"
        if c.dep == "aux" and c.lower == "to":
            return "wh" if _opens_with_wh(clause) else "infinitive"
    return "wh" if _opens_with_wh(clause) else "bare"


def _opens_with_wh(clause: Token) -> bool:
    for c in clause.children:
        if c.i > clause.i:
            return False
        first = c
        while first.left < first.i and first.children and first.children[0].i < first.i:
            first = first.children[0]
        if c.tag in _WH_TAGS or first.tag in _WH_TAGS:
            return True
        if c.dep not in ("punct", "cc", "prep", "advmod"):
            return False
    return clause.tag in _WH_TAGS


def is_finite(clause: Token) -> bool:
    """Whether a clause has a finite verb, its own or an auxiliary."""
    if clause.tag in FINITE:
        return True
    for c in clause.children:
        if c.dep in ("aux", "auxpass") and (c.tag in FINITE):
            return True
    return (
        clause.tag in ("VB", "VBN")
        and own_subject(clause) is not None
        and clause.dep == "ccomp"
        and not is_to_infinitive(clause)
    )


def is_to_infinitive(clause: Token) -> bool:
    """Whether a verb has `to` before it."""
    return any(c.dep == "aux" and c.lower == "to" for c in clause.children)


def first_word(clause: Token) -> Token:
    """The leftmost word of a subtree."""
    word = clause
    while word.left < word.i:
        word = next(c for c in word.children if c.left == word.left)
    return word


def is_present(verb: Token) -> bool:
    """Whether a clause is in the present, which what is told after `said` cannot be by itself."""
    first = next((c for c in verb.children if c.dep in ("aux", "auxpass")), verb)
    return first.tag in ("VBZ", "VBP")


def is_shifted_back(verb: Token) -> bool:
    """Whether a clause has the tense of reported speech: `said it was late, but talks had begun`."""
    first = next((c for c in verb.children if c.dep in ("aux", "auxpass")), None)
    return first is not None and first.lower in ("had", "would", "'d", "could", "might")
