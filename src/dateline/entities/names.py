"""Finds the tables' names, titles and nouns in the text: one pass over the words, longest match."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from dateline.entities.casting import Casting, NameHit, NounHit, TitleHit
from dateline.entities.named import Codes, Named
from dateline.entities.phrases import Hit, Phrases
from dateline.entities.spelling import fits_case
from dateline.record import Token

T = TypeVar("T")


def scan_words(c: Casting) -> None:
    """Fills `hits`, `titles`, `nouns` and `countries`."""
    _scan_names(c)
    _scan_titles(c)


def _scan_names(c: Casting) -> None:
    names = c.know.names
    starts = names.starts()
    keys, tokens = c.keys, c.tokens
    i, size = 0, len(tokens)
    while i < size:
        if keys[i] not in starts:
            i += 1
            continue
        i = _match_name(c, i) or i + 1


def _match_name(c: Casting, i: int) -> int | None:
    """The end of the name that starts at token `i`, noted in `hits`."""
    tokens = c.tokens
    for hit in c.know.names.hits(c.keys, i):
        if tokens[hit.end - 1].sentence != tokens[i].sentence:
            continue
        written = [t.text for t in tokens[i : hit.end]]
        fitting = [n for n in hit.values if fits_case(written, n.written)]
        if fitting and _inside_longer(c, i, hit.end, fitting[0]):
            continue
        if fitting and hit.end == i + 1 and fitting[0].kind == "state" and _after_article(c, i):
            continue
        if fitting and fitting[0].kind == "person" and _hyphen_goes_on(c, hit.end):
            continue
        if not fitting or (hit.end == i + 1 and _part_of_person(c, i, fitting[0])):
            continue
        named = fitting[0] if len(fitting) == 1 else _choose(c, i, fitting)
        if hit.end == i + 1 and named.use == "name" and c.keys[i] in c.know.homonyms:
            named = _other_reading(c, i, named)
        found = NameHit(i, hit.end, named, head_of(tokens, i, hit.end).i)
        for k in range(i, hit.end):
            c.hits[k] = found
        if named.codes.country and named.use != "seat" and not named.shared:
            c.countries[named.codes.country] += 1
        return hit.end
    return None


def _other_reading(c: Casting, i: int, named: Named) -> Named:
    """The American Georgia where the article speaks of Atlanta; a region, which acts less often than a state."""
    other = c.know.homonyms[c.keys[i]]
    words = set(c.keys)
    score = len(words & other.cues) - len(words & other.against)
    after_town = i > 1 and c.tokens[i - 1].text == "," and c.tokens[i - 2].tag == "NNP" and c.hits[i - 2] is None
    if score <= 0 and not after_town:
        return named
    state = c.know.states.get(other.country)
    why = f"homonyms.tsv: {named.name}" if state is None or other.country == "USA" else state.codes.why
    codes = Codes(other.country, None, (), why)
    if state is not None and other.country != "USA":
        return state
    return Named("name", "state", f"{named.name} ({other.country})", codes, named.written, region=True)


def _inside_longer(c: Casting, i: int, end: int, named: Named) -> bool:
    """Whether plain words are part of a longer name: "Lebanese Liberation Front" has no newspaper Liberation in it."""
    if named.kind not in {"organization", "group"} or named.use != "name":
        return False
    tokens = c.tokens
    if end - i == 1 and end < len(tokens):
        n = tokens[end]
        return c.keys[i] in c.know.modifiers and n.tag in {"NNP", "NNPS"} and n.text[:1].isupper()
    if end - i == 1 or c.lemmas[end - 1] not in c.know.nouns.singles():
        return False
    if end + 1 < len(tokens) and named.codes.country and c.keys[end] == "for" and c.keys[end + 1] == "the":
        return True  # "the National Front for the Liberation of ..."
    if i == 0:
        return False
    p = tokens[i - 1]
    before = c.hits[i - 1]
    if before is not None and before.named.use == "adjective" and before.named.codes.country != named.codes.country:
        return named.codes.country is not None and p.end + 1 == tokens[i].start  # "Lebanese National Resistance Front"
    outside = p.tag == "NNP" and p.dep == "compound" and i <= p.head.i < end and c.hits[i - 1] is None
    return outside and named.codes.country is not None and c.keys[i - 1] not in c.know.titles.singles()


def _after_article(c: Casting, i: int) -> bool:
    """Whether an Arabic article hangs before a word: "al-Sabah" is a family, not a part of Malaysia."""
    if i < 2 or c.tokens[i - 1].text != "-" or c.tokens[i - 1].end != c.tokens[i].start:
        return False
    return c.keys[i - 2] in {"al", "el", "as"} and c.tokens[i - 2].end == c.tokens[i - 1].start


def _hyphen_goes_on(c: Casting, end: int) -> bool:
    """Whether a personal name goes on after a hyphen: "Park Jin-woo" is not Park Jin; "Abbas-led" is Abbas."""
    if end + 1 >= len(c.tokens) or c.tokens[end].text != "-" or c.tokens[end].start != c.tokens[end - 1].end:
        return False
    n = c.tokens[end + 1]
    return n.start == c.tokens[end].end and n.tag in {"NNP", "NN"} and c.keys[end + 1] not in c.know.words["backer"]


def head_of(tokens: Sequence[Token], first: int, end: int) -> Token:
    """The token of a phrase by which it hangs in its sentence."""
    found = tokens[end - 1]
    for t in reversed(tokens[first:end]):
        if not first <= t.head.i < end or t.head is t:
            found = t
            break
    if found.pos in {"ADP", "PUNCT", "DET"} and end - 1 > first:
        return tokens[end - 1]
    return found


def _part_of_person(c: Casting, i: int, named: Named) -> bool:
    """Whether a one-word name belongs to a person's: `Jordan Henderson`, `Michael Jordan`, `Denzel Washington`."""
    tokens, given = c.tokens, c.know.given_names
    t = tokens[i]
    if t.tag not in {"NNP", "NNPS"}:
        return False
    p = tokens[i - 1] if i else None
    if p is not None and p.tag == "NNP" and p.dep == "compound" and p.head.i == i and c.hits[p.i] is None:
        before = c.keys[p.i]
        plain = before not in c.know.words["place_opener"] and before not in c.know.titles.starts()
        acronym = named.written[0].isupper() and not t.text.isupper()  # Taylor Swift is not the payments network SWIFT
        if before in given or acronym or (named.use == "capital" and plain):
            return True
    n = tokens[i + 1] if i + 1 < len(tokens) else None
    if n is None or c.keys[i] not in given or t.dep != "compound" or n.tag != "NNP":
        return False
    joined = n.text[:1].isupper() and t.head.i in {n.i, n.head.i}
    return joined and c.keys[n.i] not in c.know.titles.starts() and c.keys[n.i] not in c.know.names.starts()


def _choose(c: Casting, i: int, fitting: Sequence[Named]) -> Named:
    """One of several rows of the same name: of a country named near, of one the article names, the first."""
    persons = [n for n in fitting if n.kind == "person"]
    if len(persons) == len(fitting):
        return _choose_person(c, persons)
    near = {h.named.codes.country for h in c.hits[max(0, i - 4) : i] if h}
    best = fitting[0]
    best_score = -1.0
    for order, n in enumerate(fitting):
        country = n.codes.country
        score = 10.0 * (country in near and country is not None) + min(5, c.countries[country or ""]) - 0.01 * order
        score += 0.5 * (n.use == "name")
        if score > best_score:
            best, best_score = n, score
    return best


def _choose_person(c: Casting, persons: Sequence[Named]) -> Named:
    def weight(n: Named) -> tuple[bool, int, bool, str]:
        figure = n.figure
        if figure is None:
            return (False, 0, False, "")
        held = bool(c.day) and any(o.held(c.day) for o in figure.offices)
        cues = sum(c.countries[k] for k in figure.countries)
        return (held, min(cues, 3), n.name == " ".join(n.written), figure.offices[-1].since)

    return max(persons, key=weight)


def _scan_titles(c: Casting) -> None:
    for first, hit in _phrases(c, c.know.titles):
        head = _inner_head(c, first, hit.end)
        c.titles[head] = TitleHit(first, hit.end, hit.values[0])
        c.title_ends[hit.end - 1] = head
        c.in_title.update(range(first, hit.end))
    for first, found in _phrases(c, c.know.nouns):
        if found.values[0].capital and c.tokens[found.end - 1].tag not in {"NNP", "NNPS"}:
            continue
        c.nouns[_inner_head(c, first, found.end)] = NounHit(first, found.end, found.values[0])


def _phrases(c: Casting, phrases: Phrases[T]) -> Iterator[tuple[int, Hit[T]]]:
    """Longest phrases of small words, one after another, that no name overlaps."""
    starts, lemmas, tokens, hits = phrases.starts(), c.lemmas, c.tokens, c.hits
    postnominal = c.know.words["postnominal"]
    reach = 0
    for i, key in enumerate(lemmas):
        if key not in starts or i < reach or hits[i] is not None:
            continue
        for hit in phrases.hits(lemmas, i):
            last = tokens[hit.end - 1]
            ends = _is_noun(last) or (hit.end - i > 1 and lemmas[last.i] in postnominal)  # "secretary-general"
            if ends and last.sentence == tokens[i].sentence and not any(hits[i : hit.end]):
                reach = hit.end
                yield i, hit
                break


def _inner_head(c: Casting, first: int, end: int) -> int:
    """The head of a title or noun of several words: `secretary` of "secretary of state"."""
    joints = c.know.words["joint"]
    for i in range(first + 1, end - 1):
        if c.keys[i] in joints:
            return i - 1
    return end - 1


def _is_noun(t: Token) -> bool:
    return t.tag[0] == "N" or (t.tag == "JJ" and t.text[:1].isupper())
