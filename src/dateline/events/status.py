"""Whether an event is told as having happened, expected, possible, past background, or denied.

The statuses are PLOVER's auxiliary modes.  They are read off the verb that carries the event (its auxiliaries, its negation,
the conjunction before its clause) and off the verbs above it that pass their own on ("failed to", "plans to").
"""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from dateline.events.clause import predicate
from dateline.events.match import Matcher
from dateline.lexicon import Tables
from dateline.record import Token
from dateline.record.event import Status

_RANK: dict[str, int] = {"actual": 0, "historical": 1, "future": 2, "hypothetical": 3, "negation": 4}
_IF = " ... if'"
_CLIMB = {"xcomp", "ccomp", "acl", "pcomp", "conj", "pobj", "dobj", "advcl", "relcl"}


class Told(NamedTuple):
    """A status, the word it rests on, and two things that PLOVER's rewrites need to know.

    `refused`: somebody says it *will* not be done ("would not meet"), which is more than a denial ("did not meet").
    `promised`: it would be done on a condition ("would meet them if").
    """

    status: Status
    why: str
    refused: bool
    promised: bool


class StatusWords(msgspec.Struct, frozen=True):
    """Word lists of `tables/events/status` (lemmas or lower-case forms)."""

    future_auxiliaries: frozenset[str]
    hypothetical_auxiliaries: frozenset[str]
    conditional_marks: frozenset[str]
    negations: frozenset[str]
    doubt_modifiers: frozenset[str]
    conditional_phrases: frozenset[str]
    told_purposes: frozenset[str]
    planning_verbs: frozenset[str]

    @classmethod
    def load(cls, tables: Tables) -> StatusWords:
        """From `tables/words/status.toml`."""
        lists = tables.word_lists
        return cls(**{name: frozenset(lists[name]) for name in cls.__struct_fields__})


def find_status(token: Token, carrier: Token, words: StatusWords, matcher: Matcher) -> Told:
    """The status of the event at `token` whose tense stands on `carrier`."""
    best, why = _own(carrier, words)
    refused = best == "negation" and _will(carrier, words)
    if token.pos == "NOUN":
        best, why = _stronger((best, why), _of_noun(token, words))
        if token is not carrier and carrier.lemma in words.planning_verbs:  # "plans a trip to Russia"
            best, why = _stronger((best, why), ("future", f"'{carrier.text}'"))
    current = carrier
    for _ in range(6):
        parent = current.head
        if parent is current or current.dep not in _CLIMB:
            break
        parent = parent if parent.pos != "ADP" else parent.head
        above = matcher.match(parent)
        if above is not None and above.rule.passes and current.dep not in {"advcl", "relcl"}:
            if above.rule.status:
                best, why = _stronger((best, why), (above.rule.status, f"'{parent.text}'"))
            if above.rule.status or above.rule.doing is None:  # "would like to thank you" thanks
                best, why = _stronger((best, why), _own(predicate(parent), words))
            refused = refused or (best == "negation" and _will(predicate(parent), words))
        elif current.dep == "conj" and not _has_tense(current):
            best, why = _stronger((best, why), _own(parent, words))
        elif current.dep == "acl" and any(c.lower == "to" for c in current.children if c.dep == "aux"):
            headline = parent.head is parent and not any(d.dep in {"det", "poss"} for d in parent.children)
            told = ("future", "'to' in a headline") if headline else ("hypothetical", f"'{parent.text} to'")
            best, why = _stronger((best, why), told)
        elif current.dep == "advcl" and any(c.lower == "to" for c in current.children if c.dep == "aux"):
            if current.lemma not in words.told_purposes:  # who marches "to protest" does protest
                best, why = _stronger((best, why), ("hypothetical", "a purpose"))
        elif current.dep in {"ccomp", "xcomp"}:
            best, why = _conditional(parent, (best, why), words)
        else:
            break
        current = parent
    promised = best == "hypothetical" and why.endswith(_IF)
    return Told(_as_status(best), why, refused, promised)


def _will(verb: Token, words: StatusWords) -> bool:
    auxiliaries = words.future_auxiliaries
    return any(c.dep == "aux" and (c.lemma in auxiliaries or c.lower in auxiliaries) for c in verb.children)


def _as_status(name: str) -> Status:
    for status in ("historical", "future", "hypothetical", "negation"):
        if name == status:
            return status
    return "actual"


def _stronger(a: tuple[str, str], b: tuple[str, str]) -> tuple[str, str]:
    return b if _RANK[b[0]] > _RANK[a[0]] else a


def _has_tense(verb: Token) -> bool:
    return any(c.dep in {"aux", "auxpass"} for c in verb.children) or verb.tag in {"VBD", "VBZ", "VBP"}


def _own(verb: Token, words: StatusWords) -> tuple[str, str]:
    """What a verb's own auxiliaries, negation and conjunction say."""
    found = ("actual", "")
    future_to = verb.dep == "ROOT" and verb.tag == "VB"
    would_if = any(c.dep == "advcl" and any(m.lower == "if" for m in c.children) for c in verb.children)
    for c in verb.children:
        if c.i > verb.i and c.dep not in {"neg"}:
            continue
        if c.dep == "neg" or (c.dep in {"advmod", "det", "cc", "preconj"} and c.lower in words.negations):
            if c.lower in words.negations or c.lemma in words.negations:
                found = _stronger(found, ("negation", f"'{c.text}'"))
        elif c.dep == "aux":
            if would_if and c.lower in {"would", "'d"}:
                found = _stronger(found, ("hypothetical", f"'{c.text}{_IF}"))
            elif c.lemma in words.future_auxiliaries or c.lower in words.future_auxiliaries:
                found = _stronger(found, ("future", f"'{c.text}'"))
            elif c.lemma in words.hypothetical_auxiliaries or c.lower in words.hypothetical_auxiliaries:
                found = _stronger(found, ("hypothetical", f"'{c.text}'"))
            elif c.lower == "to" and future_to:  # headline: "Putin to visit Japan"
                found = _stronger(found, ("future", "'to' in a headline"))
        elif (c.dep in {"mark", "advmod"} and c.lower in words.conditional_marks) or (
            c.dep == "advmod" and c.lower in words.doubt_modifiers
        ):
            found = _stronger(found, ("hypothetical", f"'{c.text}'"))
        elif c.dep in {"nsubj", "nsubjpass"}:
            denied = next((d for d in c.children if d.i < c.i and d.lower in words.negations), None)
            if denied is not None:  # "no troops were sent", "neither minister has visited", "not a single soldier"
                found = _stronger(found, ("negation", f"'{denied.lower}'"))
    return found


def _of_noun(noun: Token, words: StatusWords) -> tuple[str, str]:
    for c in noun.children:
        if c.dep == "det" and c.lower == "no":
            return "negation", "'no'"
        if c.dep in {"amod", "advmod"} and c.lower in words.doubt_modifiers:
            return "hypothetical", f"'{c.text}'"
        if c.dep == "amod" and c.lower in words.conditional_phrases:
            return "future", f"'{c.text}'"
    return "actual", ""


def _conditional(parent: Token, found: tuple[str, str], words: StatusWords) -> tuple[str, str]:
    """A condition above the clause holds for the clause as well; a negated verb of saying does not negate it."""
    own = _own(parent, words)
    return _stronger(found, own) if own[0] == "hypothetical" else found
