"""Numbers the entities in order of first mention and makes the cast."""

from __future__ import annotations

from dateline.entities.casting import Casting, Draft
from dateline.record import Cast, Entity
from dateline.record.entity import Mention


def finish_cast(c: Casting) -> Cast:
    """The cast of a filled sheet."""
    drafts = [d for d in c.drafts if d.mentions]
    for d in drafts:
        d.mentions.sort()
    drafts.sort(key=lambda d: (d.mentions[0][0], -d.mentions[0][1]))
    ids = {id(d): f"n{n}" for n, d in enumerate(drafts, 1)}
    return Cast(
        entities=tuple(_entity(c, d, ids[id(d)]) for d in drafts),
        by_token={i: tuple(ids[id(d)] for d in own) for i, own in sorted(c.by_token.items())},
        by_modifier={i: tuple(ids[id(d)] for d in own) for i, own in sorted(c.by_modifier.items())},
        abroad=frozenset(ids[id(d)] for d in drafts if d.foreign),
    )


def _entity(c: Casting, d: Draft, entity_id: str) -> Entity:
    tokens, text = c.tokens, c.reading.article.text
    mentions = []
    for first, last, kind in dict.fromkeys(d.mentions):
        start, end = tokens[first].start, tokens[last].end
        mentions.append(Mention(start, end, text[start:end], kind))
    return Entity(
        id=entity_id,
        name=d.name,
        kind=d.kind,
        country=d.country,
        sector=d.sector,
        other_sectors=tuple(o for o in dict.fromkeys(d.others) if o and o != d.sector),
        role=d.role,
        mentions=tuple(mentions),
        why=" | ".join(dict.fromkeys(w for w in d.why if w)),
    )
