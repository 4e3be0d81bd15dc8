"""Who speaks: the mention that grammar gives a cue as its subject."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.record import Cast, Token

_SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj"})
_LONGEST_MENTION = 24  # words of title, name and apposition together
_CLAUSES = frozenset({"relcl", "acl"})


def is_passive(verb: Token) -> bool:
    """Whether a verb form is passive: `was told`, or a bare participle after its noun (`a plan backed by Rome`)."""
    if verb.tag != "VBN":
        return False
    having = False
    for c in verb.children:
        if c.dep in ("auxpass", "nsubjpass"):
            return True
        having = having or (c.dep == "aux" and c.lemma in ("have", "'ve", "'s", "'d"))
    if having:
        return False
    return verb.dep in ("acl", "advcl") or verb.child("agent") is not None


def agent_of(verb: Token) -> Token | None:
    """The doer after `by`: Rome in `was criticised by Rome`."""
    by = verb.child("agent")
    return None if by is None else by.child("pobj")


def own_subject(verb: Token) -> Token | None:
    """The verb's own subject, an empty `there` left out; of two before the verb the nearer one.

    After a comma one that follows: `Nobody, said Abdullah, had the right`.
    """
    left = right = None
    inverted = False
    for c in verb.children:
        if c.dep in ("nsubj", "nsubjpass") and c.lower != "there":
            if c.i < verb.i:
                left = c
                inverted = any(x.i == verb.i - 1 and x.text == "," for x in c.children)
            elif right is None:
                right = c
        elif c.dep == "punct" and c.i == verb.i - 1:
            inverted = True
    return right if left is None or (inverted and right is not None) else left


def subject_of(verb: Token, documents: frozenset[str] = frozenset()) -> Token | None:
    """The subject of a verb, its own or the one it shares: with a coordinated verb, a main clause, a noun it follows.

    `Abe spoke for an hour, adding that talks would go on`: the subject of `adding` is Abe.
    """
    seen = 0
    outer = _outer_cue(verb) if verb.dep in ("conj", "advcl") and own_subject(verb) is None else None
    if outer is not None:
        verb = outer
    while seen < 12:
        seen += 1
        own = own_subject(verb)
        if own is not None:
            return own
        head = verb.head
        if head is verb:
            return _torn_subject(verb)
        if verb.dep in _CLAUSES:
            if head.pos == "VERB":
                return own_subject(head)
            return _behind_document(verb, head, documents) or head
        if verb.dep == "pcomp":
            quoted = head.head.child("dobj") if head.lower == "as" else None
            if quoted is not None and quoted.i < head.i and not is_passive(head.head):
                return quoted  # `quoted an aide as saying`
            verb = head.head if head.head is not head else head
            if verb.pos in ("NOUN", "PROPN"):
                return verb.child("poss") or _light_subject(verb)
            continue
        if verb.dep in ("xcomp", "ccomp") and head.pos in ("VERB", "AUX"):
            controlled = head.child("dobj", "dative")
            if controlled is not None and verb.dep == "xcomp" and _to(verb) and head.i < controlled.i < verb.i:
                return controlled
            if verb.dep == "ccomp" and verb.tag not in ("VBG", "VB", "VBN"):
                return None
            verb = head
            continue
        if verb.dep in ("conj", "advcl", "dep", "prep", "parataxis", "appos"):
            if head.pos in ("NOUN", "PROPN") and verb.dep in ("advcl", "dep", "appos"):
                return head if verb.tag in ("VBG", "VBN") else None
            verb = head
            continue
        return None
    return None


def _torn_subject(verb: Token) -> Token | None:
    """`Modi, speaking in Pune, did not say`: the parser may take the subject for a clause of its own."""
    for c in verb.children:
        if c.i < verb.i and c.dep in ("advcl", "advmod", "dep") and c.pos in ("PROPN", "PRON"):
            return c
    return None


def _outer_cue(verb: Token) -> Token | None:
    """The verb that a coordinated one really goes with: `He says it is late and says ...` hangs the second on `is`."""
    clause = verb.head
    while clause.dep == "conj":
        clause = clause.head
    if verb.dep == "advcl":
        if verb.tag != "VBG" or clause.dep != "ccomp" or clause.head.i > clause.i or clause.head.pos != "VERB":
            return None
        return clause.head if any(c.dep == "punct" and c.right == verb.left - 1 for c in clause.children) else None
    same = clause.head.tag == verb.tag or (
        clause.head.tag == "VBN" and verb.tag == "VBD"
    )  # `has said it is late, but played`
    if clause.dep != "ccomp" or not same or verb.tag not in ("VBD", "VBZ", "VBG"):
        return None
    return clause.head if clause.head.i < clause.i else None


def _behind_document(verb: Token, noun: Token, documents: frozenset[str]) -> Token | None:
    """Who speaks by a document or from a place: `Rome issued a statement saying`, `X spoke at a rally, calling for`."""
    aside = verb.tag == "VBG" and any(c.dep == "punct" and c.text == "," and c.i < verb.i for c in noun.children)
    if verb.dep != "acl" or not (aside or noun.lemma in documents):
        return None
    owner = noun.child("poss")
    if owner is not None and noun.lemma in documents:
        return owner
    governor = noun
    while governor.head is not governor and governor.pos in ("NOUN", "PROPN", "ADP", "PRON"):
        if governor.dep in _SUBJECT:
            return None
        governor = governor.head
    return subject_of(governor) if governor.pos in ("VERB", "AUX") else None


def _to(verb: Token) -> bool:
    return any(c.lower == "to" and c.dep == "aux" for c in verb.children)


def _light_subject(noun: Token) -> Token | None:
    """The subject of the verb a noun is the object of: `Rome made the claim`."""
    head = noun.head
    if noun.dep in ("dobj", "attr") and head.pos in ("VERB", "AUX"):
        return subject_of(head)
    if noun.dep == "pobj" and head.head.pos == "VERB" and head.dep == "prep":
        return subject_of(head.head)
    return None


def noun_speaker(noun: Token, light_verbs: frozenset[str]) -> Token | None:
    """Whose claim, hope or call it is: the possessor, the doer after `by` or `from`, the subject of its light verb."""
    owner = noun.child("poss")
    if owner is not None:
        governor = _light_subject(noun) if owner.tag == "PRP$" and noun.head.lemma in light_verbs else None
        return governor or owner
    for c in noun.children:
        if c.dep in ("prep", "agent") and c.lower in ("by", "from"):
            doer = c.child("pobj")
            if doer is not None:
                return doer
    governor = noun.head if noun.dep == "dobj" else noun.head.head
    return _light_subject(noun) if governor.lemma in light_verbs else None


def mention_run(head: Token) -> tuple[int, int]:
    """First and last token number of a mention: the noun phrase with title and apposition, without a relative clause."""
    left, right = head.left, head.right
    for c in head.children:
        if c.i < head.i:
            continue
        gerund = c.dep == "prep" and c.child("pcomp") is not None  # `accused by Rome | of hiding the map`
        if c.dep in ("relcl", "advcl", "ccomp", "acl") or c.lower == "as" or gerund:
            right = min(right, c.left - 1)
        elif c.dep == "appos" and any(x.dep in ("relcl", "acl") for x in c.children):
            right = min(right, next(x.left for x in c.children if x.dep in ("relcl", "acl")) - 1)
    if right - left > _LONGEST_MENTION:
        right = next((c.left - 1 for c in head.children if c.i > head.i and c.dep in ("appos", "conj", "punct")), head.i)
    return left, max(right, head.i)


def antecedent(relative: Token) -> Token:
    """The noun a relative pronoun stands for: Ito in `Ito, who said`."""
    for above in relative.ancestors():
        if above.dep == "relcl":
            return above.head
    return relative


def is_person(cast: Cast, speaker: Token) -> bool:
    """Whether a mention is, or may be, a person: a state that attacks another does so with guns."""
    head = antecedent(speaker) if speaker.tag in ("WP", "WDT") else speaker
    ids = cast.by_token.get(head.i, ())
    if ids:
        return any(cast.get(i).kind == "person" for i in ids)
    return head.pos in ("PROPN", "PRON") and head.lower != "it"


def parts_of_name(head: Token) -> Iterator[Token]:
    """The words that may carry the name beside the head: `the governor, | Dedi Mulyadi`, `Minister Ahn Gyu-|back`."""
    for c in head.children:
        if c.dep in ("appos", "compound", "nmod", "dep") and c.pos in ("NOUN", "PROPN", "PRON"):
            yield c
            yield from (x for x in c.children if x.dep in ("compound", "appos"))
