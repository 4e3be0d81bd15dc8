"""A word's grammar seen as slots: subject, object, prepositions, complements.

Labels are ClearNLP's, as English spaCy pipelines give them.  Subjects are found also where the parse has none: shared by
coordination ("met and agreed"), by control ("agreed to send"), by a relative or participle ("troops attacking the town").
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.record import Token

SUBJECT = ("nsubj", "csubj")
PASSIVE_SUBJECT = ("nsubjpass", "csubjpass")
_OBJECT = ("dobj", "obj")
_RELATIVE = {"who", "which", "that", "whom"}
_CLAUSES = {"xcomp", "ccomp"}


class Clause:
    """The slots of one verb, noun or adjective; made once a word and kept by `Sheet`."""

    __slots__ = ("complements", "dative", "head", "objects", "passive", "preps", "subjects", "verb")

    def __init__(self, head: Token) -> None:
        self.head = head
        self.verb = predicate(head)
        self.passive = is_passive(self.verb)
        self.subjects: list[Token] = []
        self.objects: list[Token] = []
        self.dative: list[Token] = []
        self.preps: dict[str, list[Token]] = {}
        self.complements: list[Token] = []
        self._fill()

    def _fill(self) -> None:
        for c in self.head.children:
            self._take(c)
        if self.verb is not self.head:
            for c in self.verb.children:
                if c is not self.head and c.dep in {"prep", "agent", "dative", "xcomp", "ccomp"}:
                    self._take(c)
        if not self.objects and self.head.pos == "VERB":
            self.objects = [s for c in self.complements for s in _raised(c)]
        if self.head.pos in {"VERB", "AUX", "ADJ"} or self.verb is not self.head:
            self._subjects()
        for o in list(self.objects):  # "impose sanctions on Iran": the preposition may hang on the object
            self._take_prepositions_of(o)
        if self.head.pos == "NOUN":  # "the easing of restrictions by Qatar": or on what the noun does
            for o in list(self.preps.get("of", ())):
                self._take_missing_of(o)

    def _take(self, c: Token) -> None:
        dep = c.dep
        if dep in _OBJECT or (dep == "oprd" and c.pos in {"NOUN", "PROPN"}):
            self.objects += c.conjuncts()
        elif dep == "dative":
            if c.pos == "ADP":
                self._take_preposition(c)
            else:
                self.dative += c.conjuncts()
        elif dep in {"prep", "agent", "prt", "advmod", "pcomp"} and c.tag in {"IN", "RP", "TO", "RB"}:
            self._take_preposition(c)
        elif dep in _CLAUSES or self._is_content(c):
            self.complements.append(c)

    def _is_content(self, c: Token) -> bool:
        """Whether a clause tells what a noun or verb speaks of: "a demand to leave", "called for the king to go"."""
        if c.dep == "advcl":
            return is_for_to(c)
        return c.dep in {"acl", "relcl"} and self.head.pos == "NOUN" and _completes(c)

    def _take_preposition(self, p: Token, name: str | None = None) -> None:
        name = name or ("by" if p.dep == "agent" else p.lower)
        for c in p.children:
            if c.dep in {"pobj", "pcomp", "obj"}:
                self.preps.setdefault(name, []).extend(c.conjuncts())
            elif c.dep == "prep":  # "away from", "out of", "because of"
                self._take_preposition(c)
        for c in p.children:
            if c.dep == "conj" and c.pos == "ADP":
                self._take_preposition(c)

    def _take_prepositions_of(self, noun: Token) -> None:
        for c in noun.children:
            if c.dep == "prep" and c.lower != "of":
                self._take_preposition(c)
            elif c.dep == "acl" and is_infinitive(c) and not self.complements:
                self.complements.append(c)

    def _take_missing_of(self, noun: Token) -> None:
        for c in noun.children:
            if c.dep in {"prep", "agent"} and c.lower != "of" and c.lower not in self.preps:
                self._take_preposition(c)

    def _subjects(self) -> None:
        own = find_subjects(self.verb)
        if self.passive:
            self.objects = own + [o for o in self.objects if o not in own]
            self.subjects = list(self.preps.get("by", ()))
        else:
            self.subjects = own


def _raised(clause: Token) -> list[Token]:
    """The subject of an untensed clause, which is as well the object of the verb above: "let *the inspectors* visit"."""
    if clause.dep != "ccomp" or clause.tag != "VB" or any(c.dep == "mark" or c.tag == "MD" for c in clause.children):
        return []
    return [s for c in clause.children if c.dep in SUBJECT and c.i < clause.i for s in c.conjuncts()]


def _completes(clause: Token) -> bool:
    """Whether a clause under a noun tells its content: "a demand to leave", "a demand that they leave"."""
    return is_infinitive(clause) or any(c.lower == "that" and c.tag == "IN" for c in clause.children)


def is_for_to(clause: Token) -> bool:
    """Whether a clause is asked for: "called *for the president to step down*"."""
    return is_infinitive(clause) and any(c.lower == "for" and c.dep in {"mark", "prep"} for c in clause.children)


def purposes(verb: Token) -> list[Token]:
    """Infinitives after a verb that the parse takes for its purpose: "begged the parties *to stop*".

    Not where the verb has another content already: "pushed *for reforms* to please the voters".
    """
    if any(c.dep == "prep" and c.lower == "for" for c in verb.children):
        return []
    return [c for c in verb.children if c.dep == "advcl" and c.i > verb.i and is_infinitive(c)]


def predicate(token: Token) -> Token:
    """The verb that carries a predicate adjective or noun ("is willing", "are in talks"), else the token itself."""
    if token.pos == "VERB" or token.dep == "ROOT":
        return token
    head = token.head
    if token.dep in {"acomp", "attr", "oprd"} and head.pos in {"AUX", "VERB"}:
        return head
    if token.dep == "pobj" and head.dep == "prep" and head.head.lemma in {"be", "remain", "stay"}:
        return head.head
    return token


def is_passive(verb: Token) -> bool:
    """Whether a verb is passive: with an auxiliary, or a bare past participle that modifies a noun."""
    for c in verb.children:
        if c.dep in {"auxpass", "nsubjpass"}:
            return True
    if verb.dep == "conj" and verb.tag == "VBN" and not has_own_subject(verb) and not _has_aux(verb):
        return is_passive(verb.head) if verb.head.tag == "VBN" else False
    return verb.tag == "VBN" and verb.dep in {"acl", "relcl", "amod", "advcl", "pobj"} and not _has_aux(verb)


def _has_aux(verb: Token) -> bool:
    return any(c.dep == "aux" for c in verb.children)


def has_own_subject(verb: Token) -> bool:
    """Whether the parse hangs a subject on this very verb."""
    return any(c.dep in SUBJECT or c.dep in PASSIVE_SUBJECT for c in verb.children)


def is_infinitive(verb: Token) -> bool:
    """Whether a verb stands with "to"."""
    return any(c.dep == "aux" and c.lower == "to" for c in verb.children)


def find_subjects(verb: Token, depth: int = 0) -> list[Token]:
    """Heads of the subject's conjuncts, own or inherited; empty where grammar gives none."""
    for c in verb.children:
        if c.dep in SUBJECT or c.dep in PASSIVE_SUBJECT:
            if c.lower in _RELATIVE and verb.dep in {"relcl", "ccomp", "acl"} and verb.head.pos in {"NOUN", "PROPN", "PRON"}:
                return antecedents(verb.head)
            return _whole(c)
    return _inherited(verb, depth) if depth < 6 else []


def _whole(subject: Token) -> list[Token]:
    """A subject's conjuncts; where the parse takes a participle for the subject, those of the participle's own.

    "*The charity* operating in Mali said it would leave."
    """
    own = [c for c in subject.children if c.dep == "nsubj" and c.i < subject.i] if subject.tag == "VBG" else []
    return own[0].conjuncts() if own else subject.conjuncts()


def antecedents(noun: Token) -> list[Token]:
    """What a relative pronoun stands for."""
    return noun.conjuncts() if noun.dep != "conj" else [noun]


def _inherited(verb: Token, depth: int) -> list[Token]:
    head, dep = verb.head, verb.dep
    if head is verb:
        return []
    if dep in {"relcl", "acl"}:
        if head.pos in {"NOUN", "PROPN", "PRON", "NUM"}:
            if dep == "acl" and is_infinitive(verb):  # "its decision to send troops": whose decision
                return owners(head) or _subjects_of_governor(head, depth)
            return antecedents(head)
        return find_subjects(head, depth + 1)
    if dep == "xcomp":
        controller = [c for c in head.children if c.dep in {"dobj", "dative"} and c.i < verb.i]
        if controller and is_infinitive(verb) and head.pos == "VERB":
            return controller[-1].conjuncts()
        return find_subjects(predicate(head), depth + 1)
    if dep in {"conj", "advcl", "ccomp", "parataxis", "dep"}:
        return find_subjects(predicate(head), depth + 1) if head.pos in {"VERB", "AUX", "ADJ"} else []
    if dep == "pcomp":  # "accused of attacking": of the accused; "by attacking": of the verb's subject
        return _of_gerund(head, depth)
    return []


def _of_gerund(preposition: Token, depth: int) -> list[Token]:
    governor = preposition.head
    if governor.pos == "ADV" and governor.dep == "advmod":  # "stopped short of bombing"
        return find_subjects(governor.head, depth + 1)
    if governor.pos in {"VERB", "AUX"}:
        if preposition.lower in {"of", "from", "for", "into"}:
            objects = [c for c in governor.children if c.dep in {"dobj", "nsubjpass"}]
            if objects:
                return objects[-1].conjuncts()
        return find_subjects(governor, depth + 1)
    return owners(governor) if governor.pos == "NOUN" else []


def _subjects_of_governor(noun: Token, depth: int) -> list[Token]:
    """The subject of the verb that governs a noun, unless that is the noun itself: "the plot to kill him was uncovered"."""
    for t in noun.ancestors():
        if t.pos in {"VERB", "AUX"}:
            return [s for s in find_subjects(t, depth + 1) if s.i != noun.i]
    return []


def owners(noun: Token) -> list[Token]:
    """Heads of the possessive of a noun: `Moscow` of "Moscow's decision"."""
    for c in noun.children:
        if c.dep == "poss":
            return c.conjuncts()
    return []


def subtree(token: Token, tokens: list[Token]) -> Iterator[Token]:
    """The tokens under a token, itself among them, in order."""
    return iter(tokens[token.left : token.right + 1])
