"""What a frame gives: a cue's content before it is trimmed."""

from __future__ import annotations

from dateline.record import Token
from dateline.record.statement import StatementClass
from dateline.statements.draft import Draft
from dateline.statements.speakers import subject_of

Run = tuple[int, int]


class Frame:
    """What a frame found: its name, its class, runs of token numbers, and who speaks or is spoken to where it tells."""

    __slots__ = ("addressee", "class_", "cue", "name", "needs_person", "runs", "speaker", "speaker_known")

    def __init__(self, name: str, class_: StatementClass, runs: list[Run], cue: list[Token]) -> None:
        self.name = name
        self.class_ = class_
        self.runs = runs
        self.cue = cue
        self.speaker: Token | None = None
        self.speaker_known = False
        self.addressee: Token | None = None
        self.needs_person = False


def draft_of(frame: Frame, verb: Token, runs: list[tuple[int, int]], documents: frozenset[str]) -> Draft:
    """The draft of a frame, its runs already turned into characters."""
    speaker = frame.speaker if frame.speaker_known else subject_of(verb, documents)
    return Draft(
        rule=f"verb-{frame.name}",
        class_=frame.class_,
        content=runs,
        cue=frame.cue,
        speaker=speaker,
        addressee=frame.addressee or addressee_of(verb, documents),
        why=f"'{verb.lemma}' ({frame.class_}) licenses the frame '{frame.name}'",
    )


def addressee_of(verb: Token, documents: frozenset[str]) -> Token | None:
    """Who is told by the phrase: `wrote to Guterres`, `said in a letter to the council`."""
    for c in verb.children:
        if c.dep not in ("prep", "dative"):
            continue
        inner = c.child("pobj")
        if inner is None:
            continue
        if c.lower == "to" and c.i > verb.i and inner.pos in ("PROPN", "PRON", "NOUN"):
            return inner
        if c.lower == "in" and inner.lemma in documents:
            to = next((x for x in inner.children if x.dep == "prep" and x.lower == "to"), None)
            if to is not None:
                return to.child("pobj")
    return None
