"""Names of bodies that no table has: what they say of the body, and how far they reach.

"International Union of Architects", "Markham Energy Partners", "Red Dawn Army", "Centre for Rural Schools".
"""

from __future__ import annotations

from dateline.entities.casting import Casting

_LONGEST = 12  # tokens of a name after its head


def sector_by_name(c: Casting, head: int, first: int, sector: str | None, *, homeless: bool) -> tuple[str, str] | None:
    """The sector that a capitalised name with its head at `head` tells, and why; `homeless`: no country is known.

    None where the name tells nothing beyond the sector its head noun has already.
    """
    token, lemma, words = c.tokens[head], c.lemmas[head], c.know.words
    if not is_named(c, head):
        return None
    name = range(first, name_end(c, head) + 1)
    if homeless and lemma in words["civil"] and any(c.keys[i] in words["worldwide"] for i in range(first, head)):
        return "NGO", "'international' in its name"
    others = [i for i in name if i != head]
    private = homeless and lemma == "army" and others and not any(c.keys[i] in words["regular"] for i in others)
    if private or (lemma in words["armed_body"] and any(_armed(c, i) for i in others)):
        return "REB", "an armed group by its name"
    before = c.tokens[head - 1] if head else token
    if sector in {None, "UNK"} and lemma in words["company_head"] and before.tag == "NNP" and before.head.i == head:
        return "BUS", "a company by its name"
    if homeless and lemma in words["civil"] and len(name) > 1 and sector in {None, "UNK", "SOC", "EDU"}:
        return "NGO", "a civil body of no country by its name"
    return None


def _armed(c: Casting, i: int) -> bool:
    return c.lemmas[i] in c.know.words["armed_word"] and c.tokens[i].text[:1].isupper()


def is_named(c: Casting, head: int) -> bool:
    """Whether a head noun is part of a name: the Front, not the front."""
    token = c.tokens[head]
    return token.text[:1].isupper() and (token.tag in {"NNP", "NNPS"} or name_end(c, head) > head)


def name_end(c: Casting, head: int) -> int:
    """The last token of the name whose head noun is at `head`: `Schools` of "the Centre for Rural Schools"."""
    lemma, words = c.lemmas[head], c.know.words
    if not c.tokens[head].text[:1].isupper() or not (lemma in words["civil"] or lemma in words["armed_body"]):
        return head
    end, i = head, head + 1
    limit = min(len(c.tokens), head + _LONGEST)
    while i < limit and c.tokens[i].sentence == c.tokens[head].sentence:
        if _goes_on(c, i):
            hit = c.hits[i]
            end = hit.end - 1 if hit is not None else i
            i = end + 1
        elif _links(c, i, linked=end > head):
            i += 1
        else:
            break
    return end


def _goes_on(c: Casting, i: int) -> bool:
    t = c.tokens[i]
    person = c.in_person.get(i)
    if not t.text[:1].isupper() or t.tag[0] not in "NJ" or (person is not None and person.title is not None):
        return False
    return c.keys[i - 1] in c.know.words["name_link"] or c.tokens[i - 1].text[:1].isupper() or t.tag == "NNPS"


def _links(c: Casting, i: int, *, linked: bool) -> bool:
    """Whether a small word joins parts of one name; "and", "in" and "'s" only do where a part stands before them."""
    key = c.keys[i]
    kind = c.know.words["name_link"].get(key)
    if kind is None or i + 1 >= len(c.tokens):
        return False
    n = c.tokens[i + 1]
    hit = c.hits[i + 1]
    if key == "in" and (hit is None or hit.named.kind != "state" or hit.named.use != "name"):
        return False
    above = key == "and" and i + 1 in c.in_title and i + 2 < len(c.tokens) and c.tokens[i + 2].tag == "NNP"
    capital = n.text[:1].isupper() and not above  # "the Centre for Rural Schools and President Kane"
    return (capital or c.keys[i + 1] == "the") and (kind == "first" or linked or c.keys[i - 1] in c.know.words["name_link"])
