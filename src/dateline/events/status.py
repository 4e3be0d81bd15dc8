"""Whether an event is told as having happened, expected, possible, past background, or denied.

The statuses are PLOVER's auxiliary modes.  They are read off the verb that carries the event (`tense.py`) and off the words
above it that pass their own on ("failed to", "plans to", "no evidence that").
"""

from __future__ import annotations

from typing import NamedTuple

from dateline.events.clause import is_infinitive, predicate
from dateline.events.match import Match, Matcher, is_subjunctive
from dateline.events.rule import Rule
from dateline.events.tense import IF, StatusWords, had, has_tense, is_willed, noun_status, stronger, verb_status
from dateline.record import Token
from dateline.record.event import Status

__all__ = ["StatusWords", "Told", "find_status"]

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


def find_status(token: Token, carrier: Token, words: StatusWords, matcher: Matcher) -> Told:
    """The status of the event at `token` whose tense stands on `carrier`."""
    found = verb_status(carrier, words)
    refused = found[0] == "negation" and is_willed(carrier, words)
    if token.pos == "NOUN":
        found = stronger(found, noun_status(token, words))
        if token is not carrier and carrier.lemma in words.planning_verbs:  # "plans a trip to Russia"
            found = stronger(found, ("future", f"'{carrier.text}'"))
    current = carrier
    for _ in range(6):
        parent = current.head
        if parent is current or current.dep not in _CLIMB:
            break
        if parent.pos == "ADP":
            found = stronger(found, _under_preposition(current, parent, words))
            parent = parent.head
        above = _match_above(parent, matcher)
        if above is not None and above.rule.passes and current.dep not in {"advcl", "relcl"}:
            found = _passed(found, above.rule, parent, words)
            refused = refused or (found[0] == "negation" and is_willed(predicate(parent), words))
        else:
            step = _climbed(found, current, parent, words)
            if step is None:
                break
            found = step
        current = parent
    promised = found[0] == "hypothetical" and found[1].endswith(IF)
    return Told(_as_status(found[0]), found[1], refused, promised)


def _match_above(parent: Token, matcher: Matcher) -> Match | None:
    """The match at a word, or at the adjective that it only carries: "it *is true* that"."""
    found = matcher.match(parent)
    if found is None and parent.lemma == "be":
        found = next((m for c in parent.children if c.dep == "acomp" and (m := matcher.match(c)) is not None), None)
    return found


def _passed(found: tuple[str, str], rule: Rule, parent: Token, words: StatusWords) -> tuple[str, str]:
    """What a word that passes its event on makes of it: its rule's status, its own tense and negation."""
    own = verb_status(predicate(parent), words)
    status = rule.status
    if status == "negation" and own[0] == "negation":  # "did not deny that it had bombed"
        return found
    if status == "future" and parent.lemma in words.unmet_verbs and had(parent):  # "had meant to kill": and did not
        status = "hypothetical"
    if status:
        found = stronger(found, (status, f"'{parent.text}'"))
    if parent.pos == "NOUN":
        found = stronger(found, noun_status(parent, words))
        if parent.dep in {"dobj", "nsubjpass"} and parent.head.lemma in words.dropping_verbs:
            return stronger(found, ("negation", f"'{parent.head.text}'"))  # "a plan to deport them was dropped"
    if status or rule.doing is None:  # "would like to thank you" thanks
        found = stronger(found, own)
    return found


def _climbed(found: tuple[str, str], current: Token, parent: Token, words: StatusWords) -> tuple[str, str] | None:
    """What grammar alone passes down from the word above; None where nothing above counts."""
    if current.dep == "conj" and not has_tense(current):
        return stronger(found, verb_status(parent, words))
    if current.dep == "acl" and is_infinitive(current):
        headline = parent.head is parent and not any(d.dep in {"det", "poss"} for d in parent.children)
        told = ("future", "'to' in a headline") if headline else ("hypothetical", f"'{parent.text} to'")
        return stronger(found, told)
    if current.dep == "advcl" and is_infinitive(current):
        if current.lemma in words.told_purposes:  # who marches "to protest" does protest
            return found
        return stronger(found, ("hypothetical", "a purpose"))
    if current.dep in {"ccomp", "xcomp"}:
        if current.dep == "ccomp" and is_subjunctive(current):
            status = "future" if parent.lemma in words.resolving_verbs else "hypothetical"
            found = stronger(found, (status, f"'{parent.text} that'"))
        # A condition above the clause holds for the clause as well; a negated verb of saying does not negate it.
        own = verb_status(parent, words)
        return stronger(found, own) if own[0] == "hypothetical" else found
    return None


def _under_preposition(current: Token, preposition: Token, words: StatusWords) -> tuple[str, str]:
    """ "Without arresting", "instead of bombing": told as not done."""
    if current.dep != "pcomp":
        return "actual", ""
    governor = preposition.head
    if preposition.lower == "from" and governor.lemma in words.preventing_verbs:
        if verb_status(governor, words)[0] == "negation":  # "could not keep them from shelling"
            return "actual", ""
        return "negation", f"'{governor.text} from'"
    for word in (preposition, *(c for c in preposition.children if c.dep == "advmod"), governor):
        if word.lower in words.negating_prepositions and word.pos != "VERB":
            return "negation", f"'{word.text}'"
    return "actual", ""


def _as_status(name: str) -> Status:
    for status in ("historical", "future", "hypothetical", "negation"):
        if name == status:
            return status
    return "actual"
