"""Contents of a verb in the passive."""

from __future__ import annotations

from dateline.record import Token
from dateline.statements.clause_shape import clause_kind, is_finite
from dateline.statements.cues import Cue
from dateline.statements.frames import Frame
from dateline.statements.speakers import agent_of, own_subject


def read_passive(verb: Token, cue: Cue, words: list[Token]) -> Frame | None:
    """`was told that`, `is expected to`, `it was announced that`, `was criticised by Rome for`."""
    frames = cue.frames
    subject = own_subject(verb)
    doer = agent_of(verb)
    found: Frame | None = None
    for c in verb.children:
        if c.i < verb.i:
            continue
        if c.dep in ("ccomp", "xcomp", "advcl"):
            found = _passive_clause(verb, c, cue, words, subject)
            if found is not None:
                break
    if found is None and subject is not None:
        found = _passive_object(verb, cue, words, subject, doer)
    if (
        found is None
        and verb.dep == "acl"
        and doer is not None
        and "object" in frames
        and verb.head.pos in ("NOUN", "PROPN")
    ):
        noun = verb.head
        found = Frame("object", frames["object"], [(noun.left, verb.left - 1)], words)
    if found is not None:
        found.speaker, found.speaker_known = doer, True
    return found


def _passive_clause(verb: Token, clause: Token, cue: Cue, words: list[Token], subject: Token | None) -> Frame | None:
    frames = cue.frames
    name = clause_kind(clause)
    if name == "infinitive":
        for frame in ("raising", "object-infinitive", "infinitive"):
            if frame in frames and subject is not None and clause.dep == "xcomp":
                return Frame(frame, frames[frame], [_plain_run(subject), (clause.left, clause.right)], words)
        return None
    if name in frames and is_finite(clause) and clause.left > verb.i and _plain_passive(verb):
        found = Frame(name, frames[name], [(clause.left, clause.right)], words)
        if subject is not None and "addressee" in frames:
            found.addressee = subject
        return found
    return None


def _plain_run(subject: Token) -> tuple[int, int]:
    """A subject without what a comma adds to it: `The deficit for this year, | which ends in May, | is expected to grow`."""
    comma = next((c for c in subject.children if c.i > subject.i and c.text == ","), None)
    added = comma is not None and any(c.dep in ("relcl", "appos") and c.i > comma.i for c in subject.children)
    return subject.left, comma.i - 1 if comma is not None and added else subject.right


def _plain_passive(verb: Token) -> bool:
    return verb.child("auxpass", "agent", "nsubjpass") is not None or verb.dep == "advcl"


def _passive_object(verb: Token, cue: Cue, words: list[Token], subject: Token, doer: Token | None) -> Frame | None:
    run = (subject.left, subject.right)
    for c in (
        *verb.children,
        *(doer.children if doer is not None else ()),
    ):  # `seen by many as`: the parser may ask the many
        if c.i < verb.i or c.dep != "prep":
            continue
        if c.lower in cue.object_prepositions:
            return Frame("object-for", cue.object_prepositions[c.lower], [run, (c.left, c.right)], words)
        saying = c.child("pcomp")
        if saying is not None and saying.child("ccomp") is not None:
            continue  # `was cited as saying that`: the statement is that of `saying`
        if c.lower == "as" and "as" in cue.frames:
            return Frame("as", cue.frames["as"], [run, (c.left, c.right)], words)
        if c.lower in cue.prepositions:
            inner = c.child("pobj", "pcomp")
            if inner is not None and inner.i > c.i:
                return Frame("preposition", cue.prepositions[c.lower], [(inner.left, c.right)], [*words, c])
    if "object" in cue.frames and (doer is not None or cue.frames["object"] == "speech"):
        return Frame("object", cue.frames["object"], [run], words)
    return None
