"""Descriptions as actors: "Burmese troops", "the president", "police in Kenya", "the ministry"."""

from __future__ import annotations

from dateline.entities.bodies import is_named, name_end
from dateline.entities.casting import Casting, Draft
from dateline.entities.describe import Description, describe, phrase_start
from dateline.entities.people import apply, person_draft
from dateline.entities.same import same_noun, same_person, same_state
from dateline.entities.spelling import fold
from dateline.entities.states import government_draft
from dateline.record import Token


def cast_nominal(c: Casting, i: int) -> None:
    """The entity, or entities, of the phrase whose head is token `i`."""
    token = c.tokens[i]
    if i in c.used_titles or not _stands_alone(c, token):
        return
    first = phrase_start(c, token)
    d = describe(c, i, first)
    if d is None:
        return
    _own(c, d, token)
    linked = _beside(c, d, token, first) or _same(c, d, token, first)
    if linked is not None:
        for draft in linked:
            c.mention(draft, first, phrase_end(c, i), i, "nominal")
        return
    if d.state or _is_predicate(c, token, first) or (d.weak and not _active(c, d, token)):
        return
    countries: list[str | None] = list(d.countries) or [None]
    for country in countries:
        _new(c, d, token, first, country)


def cast_age(c: Casting, i: int) -> None:
    """ "The 52-year-old" is the person spoken of; `i` is the token "old"."""
    token = c.tokens[i]
    before_noun = token.dep in {"amod", "compound", "nmod"} and token.head.pos in {"NOUN", "PROPN"}
    first = i - 5  # the, 52, -, year, -, old
    if first < 0 or before_noun or c.keys[i - 2] not in c.know.words["age_unit"] or c.keys[first] != "the":
        return
    for seen in reversed(c.seen[-12:]):
        if len(seen.drafts) == 1 and seen.drafts[0].kind == "person" and not seen.drafts[0].plural:
            c.mention(seen.drafts[0], first, i, i, "nominal")
            return


def phrase_end(c: Casting, head: int) -> int:
    """The last token of a title or noun of several words: `state` of "secretary of state"."""
    ends = [h.end - 1 for h in (c.titles.get(head), c.nouns.get(head)) if h is not None]
    return max(ends, default=head)


def _is_predicate(c: Casting, token: Token, first: int) -> bool:
    """Whether a noun only says what somebody is or becomes: "ran for president", "called her a traitor"."""
    bare = first == token.i or c.tokens[first].pos not in {"DET", "PRON", "PROPN"}
    office = first == token.i and token.i in c.titles and token.tag == "NN" and token.dep in {"pobj", "dobj", "attr", "conj"}
    return token.dep == "oprd" or office or (token.dep == "pobj" and token.head.lower == "as" and bare)


def _stands_alone(c: Casting, t: Token) -> bool:
    """Whether a noun is the head of its phrase, not a word before another noun."""
    if t.dep in {"compound", "amod", "nmod", "npadvmod", "advmod"} and t.head.i > t.i:
        return False
    n = t.i + 1
    return not (n < len(c.tokens) and c.tokens[n].text == "-" and c.tokens[n].start == t.end and t.dep != "nsubj")


def _own(c: Casting, d: Description, token: Token) -> None:
    """What "its president", "the group's leader", "his Iranian counterpart" take from whom the owner stands for."""
    owner = token.child("poss")
    if owner is None:
        return
    for draft in c.by_token.get(owner.i, ()):
        if draft.country and not d.countries and d.lemma != "counterpart":
            d.countries.append(draft.country)
            d.why.append(f"of {draft.name}")
        if draft.kind in {"organization", "group"} and draft.sector and d.sector in {None, "UNK"}:
            d.sector = draft.sector
        if d.lemma == "counterpart" and draft.kind == "person":
            d.sector, d.role = draft.sector, draft.role
            d.why.append(f"counterpart of {draft.name}")


def _active(c: Casting, d: Description, token: Token) -> bool:
    return (
        bool(d.countries or d.bodies)
        or token.dep in {"nsubj", "agent"}
        or (token.dep == "pobj" and token.head.dep == "agent")
    )


def _beside(c: Casting, d: Description, token: Token, first: int) -> list[Draft] | None:
    """The person whom the description stands beside: "the foreign minister, Wang Yi", "Wang Yi is foreign minister"."""
    if d.kind != "person" or (token.tag in {"NNS", "NNPS"} and token.dep != "attr"):
        return None
    other: Token | None = None
    if token.dep == "conj" and token.head.dep in {"appos", "attr"} and first == token.i:
        shared = c.by_token.get(token.head.i, [])  # "the owner and founder"
        return list(shared) if len(shared) == 1 and shared[0].kind == "person" and not shared[0].plural else None
    if token.dep == "appos":
        other = token.head
    elif token.dep == "attr" and token.head.lemma == "be":
        other = token.head.child("nsubj")
    else:
        other = next((t for t in token.children if t.dep == "appos" and t.i in c.persons), None)
    if other is None:
        return None
    hit = c.persons.get(other.i)
    if hit is None:
        found = c.by_token.get(other.i)
        return list(found) if found and token.dep == "appos" and len(found) == 1 and found[0].kind == "person" else None
    if hit.who not in c.by_key and c.keys[first] in c.know.words["definite"]:
        same = same_person(c, d, token)
        if same and not same[0].named:
            c.by_key[hit.who] = same[0]
    draft = person_draft(c, hit)
    apply(c, draft, d)
    return [draft]


def _same(c: Casting, d: Description, token: Token, first: int) -> list[Draft] | None:
    """Somebody mentioned before whom the words mean again."""
    plural = token.tag in {"NNS", "NNPS"}
    definite = c.keys[first] in c.know.words["definite"]
    if d.lemma == "government" and len(d.countries) == 1 and not d.former:
        name = c.know.states.get(d.countries[0])
        if name is not None and d.sector == "GOV" and not d.others:
            return [government_draft(c, d.countries[0], name.name)]
    if c.keys[first] in c.know.words["indefinite"]:
        return None
    if plural:
        return same_noun(c, d, definite=definite, plural=True) if definite else None
    if d.kind == "person":
        return (
            same_person(c, d, token) if definite or c.tokens[first].text[:1].isupper() or d.lemma == "counterpart" else None
        )
    if d.state:
        return same_state(c, token) if definite else None
    return same_noun(c, d, definite=definite, plural=False)


def _new(c: Casting, d: Description, token: Token, first: int, country: str | None) -> None:
    plural = token.tag in {"NNS", "NNPS"} or d.kind == "group"
    capital = token.tag in {"NNP", "NNPS"} and token.text[:1].isupper() and d.kind == "organization" and first < token.i
    start = first + 1 if c.keys[first] in {"the", "a", "an"} and first < token.i else first
    text = c.reading.span(c.tokens[start].start, c.tokens[name_end(c, token.i)].end).text
    definite = c.keys[first] in c.know.words["definite"] or capital or (d.kind == "organization" and bool(d.countries))
    bare = plural and first == token.i
    key = f"said:{fold(text)}:{country}" if definite or bare else f"said:{token.i}:{country}"
    if len(d.countries) > 1:
        text = _named_for(c, d, country) or text
    draft = c.draft(key, text, "group" if plural and d.kind == "person" else d.kind)
    draft.definite = c.keys[first] in c.know.words["definite"] or token.text[:1].isupper()
    if not draft.why:
        draft.country, draft.sector, draft.others = country, d.sector, list(d.others)
        draft.role, draft.former, draft.plural, draft.head = d.role, d.former, plural, d.lemma
        draft.foreign = d.foreign
        draft.why = ["text: " + "; ".join(dict.fromkeys(d.why))]
        draft.gender = c.know.words["gender"].get(d.lemma, "") if not plural else ""
        draft.roles = {fold(d.role or d.lemma), d.lemma} if d.kind == "person" else set()
    end = name_end(c, token.i) if capital or is_named(c, token.i) else token.i
    c.inside.update(k for k in range(token.i + 1, end + 1) if not _is_state(c, k))
    c.mention(draft, first, max(end, phrase_end(c, token.i)), token.i, "name" if capital else "nominal")


def _is_state(c: Casting, i: int) -> bool:
    """Whether a word inside a name stands for a state too: `Chad` of "the Movement for Justice in Chad"."""
    hit = c.hits[i]
    return hit is not None and hit.named.kind == "state" and hit.named.use in {"name", "capital"}


def _named_for(c: Casting, d: Description, country: str | None) -> str:
    """A name for one of several: "Romanian officials" of "Hungarian and Romanian officials"."""
    state = c.know.states.get(country or "")
    return f"{c.tokens[d.head].text} of {state.name}" if state else ""
