"""Which event a sentence is about: the one nearest its main clause, looked at through verbs of saying."""

from __future__ import annotations

from dateline.events.match import Match, Matcher
from dateline.events.sheet import Sheet
from dateline.events.support import Support
from dateline.record import Token

NEVER_MAIN = 6  # "is considering sanctions": never the main event
PROMOTED = 4  # where a sentence has no main event, background up to this rank stands in for one
MAIN = 1  # ranks up to this are main; the rest is background
_RANKS = {
    **dict.fromkeys(("nsubj", "nsubjpass", "csubj"), 1),
    "advcl": 2,
    **dict.fromkeys(("relcl", "acl"), 3),
    **dict.fromkeys(("dobj", "pcomp"), 4),
    "pobj": 5,
}


def find_rank(match: Match, support: Support | None, sheet: Sheet, matcher: Matcher) -> int:
    """0 for the main clause, 1 for its subject, more the deeper the event is tucked away."""
    current = support.verb if support else match.clause.verb
    rank = 0
    for _ in range(20):
        head, dep = current.head, current.dep
        if head is current:
            break
        if head.i in matcher.ruled_out:  # "denied charges that it attacked": told only to be denied
            return NEVER_MAIN
        if dep in {"ccomp", "xcomp", "parataxis"}:
            rank = max(rank, _under_verb(head, matcher))
        elif dep == "pcomp" and current.lemma in sheet.words.say_verbs:
            pass  # "was quoted as saying that": what is said counts
        elif dep in {"acl", "dobj", "pobj", "attr", "prep", "nsubj", "pcomp"} and _passes_up(current, matcher):
            pass
        else:
            rank = max(rank, _RANKS.get(dep, 0))
        current = head
    return rank


def _passes_up(token: Token, matcher: Matcher) -> bool:
    """Whether what stands above only passes on what it governs ("an attempt to", "plans to")."""
    for above in (token.head, token.head.head):
        found = matcher.match(above)
        if found is not None and found.rule.passes:
            return not found.rule.side
    return False


def _under_verb(verb: Token, matcher: Matcher) -> int:
    above = matcher.match(verb)
    if above is None or above.rule.passes or not above.gives.type:
        return NEVER_MAIN if above is not None and above.rule.side else 0
    return 4
