"""What a phrase says of its actor: "senior Turkish army officers", "the foreign minister of Japan", "police in Kenya".

Country, sector and role are composed from the head noun or title, the words before it and what hangs on it by `of`, `in`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from dateline.entities.bodies import name_end, sector_by_name
from dateline.entities.casting import Casting, NameHit, NounHit
from dateline.entities.named import Codes, Modifier, Noun
from dateline.record import Token
from dateline.record.entity import EntityKind

_INTERNATIONAL = {"IGO", "NGO", "MNC"}
_NEVER_IN_OFFICE = {"CVL", "REB", "CRM", "REF", "LAB", "JRN"}  # former residents and rebels are no elite
_IN_OFFICE = {"GOV", "LEG", "MIL", "JUD", "ELI"}
_ARMED = {"REB", "IMG"}
_DEEPEST = 3  # "a spokesman for the head of the army of Chad"


@dataclass(slots=True)
class Description:
    """Codes of a phrase, with the words they rest on."""

    head: int
    kind: EntityKind = "group"
    lemma: str = ""
    countries: list[str] = field(default_factory=list)
    sector: str | None = None
    others: list[str] = field(default_factory=list)
    role: str | None = None
    former: bool = False
    weak: bool = False
    state: bool = False
    foreign: bool = False  # from abroad, or of several states: "foreign troops", "European leaders"
    why: list[str] = field(default_factory=list)
    bodies: list[NameHit] = field(default_factory=list)


def describe(c: Casting, head: int, first: int, *, after: bool = True, depth: int = 0) -> Description | None:
    """The description with head token `head` whose words before it start at `first`; None where the head is no actor."""
    d = _of_head(c, head)
    if d is None:
        return None
    own = [h for h in (c.titles.get(head), c.nouns.get(head), c.hits[head]) if h is not None]
    start = min((h.first for h in own), default=head)
    if start > 1 and c.keys[start - 1] == "-" and c.tokens[start - 1].end == c.tokens[start].start:
        first = min(first, start - 2)  # "ex-president"
    d.foreign = any(c.keys[i] in c.know.words["outsider"] for i in range(start, head))  # "coalition forces"
    _before(c, d, min(first, start), head, start)
    d.countries.reverse()  # they were met from right to left
    if after:
        _after(c, d, c.tokens[head], max((h.end for h in own), default=0), depth)
    noun = c.nouns.get(head)
    if d.sector is None and noun is not None and noun.noun.codes.sector != "UNK":  # "a Mexican boss" of no body
        d.sector = noun.noun.codes.sector
    if d.lemma in c.know.words["kin"]:
        _take_kin(c, d)
    if not d.bodies and not d.role:
        told = sector_by_name(c, head, first, d.sector, homeless=not d.countries)
        if told is not None:
            d.sector, d.others = told[0], []
            d.kind = "group" if told[0] == "REB" else "organization"
            d.why.append(told[1])
    return d


def _of_head(c: Casting, head: int) -> Description | None:
    title, noun = c.titles.get(head), c.nouns.get(head)
    if title is None and noun is None:
        if c.hits[head] is not None:
            return _of_people(c, head)
        ending = _by_ending(c, c.lemmas[head]) if head in c.described else None
        noun = NounHit(head, head + 1, ending) if ending else None
    if noun is not None and noun.noun.given:
        title = None
    if title and (noun is None or title.first <= noun.first):
        t = title.title
        d = Description(head, "person", c.lemmas[head], sector=t.codes.sector, role=t.name, why=[t.codes.why], weak=False)
        if t.codes.country:
            d.countries.append(t.codes.country)
        if noun is None and c.tokens[head].tag[0] != "N" and title.end - title.first == 1:
            return None
        if noun is not None and noun.noun.weak and title.first == head:
            d.weak = noun.noun.kind != "person"
        return d
    if noun:
        n = noun.noun
        lemma = n.lemma if head in c.nouns else c.lemmas[head]
        return Description(
            head,
            n.kind,
            lemma,
            sector=n.codes.sector,
            others=list(n.codes.others),
            why=[n.codes.why],
            weak=n.weak,
            state=n.state,
        )
    return None


def _of_people(c: Casting, head: int) -> Description | None:
    """A people as the head of a phrase: "British Jews", "displaced Colombians"."""
    hit = c.hits[head]
    if hit is None or hit.named.use not in {"people", "adjective"}:
        return None
    codes = hit.named.codes
    own = [codes.country] if codes.country else []
    return Description(head, "group", c.lemmas[head], own, codes.sector, list(codes.others), why=[codes.why])


def _by_ending(c: Casting, word: str) -> Noun | None:
    """What the end of an unknown noun says: `toolmaker`, `seismologist`."""
    for start in range(max(2, len(word) - 14), len(word) - 2):
        found = c.know.endings.get(word[start:])
        if found is not None:
            return found
    return None


def _take_kin(c: Casting, d: Description) -> None:
    """The family of those in office are elites: "the president's daughter", "the son of the Libyan leader"."""
    owner = c.tokens[d.head].child("poss")
    of = next((p for p in c.tokens[d.head].children if p.dep == "prep" and p.lower == "of"), None)
    whose = owner or (of.child("pobj") if of is not None else None)
    if whose is None:
        return
    sectors = {x.sector for x in c.by_token.get(whose.i, ()) if x.kind == "person"}
    if not sectors and whose.i not in c.in_person:
        inner = describe(c, whose.i, phrase_start(c, whose), after=False)
        sectors = {inner.sector} if inner is not None and inner.kind == "person" else set()
    if sectors & _IN_OFFICE:
        d.sector = "ELI"
        d.why.append("family of somebody in office")


def _of_body(c: Casting, d: Description) -> bool:
    title = c.titles.get(d.head)
    return title is not None and title.title.of


def _takes_body(c: Casting, d: Description) -> bool:
    """Whether the head has no sector of its own: `UNHCR spokeswoman`, `rebel force`."""
    title = c.titles.get(d.head)
    if d.role is not None and title is not None:
        return title.title.of or not d.sector
    return not d.sector or d.lemma in c.know.words.get("member", {})


def _before(c: Casting, d: Description, first: int, head: int, start: int) -> None:
    """Reads the words from `first` to the head, nearest first, so that the nearest sector wins."""
    taken = False
    i = head - 1
    while i >= first:
        hit = c.hits[i]
        if hit is not None:
            taken = _hit_before(c, d, hit, taken)
            i = hit.first - 1
            continue
        person = c.in_person.get(i)
        if person is not None:
            _person_before(c, d, person.who)
            i = person.first - 1
            continue
        if i < start or c.lemmas[i] in {"rebel", "opposition"}:
            taken = _word_before(c, d, i, taken)
        i -= 1


def _hit_before(c: Casting, d: Description, hit: NameHit, taken: bool) -> bool:
    codes, use = codes_here(c, hit), hit.named.use
    before = c.keys[hit.first - 1] if hit.first else ""
    if before == "ethnic" and use in {"adjective", "people"}:
        d.why.append(f"'ethnic {hit.named.name}' names a people")
        return taken
    if hit.first > 1 and c.keys[hit.first - 1] == "-" and c.keys[hit.first - 2] in c.know.words["against"]:
        return taken  # "anti-NATO protesters"
    backed = c.keys[hit.end] == "-" and c.keys[hit.end + 1] in c.know.words["backer"]
    if backed:  # "Turkish-backed rebels" are not Turkey's; an "al-Qaeda-linked group" fights as al-Qaeda does
        if codes.sector in _ARMED and d.sector in {None, "UNK", "CVL"}:
            d.sector = "REB"
            d.why.append(codes.why)
        return taken
    if codes.country and codes.country not in d.countries and _adds_country(c, d, hit):
        _call_home(c, d)
        d.countries.append(codes.country)
        d.why.append(codes.why)
    if not codes.country and use == "people" and c.keys[hit.end - 1] in c.know.words["outsider"]:
        d.foreign = True
    if hit.named.use == "people" and hit.named.kind == "group":
        _add_people(c, d, hit)
    elif hit.named.kind in {"organization", "group"}:
        d.bodies.append(hit)
        abroad = codes.country is None and codes.sector in _INTERNATIONAL
        if abroad and _owns(c, hit):  # "the UN's Syria envoy"
            d.countries.clear()
        if codes.sector and (not taken or abroad):
            _take(c, d, codes)
            return True
    elif use == "seat" and _takes_body(c, d) and not taken:
        d.sector = "GOV"
        return True
    return taken


def codes_here(c: Casting, hit: NameHit) -> Codes:
    """The codes of a name here: a body that many states have is that of the state named before it ("Irish Republican")."""
    codes = hit.named.codes
    country = state_of(c, hit) if hit.named.shared else None
    return replace(codes, country=country) if country else codes


def state_of(c: Casting, hit: NameHit) -> str | None:
    """The state that stands right before a body's name, or hangs on it: "Ukraine's Supreme Court", "the Senate of Chile"."""
    before = hit.first - 2 if hit.first > 1 and c.keys[hit.first - 1] in {"'s", "'"} else hit.first - 1
    beside = [before] if before >= 0 else []
    for child in c.tokens[hit.head].children:
        if child.dep == "prep" and child.lower in {"of", "in"}:
            beside += [t.i for t in child.children if t.dep == "pobj"]
    for i in beside:
        other = c.hits[i]
        if other is not None and other.named.kind == "state" and other.named.codes.country:
            return other.named.codes.country
    return None


def _call_home(c: Casting, d: Description) -> None:
    """A state's envoy to a body is the state's: "China's UN ambassador"."""
    title = c.titles.get(d.head)
    if d.bodies and d.sector in _INTERNATIONAL and title is not None and title.title.name in c.know.words["envoy"]:
        d.sector, d.others = title.title.codes.sector, []


def _add_people(c: Casting, d: Description, hit: NameHit) -> None:
    """A people or faith says who, not what: "Kurdish fighters" fight; "Catholic bishops" are REL anyway."""
    sector = hit.named.codes.sector
    if not d.sector or (d.lemma in c.know.words["faithful"] and sector):
        d.sector = sector
    elif sector == "REL" and d.sector != "REL" and "REL" not in d.others:
        d.others.append("REL")


def _owns(c: Casting, hit: NameHit) -> bool:
    return hit.end < len(c.keys) and c.keys[hit.end] in {"'s", "'"}


def _adds_country(c: Casting, d: Description, hit: NameHit) -> bool:
    """A second country counts only where the two are joined: "Hungarian and Romanian officials", "Russian-Japanese"."""
    if not d.countries:
        return True
    after = hit.end
    return after < len(c.keys) and (c.keys[after] in {"and", "-", ",", "or"})


def _take(c: Casting, d: Description, codes: Codes) -> None:
    """The sector of a body named with the head: "Hamas officials", "UN agency", "Taliban fighters"."""
    if codes.country is None and codes.sector in _INTERNATIONAL and not d.countries:
        if d.sector and d.sector != codes.sector and not _of_body(c, d):
            d.others.insert(0, d.sector)
        d.sector = codes.sector
        d.why.append(codes.why)
    elif codes.sector == "PTY" and d.sector and not _takes_body(c, d):  # "Labour lawmakers" are lawmakers first
        if "PTY" not in (d.sector, *d.others):
            d.others.append("PTY")
    elif _takes_body(c, d) or codes.sector in {"REB", "PRM", "CRM", "IMG"} or d.kind != "person":
        d.sector = codes.sector
        d.others += [o for o in codes.others if o not in d.others]
        d.why.append(codes.why)


def _person_before(c: Casting, d: Description, who: str) -> None:
    draft = c.by_key.get(who)
    if draft is not None and draft.country and draft.country not in d.countries:
        d.countries.append(draft.country)
        d.why.append(f"of {draft.name}")


def _is_against(c: Casting, i: int) -> bool:
    return i > 1 and c.keys[i - 1] == "-" and c.keys[i - 2] in c.know.words["against"]


def _modifier(c: Casting, i: int) -> Modifier | None:
    """The row of a word before a noun; of "anti-terror" the row of both, not that of "terror"."""
    if _is_against(c, i):
        return c.know.modifiers.get(f"{c.keys[i - 2]}-{c.keys[i]}")
    return c.know.modifiers.get(c.lemmas[i]) or c.know.modifiers.get(c.keys[i])


def _word_before(c: Casting, d: Description, i: int, taken: bool) -> bool:
    modifier = _modifier(c, i)
    if modifier is None and _is_against(c, i):
        return taken
    d.foreign = d.foreign or c.keys[i] in c.know.words["outsider"]
    if modifier is None:
        noun = c.nouns.get(i)
        if noun and c.tokens[i].tag == "NNP" and c.tokens[d.head].tag in {"NNP", "NNPS"}:
            return taken  # "Envoy Capital Group" has no envoys
        if noun and noun.noun.codes.sector and _takes_body(c, d) and not taken:
            d.sector = noun.noun.codes.sector
            d.why.append(noun.noun.codes.why)
            return True
        return taken
    if modifier.effect == "former":
        if d.kind == "person" and not d.former and d.sector not in _NEVER_IN_OFFICE:
            d.former = True
            if d.sector and d.sector != "ELI":
                d.others.insert(0, d.sector)
            d.sector = "ELI"
            d.why.append(f"'{modifier.word}'")
    elif modifier.effect == "add":
        if d.sector and d.sector not in {"OPP", modifier.sector} and modifier.sector not in d.others:
            d.others.append(modifier.sector)
        elif not d.sector:
            d.sector = modifier.sector
        d.why.append(f"'{modifier.word}'")
    elif taken or d.former:
        return taken
    elif modifier.effect == "give" and (d.sector, modifier.sector) == ("MIL", "GOV"):
        return taken  # "federal troops" are troops
    elif modifier.effect == "set" or (modifier.effect == "give" and _takes_body(c, d)):
        d.sector = modifier.sector
        d.why.append(f"'{modifier.word}'")
        return True
    return taken


def _after(c: Casting, d: Description, head: Token, end: int, depth: int) -> None:
    linking = c.know.words["linking_preposition"]
    for child in head.children:
        if child.dep == "prep" and child.i >= max(end, head.i + 1) and child.lower in linking:
            for obj in (t for t in child.children if t.dep == "pobj"):
                for one in obj.conjuncts():
                    _link(c, d, child.lower, one, depth)


def _link(c: Casting, d: Description, preposition: str, obj: Token, depth: int) -> None:
    """What `of X`, `in X`, `for X` adds to the head: a country, the sector of a body."""
    hit = c.hits[obj.i]
    if hit is not None:
        codes = hit.named.codes
        known = (bool(d.countries) and preposition != "of") or (bool(d.bodies) and preposition in {"in", "near", "at"})
        known = known or _is_foreign(c, d, preposition)
        if codes.country and codes.country not in d.countries and not known:
            d.countries.append(codes.country)
            d.why.append(codes.why)
        if preposition in {"in", "at", "from", "near"}:
            return
        if hit.named.kind in {"organization", "group"} and codes.sector:
            d.bodies.append(hit)
            _take(c, d, codes)
        elif hit.named.use == "seat" and _takes_body(c, d):
            d.sector = "GOV"
        return
    if _is_foreign(c, d, preposition) or obj.i <= name_end(c, d.head):
        return  # "the Movement for Justice" is no court
    drafts = c.by_token.get(obj.i)
    if drafts and len(drafts) == 1 and drafts[0].country and not d.countries:
        d.countries.append(drafts[0].country)
        d.why.append(f"of {drafts[0].name}")
    if depth >= _DEEPEST or preposition in {"in", "at", "near"}:
        return
    inner = describe(c, obj.i, obj.left, depth=depth + 1)
    if inner is None:
        return
    if not d.countries:
        d.countries += inner.countries
    if inner.sector and _takes_body(c, d) and not d.former:
        d.sector, d.others = inner.sector, [*d.others, *(o for o in inner.others if o not in d.others)]
        d.why += inner.why
    elif inner.sector == "OPP" and "OPP" not in d.others and d.sector != "OPP":
        d.others.append("OPP")


def _is_foreign(c: Casting, d: Description, preposition: str) -> bool:
    """Whether the place is not whose somebody is: "the UN envoy for Syria", "foreign troops in Mali"."""
    if preposition in {"for", "to"}:
        return bool(d.bodies) and not d.countries and d.sector in _INTERNATIONAL
    return d.foreign and preposition != "of"


def phrase_start(c: Casting, head: Token) -> int:
    """The first token of the words before a head noun."""
    first = head.i
    for child in head.children:
        if child.i < head.i and child.dep in c.know.words["before_noun"] and child.left < first:
            first = child.left
    return max(first, head.i - 15)
