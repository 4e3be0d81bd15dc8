"""What a verb's own auxiliaries, negation and conjunction say of its being told as fact, and what stands on a noun."""

from __future__ import annotations

import msgspec

from dateline.lexicon import Tables
from dateline.record import Token

RANK: dict[str, int] = {"actual": 0, "historical": 1, "future": 2, "hypothetical": 3, "negation": 4}
IF = " ... if'"
_SUBJECTS = {"nsubj", "nsubjpass"}


class StatusWords(msgspec.Struct, frozen=True):
    """Word lists of `tables/words/status.toml` (lemmas or lower-case forms)."""

    future_auxiliaries: frozenset[str]
    hypothetical_auxiliaries: frozenset[str]
    inverted_auxiliaries: frozenset[str]
    conditional_marks: frozenset[str]
    negations: frozenset[str]
    negative_subjects: frozenset[str]
    negative_phrases: frozenset[str]
    lessening_words: frozenset[str]
    negating_prepositions: frozenset[str]
    doubt_modifiers: frozenset[str]
    doubt_nouns: frozenset[str]
    conditional_phrases: frozenset[str]
    dropping_verbs: frozenset[str]
    unmet_verbs: frozenset[str]
    preventing_verbs: frozenset[str]
    resolving_verbs: frozenset[str]
    told_purposes: frozenset[str]
    planning_verbs: frozenset[str]

    @classmethod
    def load(cls, tables: Tables) -> StatusWords:
        """From `tables/words/status.toml`."""
        lists = tables.word_lists
        return cls(**{name: frozenset(lists[name]) for name in cls.__struct_fields__})


def stronger(a: tuple[str, str], b: tuple[str, str]) -> tuple[str, str]:
    """Of two statuses, each with its reason, the one that outdoes the other."""
    return b if RANK[b[0]] > RANK[a[0]] else a


def has_tense(verb: Token) -> bool:
    """Whether a verb has a tense of its own, not one that it shares with the verb before it."""
    return any(c.dep in {"aux", "auxpass"} for c in verb.children) or verb.tag in {"VBD", "VBZ", "VBP"}


def is_willed(verb: Token, words: StatusWords) -> bool:
    """Whether it stands under "will" or "would"."""
    auxiliaries = words.future_auxiliaries
    return any(c.dep == "aux" and (c.lemma in auxiliaries or c.lower in auxiliaries) for c in verb.children)


def had(verb: Token) -> bool:
    """Whether a verb is told as past before another past: "had meant"."""
    return any(c.dep == "aux" and c.lemma == "have" and c.lower in {"had", "'d"} for c in verb.children)


def verb_status(verb: Token, words: StatusWords) -> tuple[str, str]:
    """What a verb's own auxiliaries, negation and conjunction say."""
    found = ("actual", "")
    if _is_inverted(verb, words):
        found = ("hypothetical", "a condition without 'if'")
    would_if = any(c.dep == "advcl" and any(m.lower == "if" for m in c.children) for c in verb.children)
    for c in verb.children:
        if c.i > verb.i and c.dep not in {"neg"}:
            continue
        if c.dep in {"neg", "advmod", "det", "cc", "preconj", "mark", "prep"}:
            found = stronger(found, _by_particle(c, words))
        elif c.dep == "aux":
            found = stronger(found, _by_auxiliary(c, verb, would_if=would_if, words=words))
            for d in c.children:  # "at no point did they"
                found = stronger(found, _by_particle(d, words))
        elif c.dep in _SUBJECTS:
            denied = c if c.lower in words.negative_subjects else None
            denied = denied or next((d for d in c.children if d.i < c.i and d.lower in words.negations), None)
            if denied is not None:  # "no troops were sent", "neither minister has visited", "not a single soldier"
                found = stronger(found, ("negation", f"'{denied.lower}'"))
    return found


def _by_particle(c: Token, words: StatusWords) -> tuple[str, str]:
    """What "not", "if", "allegedly", "no longer", "at no point" before a verb say of it."""
    if c.lower in words.negations or c.lemma in words.negations:
        if c.dep not in {"prep", "mark"} and not any(d.lower in words.lessening_words for d in c.children):
            return "negation", f"'{c.text}'"
        return "actual", ""  # "not only attacked"
    if c.dep in {"mark", "advmod"} and c.lower in words.conditional_marks:
        return "hypothetical", f"'{c.text}'"
    if c.dep == "advmod" and c.lower in words.doubt_modifiers:
        return "hypothetical", f"'{c.text}'"
    if c.dep == "mark" and c.lower in words.negating_prepositions:  # "rather than arrest"
        return "negation", f"'{c.text}'"
    for inner in (c, *(d for d in c.children if d.dep == "pobj")):
        if inner.lower in words.negative_phrases and any(d.lower == "no" for d in inner.children):
            return "negation", f"'no {inner.text}'"
    return "actual", ""


def _by_auxiliary(c: Token, verb: Token, *, would_if: bool, words: StatusWords) -> tuple[str, str]:
    if c.lower in {"would", "'d"}:
        if would_if:
            return "hypothetical", f"'{c.text}{IF}"
        if any(d.dep == "aux" and d.lower == "have" for d in verb.children):
            return "hypothetical", f"'{c.text} have'"
    if c.lemma in words.future_auxiliaries or c.lower in words.future_auxiliaries:
        return "future", f"'{c.text}'"
    if c.lemma in words.hypothetical_auxiliaries or c.lower in words.hypothetical_auxiliaries:
        return "hypothetical", f"'{c.text}'"
    if c.lower == "to" and verb.dep == "ROOT" and verb.tag == "VB":  # headline: "Putin to visit Japan"
        return "future", "'to' in a headline"
    return "actual", ""


def _is_inverted(verb: Token, words: StatusWords) -> bool:
    """A condition told by word order: "Had the rebels attacked", "Were Iran to leave"."""
    first = next((c for c in verb.children if c.dep not in {"cc", "punct"}), None)
    if first is None or first.lower not in words.inverted_auxiliaries or first.dep not in {"aux", "auxpass"}:
        return False
    others = any(c.dep == "advcl" for c in verb.children) or verb.dep == "advcl"
    return others and any(c.dep in _SUBJECTS and c.i > first.i for c in verb.children)


def noun_status(noun: Token, words: StatusWords) -> tuple[str, str]:
    """What stands before an event noun, or above it: "no attack", "an alleged attack", "the risk of an attack"."""
    for c in noun.children:
        if c.dep == "det" and c.lower == "no":
            return "negation", "'no'"
        if c.dep in {"amod", "advmod"} and c.lower in words.doubt_modifiers:
            return "hypothetical", f"'{c.text}'"
        if c.dep == "amod" and c.lower in words.conditional_phrases:
            return "future", f"'{c.text}'"
    if noun.dep == "pobj" and noun.head.lower in {"of", "about"} and noun.head.head.lemma in words.doubt_nouns:
        return "hypothetical", f"'{noun.head.head.text} {noun.head.text}'"
    return "actual", ""
