"""Plural descriptions of several actors named before: "the two leaders", "both sides", "the ministers"."""

from __future__ import annotations

from dateline.entities.casting import Casting, Draft
from dateline.entities.describe import phrase_start
from dateline.entities.pronouns import clause_subject
from dateline.entities.spelling import fold

_NEAR = 120  # tokens before "the two countries" in which they are looked for


def cast_pair(c: Casting, i: int) -> bool:
    """Links a plural description to the actors it gathers; whether it did."""
    token = c.tokens[i]
    what = c.know.words["gathers"].get(c.lemmas[i])
    if what is None or token.tag not in {"NNS", "NNPS"} or c.hits[i] is not None:
        return False
    first = phrase_start(c, token)
    before = [c.keys[k] for k in range(first, i)]
    number = next((int(c.know.words["number"][k]) for k in before if k in c.know.words["number"]), 0)
    if not before or before[0] not in {"the", "both", "these", "those"} or any(c.hits[k] for k in range(first, i)):
        return False
    if not number and "both" in before:
        number = 2
    subject = clause_subject(token) if token.dep != "nsubj" else None  # "Abe said the two leaders met" includes him
    shut = set(c.by_token.get(subject.i, ())) if subject is not None and subject.i < i else set()
    found = _states(c, i, number, shut) if what == "state" and number else _gather(c, what, c.lemmas[i], number, shut)
    for draft in found:
        c.mention(draft, first, i, i, "nominal")
    return bool(found)


def _states(c: Casting, i: int, number: int, shut: set[Draft]) -> list[Draft]:
    """The states spoken of most of late, their people included; not the one that speaks of "both countries"."""
    weights: dict[str, float] = {}
    for draft in c.drafts:
        if draft.country and not draft.plural and draft.kind in {"state", "person"}:
            near = sum(1 for first, _, _ in draft.mentions if i - _NEAR < first < i)
            weights[draft.country] = weights.get(draft.country, 0) + near * (1 if draft.kind == "state" else 0.5)
    states = [d for d in c.drafts if d.kind == "state" and d.country and weights.get(d.country) and d not in shut]
    states.sort(key=lambda d: (-weights[d.country or ""], -max((m[0] for m in d.mentions if m[0] < i), default=0)))
    chosen = states[:number]
    return sorted(chosen, key=lambda d: min(d.mentions)) if len(chosen) == number else []


def _gather(c: Casting, what: str, lemma: str, number: int, shut: set[Draft]) -> list[Draft]:
    found: list[Draft] = []
    for seen in reversed(c.seen[-60:]):
        for draft in seen.drafts:
            if draft in found or draft in shut or not _fits(c, draft, what, lemma):
                continue
            found.append(draft)
        if number and len(found) >= number:
            break
    if number:
        return sorted(found[:number], key=lambda d: d.mentions[0]) if len(found) >= number else []
    return sorted(found, key=lambda d: d.mentions[0]) if len(found) in {2, 3} and what == "person" else []


def _fits(c: Casting, draft: Draft, what: str, lemma: str) -> bool:
    if what == "person":
        wanted = {lemma, *c.know.words["role"].get(lemma, "").split("|")}
        return (
            draft.kind == "person"
            and not draft.plural
            and any(r in wanted or fold(r).endswith(" " + lemma) for r in draft.roles)
        )
    if what == "anybody":
        gender = c.know.words["gender"].get(lemma, "")
        return draft.kind == "person" and not draft.plural and draft.gender in {"", gender}
    if what == "state":
        return draft.kind == "state"
    return draft.kind == "state" or (draft.kind in {"organization", "group"} and bool(draft.sector))
