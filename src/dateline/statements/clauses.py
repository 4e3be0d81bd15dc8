"""Contents that grammar hangs on a verb: clauses, infinitives, gerunds, objects, prepositional phrases.

Each function looks for one frame and gives the runs of tokens that are its content; `read_verb` tries them in order.
"""

from __future__ import annotations

from dateline.record import Token
from dateline.record.statement import StatementClass
from dateline.statements.cues import Cue, Words
from dateline.statements.draft import Draft
from dateline.statements.speakers import agent_of, is_passive, own_subject, subject_of

Run = tuple[int, int]
_WH_TAGS = frozenset({"WP", "WRB", "WDT", "WP$"})
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})


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


def read_verb(verb: Token, cue: Cue, known: Words) -> Frame | None:
    """The frame in which a verb that is a cue introduces content, or None where it introduces none."""
    with_word, particle = with_particle(verb, cue)
    if particle is not None:
        found = _read(verb, with_word, [verb, particle], known)
        if found is not None or particle.dep != "prep":
            return found
    return _read(verb, cue, [verb], known)


def _read(verb: Token, cue: Cue, words: list[Token], known: Words) -> Frame | None:
    found = _passive(verb, cue, words) if is_passive(verb) else _active(verb, cue, words, known)
    if found is not None and found.name in ("object", "object-for"):
        found.needs_person = "by-person" in cue.frames
    return found


def _active(verb: Token, cue: Cue, words: list[Token], known: Words) -> Frame | None:
    return (
        _clause(verb, cue, words)
        or _mistaken_clause(verb, cue, words)
        or _infinitive(verb, cue, words)
        or _naming(verb, cue, words)
        or _gerund(verb, cue, words)
        or _evidence_object(verb, cue, words, known)
        or _object(verb, cue, words)
        or _preposition(verb, cue, words)
        or _stand_in(verb, cue, words, known)
    )


def with_particle(verb: Token, cue: Cue) -> tuple[Cue, Token | None]:
    """The entry of the verb with its particle (`point out`) where the table has one and the text too."""
    if cue.particles:
        for c in verb.children:
            if c.dep in ("prt", "advmod", "prep") and c.lower in cue.particles and c.i > verb.i:
                return cue.particles[c.lower], c
    return cue, None


def _clause(verb: Token, cue: Cue, words: list[Token]) -> Frame | None:
    """`said that ...`, `said ...`, `asked whether ...`, all to the right of the verb."""
    frames = cue.frames
    for c in verb.children:
        if c.dep not in ("ccomp", "advcl", "xcomp") or c.i < verb.i:
            continue
        name = clause_kind(c)
        if c.dep == "advcl" and name != "that":
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
        if p.dep != "prep" or p.i < verb.i:
            continue
        noun = p.child("pobj")
        for c in noun.children if noun is not None else ():
            if c.dep not in ("relcl", "acl", "ccomp") or c.i < p.i:
                continue
            first = _first_word(c)
            subject = own_subject(c)
            if first.lower == "that" and subject is not None and subject.lower != "that" and first.i == c.left:
                return Frame("that", cue.frames["that"], [(c.left, c.right)], words)
    return None


def _mistaken_clause(verb: Token, cue: Cue, words: list[Token]) -> Frame | None:
    """A clause whose subject the parser took for an object: `observed that the date of the vote coincided with ...`.

    Only where the words say so: `that` follows at once, or the cue can have no object.
    """
    thing = verb.child("dobj")
    if thing is None or thing.left < verb.i or cue.frames.get("bare") != "speech":
        return None
    first = _first_word(thing)
    that = first.i == verb.i + 1 and any(c.i == verb.i + 1 and c.lower == "that" and c.tag == "IN" for c in verb.children)
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
        c.dep in ("aux", "auxpass") and c.tag in _FINITE for c in clause.children
    )
    return (
        finite
        and own_subject(clause) is None
        and not any(c.dep in ("mark", "cc") for c in clause.children if c.i < clause.i)
    )


def _first_word(clause: Token) -> Token:
    word = clause
    while word.left < word.i:
        word = next(c for c in word.children if c.left == word.left)
    return word


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


def clause_kind(clause: Token) -> str:
    """How a clause opens: `that`, `wh`, `infinitive` or `bare`."""
    for c in clause.children:
        if c.i > clause.i:
            break
        if c.lower == "that" and c.tag == "IN" and c.i == clause.left:
            return "that"
        if c.dep == "mark":
            if c.lower == "that":
                return "that"
            if c.lower in ("whether", "if"):
                return "wh"
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
    if clause.tag in _FINITE:
        return True
    for c in clause.children:
        if c.dep in ("aux", "auxpass") and (c.tag in _FINITE):
            return True
    return (
        clause.tag in ("VB", "VBN")
        and own_subject(clause) is not None
        and clause.dep == "ccomp"
        and not _to_infinitive(clause)
    )


def _to_infinitive(clause: Token) -> bool:
    return any(c.dep == "aux" and c.lower == "to" for c in clause.children)


def _infinitive(verb: Token, cue: Cue, words: list[Token]) -> Frame | None:
    """`vowed to stay`, `urged Rome to stay`."""
    frames = cue.frames
    if "infinitive" not in frames and "object-infinitive" not in frames:
        return None
    for c in verb.children:
        if c.i < verb.i or c.dep not in ("xcomp", "ccomp", "advcl") or c.tag not in ("VB", "NN", "NNP", "VBP"):
            continue
        if not _to_infinitive(c):
            continue
        target = _object_before(verb, c)
        if target is not None:
            if "object-infinitive" not in frames or c.dep == "advcl":
                return None
            return Frame("object-infinitive", frames["object-infinitive"], [(target, c.right)], words)
        if "infinitive" in frames and c.dep != "advcl":
            return Frame("infinitive", frames["infinitive"], [(c.left, c.right)], words)
    return None


def _object_before(verb: Token, clause: Token) -> int | None:
    """Where the object of `urged X to` begins: the verb's own, or the subject the parser gave the infinitive."""
    for c in verb.children:
        if verb.i < c.i < clause.i and c.dep in ("dobj", "dative", "iobj"):
            return c.left
        if verb.i + 1 == c.i and c.dep == "prep" and c.right < clause.i and c.child("pobj") is not None:
            return c.i + 1  # `called on Rome to stay`
    subject = own_subject(clause)
    return subject.left if subject is not None and verb.i < subject.i else None


def _naming(verb: Token, cue: Cue, words: list[Token]) -> Frame | None:
    """`called him a liar`, `described the vote as a farce`."""
    frames = cue.frames
    thing = verb.child("dobj")
    if "naming" in frames:
        for c in verb.children:
            if c.i > verb.i and c.dep in ("oprd", "ccomp", "xcomp", "attr") and not is_finite(c) and not _to_infinitive(c):
                left = thing.left if thing is not None and thing.i < c.i else c.left
                if thing is None and c.dep == "oprd":
                    left = min((x.left for x in verb.children if x.i > verb.i and x.dep == "nsubj"), default=left)
                return Frame("naming", frames["naming"], [(left, c.right)], words)
    if "as" in frames and thing is not None and thing.i > verb.i:
        for c in verb.children:
            if c.i > thing.i and (c.lower == "as" or (c.dep == "advcl" and c.children and c.children[0].lower == "as")):
                return Frame("as", frames["as"], [(thing.left, c.right)], words)
    return None


def _gerund(verb: Token, cue: Cue, words: list[Token]) -> Frame | None:
    """`denied taking bribes`."""
    if "gerund" in cue.frames:
        for c in verb.children:
            if c.i > verb.i and c.dep in ("xcomp", "ccomp") and c.tag == "VBG":
                return Frame("gerund", cue.frames["gerund"], [(c.left, c.right)], words)
    return None


def _object(verb: Token, cue: Cue, words: list[Token]) -> Frame | None:
    """`rejected the claim`, `blamed Rome for the delay`."""
    thing = verb.child("dobj")
    if thing is None or thing.i < verb.i:
        return None
    if cue.object_prepositions:
        for c in verb.children:
            if c.i > thing.i and c.dep == "prep" and c.lower in cue.object_prepositions:
                return Frame("object-for", cue.object_prepositions[c.lower], [(thing.left, c.right)], words)
    if (
        "object" not in cue.frames
        or thing.tag in ("PRP$",)
        or (thing.tag == "PRP" and thing.lower.endswith(("self", "selves")))
    ):
        return None
    if "addressee" in cue.frames and thing.pos in ("PROPN", "PRON"):
        return None
    right = thing.right
    for c in verb.children:  # `announced support for`: the parser may hang the phrase on the verb
        if c.i == right + 1 and c.dep in ("prep", "dative") and _belongs(c):
            right = c.right
    return Frame("object", cue.frames["object"], [(thing.left, right)], words)


def _evidence_object(verb: Token, cue: Cue, words: list[Token], known: Words) -> Frame | None:
    """`The poll shows Meloni leading`, `figures show a fall in trade`."""
    if "evidence-object" not in cue.frames:
        return None
    subject = own_subject(verb)
    if subject is None or subject.lemma not in known.evidence:
        return None
    for c in verb.children:
        if c.i > verb.i and c.dep in ("dobj", "ccomp", "xcomp"):
            right = max(x.right for x in verb.children if x.i >= c.i and x.dep not in ("punct", "conj", "cc", "advcl"))
            return Frame("evidence-object", cue.frames["evidence-object"], [(c.left, right)], words)
    return None


def _has_object(verb: Token, preposition: Token) -> bool:
    """Whether an object stands before the phrase: `called elections for June` calls for nothing."""
    return any(c.dep == "dobj" and verb.i < c.i < preposition.i for c in verb.children)


def _stand_in(verb: Token, cue: Cue, words: list[Token], known: Words) -> Frame | None:
    """`said no`, `thinks so`, `claims otherwise`: a word that stands for the content."""
    if "bare" in cue.frames:
        for c in verb.children:
            if c.i == verb.i + 1 and c.lower in known.stand_ins and c.left == c.right:
                return Frame("stand-in", cue.frames["bare"], [(c.i, c.i)], words)
    return None


def _belongs(preposition: Token) -> bool:
    """Whether a phrase after the object says more of it, and not when or where it was spoken of."""
    if preposition.lower in ("of", "for", "over", "about", "against", "among", "to", "toward", "towards", "between"):
        return True
    return preposition.lower in ("in", "by") and preposition.child("pcomp") is not None


def _preposition(verb: Token, cue: Cue, words: list[Token]) -> Frame | None:
    """`called for a truce`, `spoke of talks`, `called on Rome to act`, `called for Rome to act`."""
    if not cue.prepositions:
        return None
    if "for" in cue.prepositions:
        for c in verb.children:
            if c.i > verb.i and c.dep in ("advcl", "xcomp", "ccomp") and _to_infinitive(c):
                mark = c.children[0]
                if mark.lower == "for" and mark.dep in ("mark", "prep"):
                    return Frame("preposition", cue.prepositions["for"], [(mark.i + 1, c.right)], [*words, mark])
    told = verb.child("dobj") if "addressee" in cue.frames else None
    if told is not None and told.pos == "PROPN":  # `told Voice of Asia`
        told = None
    for c in (*verb.children, *(told.children if told is not None else ())):
        if c.i > verb.i and c.dep in ("prep", "prt", "dative") and c.lower in cue.prepositions:
            inner = c.child("pobj", "pcomp")
            if inner is None or inner.i < c.i or (told is None and _has_object(verb, c)):
                continue
            right = c.right
            for x in verb.children:
                if x.left != right + 1:
                    continue
                if (x.dep in ("xcomp", "advcl", "ccomp") and _to_infinitive(x)) or (x.dep == "prep" and x.lower == "as"):
                    right = x.right
            return Frame("preposition", cue.prepositions[c.lower], [(inner.left, right)], [*words, c])
    return None


def _passive(verb: Token, cue: Cue, words: list[Token]) -> Frame | None:
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
                return Frame(frame, frames[frame], [(subject.left, subject.right), (clause.left, clause.right)], words)
        return None
    if name in frames and is_finite(clause) and clause.left > verb.i and _plain_passive(verb):
        found = Frame(name, frames[name], [(clause.left, clause.right)], words)
        if subject is not None and "addressee" in frames:
            found.addressee = subject
        return found
    return None


def _plain_passive(verb: Token) -> bool:
    return verb.child("auxpass", "agent", "nsubjpass") is not None or verb.dep == "advcl"


def _passive_object(verb: Token, cue: Cue, words: list[Token], subject: Token, doer: Token | None) -> Frame | None:
    run = (subject.left, subject.right)
    for c in verb.children:
        if c.i < verb.i or c.dep != "prep":
            continue
        if c.lower in cue.object_prepositions:
            return Frame("object-for", cue.object_prepositions[c.lower], [run, (c.left, c.right)], words)
        if c.lower == "as" and "as" in cue.frames:
            return Frame("as", cue.frames["as"], [run, (c.left, c.right)], words)
        if c.lower in cue.prepositions:
            inner = c.child("pobj", "pcomp")
            if inner is not None and inner.i > c.i:
                return Frame("preposition", cue.prepositions[c.lower], [(inner.left, c.right)], [*words, c])
    if "object" in cue.frames and (doer is not None or cue.frames["object"] == "speech"):
        return Frame("object", cue.frames["object"], [run], words)
    return None


def draft_of(frame: Frame, verb: Token, runs: list[tuple[int, int]], documents: frozenset[str]) -> Draft:
    """The draft of a frame, its runs already turned into characters."""
    speaker = frame.speaker if frame.speaker_known else subject_of(verb, documents)
    return Draft(
        rule=f"verb-{frame.name}",
        class_=frame.class_,
        content=runs,
        cue=frame.cue,
        speaker=speaker,
        addressee=frame.addressee,
        why=f"'{verb.lemma}' ({frame.class_}) licenses the frame '{frame.name}'",
    )
