"""Tries the frames of a verb in order of worth."""

from __future__ import annotations

from dateline.record import Token
from dateline.statements.clauses import read_clause, read_gerund, read_infinitive, read_mistaken_clause
from dateline.statements.cues import Cue, Words
from dateline.statements.frames import Frame
from dateline.statements.objects import read_evidence, read_naming, read_object, read_preposition, read_stand_in
from dateline.statements.passives import read_passive
from dateline.statements.speakers import is_passive


def read_verb(verb: Token, cue: Cue, known: Words) -> Frame | None:
    """The frame in which a verb that is a cue introduces content, or None where it introduces none."""
    with_word, particle = with_particle(verb, cue)
    if particle is not None:
        found = _read(verb, with_word, [verb, particle], known)
        if found is not None or particle.dep != "prep":
            return found
    return _read(verb, cue, [verb], known)


def _read(verb: Token, cue: Cue, words: list[Token], known: Words) -> Frame | None:
    found = read_passive(verb, cue, words) if is_passive(verb) else _active(verb, cue, words, known)
    if found is not None and found.name in ("object", "object-for"):
        found.needs_person = "by-person" in cue.frames
    return found


def _active(verb: Token, cue: Cue, words: list[Token], known: Words) -> Frame | None:
    return (
        read_clause(verb, cue, words)
        or read_mistaken_clause(verb, cue, words)
        or read_infinitive(verb, cue, words)
        or read_naming(verb, cue, words)
        or read_gerund(verb, cue, words)
        or read_evidence(verb, cue, words, known)
        or read_object(verb, cue, words, known)
        or read_preposition(verb, cue, words, known)
        or read_stand_in(verb, cue, words, known)
    )


def with_particle(verb: Token, cue: Cue) -> tuple[Cue, Token | None]:
    """The entry of the verb with its particle (`point out`) where the table has one and the text too."""
    if cue.particles:
        for c in verb.children:
            if c.dep in ("prt", "advmod", "prep", "acomp", "oprd", "ccomp") and c.lower in cue.particles and c.i > verb.i:
                return cue.particles[c.lower], c
    return cue, None
