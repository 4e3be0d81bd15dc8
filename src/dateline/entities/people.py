"""Persons as entities: codes from their titles here, from what is said beside the name, and from the tables by date."""

from __future__ import annotations

from dateline.entities.casting import Casting, Draft, PersonHit
from dateline.entities.describe import Description, describe, phrase_start
from dateline.entities.figures import is_elsewhere
from dateline.entities.named import Codes, Figure, Office
from dateline.entities.spelling import fold
from dateline.record import Token


def cast_person(c: Casting, hit: PersonHit) -> Draft:
    """The mention of a personal name, and what its title and appositions say of the person."""
    draft = person_draft(c, hit)
    c.mention(draft, hit.first, hit.end - 1, hit.head, "name")
    head = c.tokens[hit.head]
    if hit.title is not None:
        _apply_title(c, draft, hit)
    else:
        _apply_noun(c, draft, hit)
    for child in head.children:
        if child.dep == "appos" and child.i > head.i and child.i not in c.in_person:
            found = describe(c, child.i, phrase_start(c, child))
            if found is not None and found.kind == "person":
                apply(c, draft, found)
    _apply_of(c, draft, head)
    return draft


def _apply_noun(c: Casting, draft: Draft, hit: PersonHit) -> None:
    """What a noun right before a name tells: "Dominican baseball player Ramon Peralta"."""
    last = c.tokens[hit.first - 1] if hit.first else None
    if last is None or last.tag != "NN" or last.i in c.by_token or c.hits[last.i] is not None:
        return
    within = hit.first <= last.head.i < hit.end or (last.dep == "appos" and last.head.i == hit.head)
    if not within:
        return
    first = min([last.left, *(t.left for t in c.tokens[hit.head].children if t.i < hit.first)])
    found = describe(c, last.i, max(first, last.i - 8), after=False)
    if found is not None and found.kind == "person":
        apply(c, draft, found)
        return
    for i in range(max(first, last.i - 8), last.i):
        named = c.hits[i]
        if named is not None and named.named.use == "adjective" and draft.country is None:
            draft.country = named.named.codes.country
            draft.why.append(named.named.codes.why)


def _apply_of(c: Casting, draft: Draft, head: Token) -> None:
    """What "of" right after a name tells: "Interior Minister Belaid of Tunisia", "Peter Lind of the Swedish army"."""
    for child in head.children:
        of = child.child("pobj") if child.dep == "prep" and child.lower == "of" and child.i == head.i + 1 else None
        if of is None:
            continue
        hit = c.hits[of.i]
        body = hit.named.codes if hit is not None else None
        if body is None:
            told = describe(c, of.i, phrase_start(c, of))
            if told is None or told.kind == "person" or not told.countries:
                continue
            body = Codes(told.countries[0], told.sector, tuple(told.others), "text: " + "; ".join(told.why))
        if draft.country is None and body.country:
            draft.country = body.country
            draft.why.append(body.why)
        if draft.sector is None and body.sector:
            draft.sector, draft.others = body.sector, list(body.others)
            draft.why.append(body.why)


def person_draft(c: Casting, hit: PersonHit) -> Draft:
    """The entity of a personal name, with the office of the tables where they know the person."""
    draft = c.by_key.get(hit.who)
    if draft is not None:
        if not hit.who.startswith("table:") and hit.end - hit.first > 1 and len(_text(c, hit)) > len(draft.name):
            draft.name = _text(c, hit)
        return draft
    figure = c.know.figures.get(hit.who.removeprefix("table:")) if hit.who.startswith("table:") else None
    name = figure.name if figure else _text(c, hit)
    draft = _unnamed(c, hit, figure) or c.draft(hit.who, name, "person")
    draft.name, draft.named = name, True
    c.by_key[hit.who] = draft
    draft.gender = (figure.gender if figure else "") or c.know.given_names.get(c.keys[hit.first], "")
    if figure is not None and not is_elsewhere(c, figure):
        _apply_figure(c, draft, figure)
    return draft


def _unnamed(c: Casting, hit: PersonHit, figure: Figure | None) -> Draft | None:
    """Somebody described before and named only now: "wrote to the president. President Mahama ..."."""
    wanted: set[str] = set()
    if hit.title is not None and not c.titles[hit.title[1]].title.honorific:
        wanted = {fold(c.titles[hit.title[1]].title.name)}
    elif figure is not None:
        wanted = {fold(o.title) for o in figure.offices if not c.day or o.held(c.day)}
    countries = figure.countries if figure else frozenset()
    for seen in reversed(c.seen[-30:]):
        for draft in seen.drafts:
            fits = draft.kind == "person" and not draft.named and not draft.plural and draft.definite and not draft.former
            if fits and draft.roles & wanted and (not draft.country or not countries or draft.country in countries):
                return draft
    return None


def _text(c: Casting, hit: PersonHit) -> str:
    return c.reading.span(c.tokens[hit.first].start, c.tokens[hit.end - 1].end).text


def _apply_figure(c: Casting, draft: Draft, figure: Figure) -> None:
    """The office held on the published date, else the last one before it, as a former one."""
    held = [o for o in figure.offices if o.held(c.day)] if c.day else []
    leaders = c.know.words["role"]["leader"].split("|")
    office: Office
    if held:
        office = min(held, key=lambda o: (o.title not in leaders, o.sector != "GOV", o.sector == "PTY"))
    elif not c.day:  # the office that somebody is best known for: a state's leader before a mediator abroad
        office = min(reversed(figure.offices), key=lambda o: (o.title not in leaders, not o.country))
    else:
        before = [o for o in figure.offices if o.since[: len(c.day)] <= c.day]
        later = [o for o in figure.offices if o not in before]
        office = before[-1] if before else figure.offices[0]
        draft.former = bool(before) and not later and not figure.given  # between two offices nobody is a former one
    draft.country, draft.sector, draft.role = office.country or draft.country, office.sector, office.title or None
    if draft.former:
        draft.others = [office.sector] if office.sector and office.sector != "ELI" else []
        draft.sector = "ELI"
    draft.roles.update(fold(o.title) for o in held or [office] if o.title)
    draft.why.append(f"people: {figure.name}, {office.title}, {office.since}/{office.until}")


def _apply_title(c: Casting, draft: Draft, hit: PersonHit) -> None:
    first, last = hit.title or (0, 0)
    head = c.tokens[hit.head]
    start = min([first, *(t.left for t in head.children if t.i < hit.first and t.dep in c.know.words["before_noun"])])
    while start and (near := c.hits[start - 1]) is not None and near.named.use in {"adjective", "people"}:
        start = near.first  # "Philippine Vice President ..." by whatever parse
    start = max(start, last - 15)
    title = c.titles[last].title
    if title.honorific:
        draft.gender = draft.gender or c.know.words["gender"].get(title.name, "")
        return
    found = describe(c, last, start, after=False)
    if found is not None:
        apply(c, draft, found)
    for above in hit.more:  # "army spokesman Gen. Saad Maan" speaks for the army and is a general
        found = describe(c, above, min(start, above), after=False)
        if found is not None:
            apply(c, draft, found)


def apply(c: Casting, draft: Draft, d: Description) -> None:
    """Gives a person the codes that the text states; they win over the tables', whose country fills a gap."""
    fresh = not any(w.startswith("text: ") for w in draft.why)
    if d.role is not None or d.sector:
        draft.roles.add(fold(d.role or d.lemma))
        draft.roles.add(d.lemma)
        draft.gender = draft.gender or c.know.words["gender"].get(d.lemma, "")
    if d.lemma == "counterpart" and draft.role:
        return
    if d.countries and (fresh or draft.country is None):
        draft.country = d.countries[0]
    if d.sector and (fresh or not draft.sector):
        draft.sector, draft.others, draft.former = d.sector, list(d.others), d.former
        draft.role = d.role or d.lemma
    if d.sector or d.countries:
        draft.why.append("text: " + "; ".join(dict.fromkeys(d.why)))


def is_self(token: Token) -> bool:
    """Whether a noun stands for the person it is set beside: "Abe, the prime minister", "Abe is prime minister"."""
    return token.dep in {"appos", "attr"}
