"""Contents that are no clause: objects, names, prepositional phrases, what a poll shows, words that stand for content."""

from __future__ import annotations

from dateline.record import Token
from dateline.statements.clause_shape import is_finite, is_to_infinitive
from dateline.statements.cues import Cue, Words
from dateline.statements.frames import Frame
from dateline.statements.speakers import mention_run, own_subject


def read_naming(verb: Token, cue: Cue, words: list[Token]) -> Frame | None:
    """`called him a liar`, `described the vote as a farce`."""
    frames = cue.frames
    thing = verb.child("dobj")
    if "naming" in frames:
        for c in verb.children:
            if c.i > verb.i and c.dep in ("oprd", "ccomp", "xcomp", "attr") and not is_finite(c) and not is_to_infinitive(c):
                left = thing.left if thing is not None and verb.i < thing.i < c.i else c.left
                if thing is None and c.dep == "oprd":
                    left = min((x.left for x in verb.children if x.i > verb.i and x.dep == "nsubj"), default=left)
                return Frame("naming", frames["naming"], [(left, c.right)], words)
    if "as" in frames and thing is not None and thing.i > verb.i:
        for c in verb.children:
            if c.i > thing.i and (c.lower == "as" or (c.dep == "advcl" and c.children and c.children[0].lower == "as")):
                return Frame("as", frames["as"], [(thing.left, c.right)], words)
    return None


def read_object(verb: Token, cue: Cue, words: list[Token], known: Words) -> Frame | None:
    """`rejected the claim`, `blamed Rome for the delay`."""
    thing = verb.child("dobj")
    if thing is None or thing.i < verb.i:
        return _read_antecedent(verb, cue, words, thing, known)
    if cue.object_prepositions:
        for c in verb.children:
            if c.i > thing.i and c.dep == "prep" and c.lower in cue.object_prepositions and not _is_day(c, known):
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
    for c in thing.children:  # `welcomed the release of the crew on Monday`: the day of the welcome
        if c.right == right and c.i > thing.i and verb.tag == "VBD" and c.dep == "prep" and _is_day(c, known):
            right = c.left - 1
    for c in verb.children:  # `announced support for`: the parser may hang the phrase on the verb
        if c.i == right + 1 and c.dep in ("prep", "dative") and (_belongs(c) or _is_term(c, cue, known)):
            right = c.right
    return Frame("object", cue.frames["object"], [(thing.left, right)], words)


def _read_antecedent(verb: Token, cue: Cue, words: list[Token], relative: Token | None, known: Words) -> Frame | None:
    """`the offer (which) Rome rejected`: the content is what the relative clause says more of."""
    if verb.dep != "relcl" or "object" not in cue.frames or verb.head.pos not in ("NOUN", "PROPN"):
        return None
    subject = own_subject(verb)
    if subject is None or subject.tag in ("WDT", "WP") or (relative is not None and relative.tag not in ("WDT", "WP")):
        return None
    if any(c.dep in ("ccomp", "xcomp", "prep", "acomp") or (c.dep == "advmod" and c.tag == "WRB") for c in verb.children):
        return None
    head = verb.head
    return None if head.lemma in known.times else Frame("object", cue.frames["object"], [mention_run(head)], words)


def _is_day(preposition: Token, known: Words) -> bool:
    """Whether a phrase is `on Monday`."""
    inner = preposition.child("pobj")
    return inner is not None and inner.lower in known.days


def _is_term(preposition: Token, cue: Cue, known: Words) -> bool:
    """Whether a phrase says by when what is promised or threatened will be done: `promised a vote by June`."""
    return "infinitive" in cue.frames and preposition.lower in known.terms and not _is_day(preposition, known)


def read_evidence(verb: Token, cue: Cue, words: list[Token], known: Words) -> Frame | None:
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


def read_stand_in(verb: Token, cue: Cue, words: list[Token], known: Words) -> Frame | None:
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


def read_preposition(verb: Token, cue: Cue, words: list[Token], known: Words) -> Frame | None:
    """`called for a truce`, `spoke of talks`, `called on Rome to act`, `called for Rome to act`."""
    if not cue.prepositions:
        return None
    if "for" in cue.prepositions:
        for c in verb.children:
            if c.i > verb.i and c.dep in ("advcl", "xcomp", "ccomp") and is_to_infinitive(c):
                mark = c.children[0]
                if mark.lower == "for" and mark.dep in ("mark", "prep"):
                    return Frame("preposition", cue.prepositions["for"], [(mark.i + 1, c.right)], [*words, mark])
    told = verb.child("dobj") if "addressee" in cue.frames else None
    if told is not None and told.pos == "PROPN":  # `told Voice of Asia`
        told = None
    for c in (*verb.children, *(told.children if told is not None else ())):
        if c.i > verb.i and c.dep in ("prep", "prt", "dative") and c.lower in cue.prepositions:
            inner = c.child("pobj", "pcomp")
            if inner is None or inner.i < c.i or (told is None and _has_object(verb, c)) or inner.lower in known.days:
                continue
            right = c.right
            for x in verb.children:
                if x.left != right + 1:
                    continue
                if (x.dep in ("xcomp", "advcl", "ccomp") and is_to_infinitive(x)) or (x.dep == "prep" and x.lower == "as"):
                    right = x.right
            return Frame("preposition", cue.prepositions[c.lower], [(inner.left, right)], [*words, c])
    return None
