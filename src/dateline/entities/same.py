"""Who a description means again: "the minister", "the country", "the troops" after somebody was named."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.entities.casting import Casting, Draft
from dateline.entities.describe import Description
from dateline.entities.spelling import fold
from dateline.record import Token

_BACK = 40  # mentions looked back for "the troops"; persons are remembered longer


def same_person(c: Casting, d: Description, token: Token) -> list[Draft] | None:
    """The person mentioned last who bears the role, or one it may stand for: "the Russian leader" is the president."""
    role = fold(d.role or d.lemma)
    wanted = {role}
    for name in (role, d.lemma):
        wanted.update(filter(None, c.know.words["role"].get(name, "").split("|")))
    return _last_person(c, d, role, wanted) or _anybody(c, d, token)


def _last_person(c: Casting, d: Description, role: str, wanted: set[str]) -> list[Draft] | None:
    for draft in _persons_back(c, d):
        if draft.roles & wanted or any(r.endswith(" " + role) for r in draft.roles):
            return [draft]
    return None


def _anybody(c: Casting, d: Description, token: Token) -> list[Draft] | None:
    """ "The man" is whom the article spoke of last, but not who says it; "his Iranian counterpart" any Iranian."""
    if d.lemma == "counterpart" and d.countries:
        return next(([p] for p in _persons_back(c, d) if p.country), None)
    if d.lemma not in c.know.words["anybody"]:
        return None
    gender = c.know.words["gender"].get(d.lemma, "")
    shut = {
        p
        for t in token.ancestors()
        for s in t.children
        if s.dep == "nsubj"
        for p in c.by_token.get(s.i, ())
        if s.i < token.i
    }
    fitting = [p for p in _persons_back(c, d) if p not in shut and (not gender or p.gender in {"", gender})]
    plain = [p for p in fitting if not p.named]  # who is known by name and office is rarely "the man"
    return next(([p] for p in (*plain, *fitting)), None)


def _persons_back(c: Casting, d: Description) -> Iterator[Draft]:
    """Single persons whom the description's country allows, the last one first."""
    tried: set[int] = set()
    for seen in reversed(c.seen[-_BACK * 3 :]):
        for draft in seen.drafts:
            if id(draft) in tried or draft.kind != "person" or draft.plural:
                continue
            tried.add(id(draft))
            if not (d.countries and draft.country and draft.country not in d.countries):
                yield draft


def same_state(c: Casting, token: Token) -> list[Draft] | None:
    """The state of "the country", or of its owner in "his country"; subjects before the last one named."""
    owner = token.child("poss")
    if owner is not None:
        for draft in c.by_token.get(owner.i, ()):
            if draft.kind == "state":
                return [draft]
            found = next((d for d in c.drafts if d.kind == "state" and d.country == draft.country and d.country), None)
            if found is not None:
                return [found]
        if c.by_token.get(owner.i):
            return None
    best: Draft | None = None
    best_score = -1
    for order, seen in enumerate(reversed(c.seen[-_BACK:])):
        if len(seen.drafts) != 1 or seen.drafts[0].kind != "state" or not seen.drafts[0].country:
            continue
        score = 100 - 25 * (token.sentence - seen.sentence) + seen.weight - order
        if score > best_score:
            best, best_score = seen.drafts[0], score
    return [best] if best is not None else None


def same_noun(c: Casting, d: Description, *, definite: bool, plural: bool) -> list[Draft] | None:
    """The same noun again ("the troops"), or the noun that ends a name ("the ministry")."""
    for seen in reversed(c.seen[-_BACK:]):
        for draft in seen.drafts:
            if draft.kind == "state" or (d.countries and draft.country not in {None, *d.countries}):
                continue
            if d.kind == "person" and draft.plural != plural:
                continue
            if draft.head == d.lemma and (definite or d.countries) and draft.sector == d.sector:
                return [draft]
            if definite and draft.kind == "organization" and not d.countries and fold(draft.name).split(" ")[-1] == d.lemma:
                return [draft]
    return None
