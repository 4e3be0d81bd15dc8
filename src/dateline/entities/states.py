"""Names of states, bodies and peoples as actors: which stand for somebody, which only describe, which are only places."""

from __future__ import annotations

from dateline.entities.casting import Casting, Draft, NameHit
from dateline.entities.describe import describe, phrase_start, state_of
from dateline.entities.named import Named
from dateline.entities.spelling import fold
from dateline.record import Token


def cast_name(c: Casting, hit: NameHit) -> None:
    """Mentions and modifiers that a table's name gives; capitals only where they act."""
    token = c.tokens[hit.head]
    use = hit.named.use
    last = hit.end - 1
    if use == "capital" or (use == "name" and hit.named.region):
        if _modifies(c, hit, token) or acts(c, token):
            _place(c, hit, state_draft(c, hit.named), token)
        return
    if use in {"adjective", "people"} and not _modifies(c, hit, token) and _cast_told(c, hit):
        return
    if use == "adjective" or (use == "people" and hit.named.kind == "state"):
        if _modifies(c, hit, token):
            _modify(c, state_draft(c, hit.named), hit, token)
        elif _is_head(token):
            c.mention(_people_draft(c, hit), _article_before(c, hit.first), last, hit.head, "name")
        else:
            c.modify(state_draft(c, hit.named), hit.first, last)
        return
    if hit.named.shared and not _modifies(c, hit, token):
        c.mention(shared_draft(c, hit), hit.first, last, hit.head, "name")
        return
    if use == "seat" and token.dep == "pobj" and token.head.lower in c.know.words["place_preposition"]:
        return  # "a meeting in the Kremlin"
    _place(c, hit, named_draft(c, hit.named), token)


def _cast_told(c: Casting, hit: NameHit) -> bool:
    """People of whom the words around say more: "British Jews", "displaced Colombians", "Christians in Egypt"."""
    token = c.tokens[hit.head]
    first = phrase_start(c, token)
    if not _is_head(token) or (first >= hit.first and not any(t.dep == "prep" for t in token.children)):
        return False
    own = hit.named.codes
    d = describe(c, hit.head, first)
    country = next(iter(d.countries), None) if d is not None else None
    other = c.hits[hit.first - 1] if hit.first else None
    if hit.named.kind == "state" and other is not None and other.named.use == "adjective" and own.country:
        country = other.named.codes.country  # "British Indians" are Britain's
    if d is None or (country == own.country and d.sector == own.sector):
        return False
    start = _article_before(c, first) if c.keys[first] not in {"the", "a", "an"} else first + 1
    text = c.reading.span(c.tokens[start].start, c.tokens[hit.end - 1].end).text
    draft = c.draft(f"people:{fold(text)}:{country}", text, "group")
    if not draft.why:
        draft.country, draft.sector, draft.others, draft.plural = country, d.sector, list(d.others), True
        draft.why.append("text: " + "; ".join(dict.fromkeys(d.why)))
    c.mention(draft, first, hit.end - 1, hit.head, "name")
    return True


def shared_draft(c: Casting, hit: NameHit) -> Draft:
    """A body whose name many states share: of the state named with it, else the one meant before, else the usual one."""
    named = hit.named
    country = state_of(c, hit)
    if country is None and named.name in c.shared:
        return c.shared[named.name]
    country = country or _foremost(c, named.codes.country)
    if country in {None, named.codes.country}:
        draft = named_draft(c, named)
    else:
        text = c.reading.span(c.tokens[hit.first].start, c.tokens[hit.end - 1].end).text
        draft = c.draft(f"{named.key}:{country}", text, named.kind)
        if not draft.why:
            draft.country, draft.sector, draft.others = country, named.codes.sector, list(named.codes.others)
            draft.why.append(f"{named.codes.why}, here of {country}")
    return c.shared.setdefault(named.name, draft)


def _foremost(c: Casting, usual: str | None) -> str | None:
    """The state an article speaks of most, where it does not name the one that a shared name usually means."""
    if usual is None or c.countries[usual]:
        return usual
    first, second = (*c.countries.most_common(2), ("", 0), ("", 0))[:2]
    return first[0] if first[1] > max(1, second[1]) else usual


def cast_unknown(c: Casting, i: int) -> None:
    """A name that no table has, whose bearer speaks or is a company."""
    first, end, sector = c.unknown[i]
    name = c.reading.span_of(c.tokens[first], c.tokens[end - 1]).text
    draft = c.draft(f"unknown:{fold(name)}", name, "organization")
    draft.sector = sector
    if not draft.why:
        draft.why.append("a company by its name" if sector else "a name that speaks or acts")
    c.mention(draft, first, end - 1, i, "name")


def _place(c: Casting, hit: NameHit, draft: Draft, token: Token) -> None:
    last = hit.end - 1
    if _modifies(c, hit, token):
        _modify(c, draft, hit, token)
    else:
        c.mention(draft, hit.first, last, hit.head, "name")


def _modify(c: Casting, draft: Draft, hit: NameHit, token: Token) -> None:
    c.modify(draft, hit.first, hit.end - 1)
    if token.dep in {"nsubj", "dobj", "pobj"}:  # "Philippine Vice President Abad" read as a subject of its own
        return
    c.described.add(token.head.i if token.dep != "conj" else token.head.head.i)


def named_draft(c: Casting, named: Named) -> Draft:
    """The entity of a name: a seat of government is its government, a state's name the state."""
    if named.use == "seat" or (named.kind == "state" and fold(named.written[-1]) in c.know.words["governs"]):
        return government_draft(c, named.codes.country, named.name)
    if named.kind == "state":
        return state_draft(c, named)
    draft = c.draft(named.key, named.name, named.kind)
    if not draft.why:
        draft.country, draft.sector, draft.others = named.codes.country, named.codes.sector, list(named.codes.others)
        draft.why.append(named.codes.why)
        draft.plural = named.use == "people"
    return draft


def state_draft(c: Casting, named: Named) -> Draft:
    """The state that a name, demonym or capital belongs to; it has a country and no sector."""
    draft = c.draft(f"state:{named.name}", named.name, "state")
    if not draft.why:
        draft.country, draft.others = named.codes.country, list(named.codes.others)
        draft.why.append(named.codes.why)
    return draft


def government_draft(c: Casting, country: str | None, name: str) -> Draft:
    """The government of a state, one entity by whatever words ("the Kremlin", "the Russian government")."""
    draft = c.draft(f"government:{country}", f"Government of {name}", "organization")
    if not draft.why:
        draft.country, draft.sector, draft.head = country, "GOV", "government"
        draft.why.append(f"government of {name}")
    return draft


def _people_draft(c: Casting, hit: NameHit) -> Draft:
    named = hit.named
    text = c.reading.span(c.tokens[hit.first].start, c.tokens[hit.end - 1].end).text
    before = c.keys[hit.first - 1] if hit.first else ""
    one = before in {"a", "an"} and c.tokens[hit.head].tag in {"NN", "NNP", "JJ"} and not text.endswith("s")
    draft = c.draft(f"people:{named.name}:{hit.head if one else ''}", text, "person" if one else "group")
    if not draft.why:
        draft.country, draft.others, draft.plural = named.codes.country, list(named.codes.others), not one
        draft.why.append(named.codes.why)
    return draft


def _modifies(c: Casting, hit: NameHit, token: Token) -> bool:
    """Whether the name stands before a noun it describes: `Burmese` troops, `Kremlin` spokesman, `US`-led."""
    if token.dep in {"compound", "amod", "nmod", "npadvmod"} and token.head.i >= hit.end:
        return True
    if token.dep == "conj" and token.head.i < token.i:
        head = token.head
        other = c.hits[head.i]
        if other is not None and head.dep in {"amod", "compound", "nmod"} and head.head.i >= hit.end:
            return True
    if hit.named.use in {"adjective", "people"} and any(hit.end == c.titles[k].first for k in c.used_titles & _next(hit)):
        return True
    after = hit.end
    return after < len(c.tokens) and c.tokens[after].text == "-" and c.tokens[after].start == c.tokens[after - 1].end


def _next(hit: NameHit) -> set[int]:
    return set(range(hit.end, hit.end + 4))


def _is_head(token: Token) -> bool:
    return token.dep not in {"amod", "compound", "nmod", "npadvmod", "acomp", "advmod"}


def _article_before(c: Casting, first: int) -> int:
    return first - 1 if first and c.keys[first - 1] in {"the", "a", "an"} else first


def acts(c: Casting, token: Token) -> bool:
    """Whether a capital stands for its government: "Tokyo said", "talks with Moscow", "Ankara's mediation"."""
    words = c.know.words
    while token.dep == "conj":  # a town in a list acts as the first of the list does
        token = token.head
        if _state_beside(c, token):
            return True
    dep, head = token.dep, token.head
    if dep == "nsubj":
        return _is_somebody(c, head) if head.lemma == "be" else head.lemma not in words["capital_not"]
    if dep in {"nsubjpass", "dobj", "dative"}:
        return head.lemma in words["capital_object"]
    if dep == "poss":
        return head.lemma not in words["place_word"] and head.lemma not in words["capital_has"]
    if dep == "pobj" and head.dep in {"prep", "agent", "dative"}:
        preposition, above = head.lower, head.head
        if preposition in words["capital_preposition"]:
            return True
        return above.lemma in words.get(f"capital_{preposition}", {})
    return dep == "pobj" and any(t.i != token.i and _state_beside(c, t) for t in token.conjuncts())


def _is_somebody(c: Casting, verb: Token) -> bool:
    """Whether "Moscow is ..." tells of a government: "is ready to talk"; not "is the capital"."""
    told = verb.child("attr", "acomp", "xcomp")
    return told is not None and (told.i in c.nouns or told.lemma in c.know.words["capital_is"])


def _state_beside(c: Casting, token: Token) -> bool:
    hit = c.hits[token.i]
    return (
        hit is not None and hit.named.kind == "state" and hit.named.use == "name" and token.dep in {"nsubj", "dobj", "poss"}
    )
