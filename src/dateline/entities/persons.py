"""Finds personal names: from the tables, after titles, by their shape, and surnames of persons named before."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.entities.casting import Casting, PersonHit
from dateline.entities.figures import known_figure, leads_now
from dateline.entities.names import head_of
from dateline.entities.spelling import fold
from dateline.record import Token

_BARE = {"NNP", "JJ", "NN", "NNPS", "NNS", "MD"}  # tags that a surname gets which is a word, too
_FAR = 600  # tokens after a name in which its last word is looked for alone


def find_persons(c: Casting) -> None:
    """Fills `persons`, `in_person` and `used_titles`."""
    segments = list(_segments(c))
    surnames: dict[str, list[str]] = {}
    left: list[tuple[int, int]] = []
    for first, end in segments:
        hit = _again(c, first, end, surnames) or _full_name(c, first, end, surnames)
        if hit is None:
            left.append((first, end))
        else:
            _note(c, hit, surnames)
    for first, end in left:
        hit = _later_name(c, first, end, surnames)
        if hit is not None:
            _note(c, hit, {})
        else:
            _note_unknown(c, first, end)
    _note_mistagged(c, surnames)


def _note_unknown(c: Casting, first: int, end: int) -> None:
    """A capitalised run that nothing explains is a body where it ends as companies do, or where it speaks."""
    head = head_of(c.tokens, first, end)
    acronym = end - first == 1 and _is_acronym(c, c.tokens[first])
    if end - 1 in c.nouns or not (acronym or head.tag in {"NNP", "NNPS"}) or c.keys[first] in c.know.words["place_opener"]:
        return
    if end - first == 1 and c.keys[first] in c.know.given_names and head.dep == "nsubj":
        _note(c, PersonHit(first, end, head.i, f"text:{c.keys[first]}"), {})
        return
    company = end - first > 1 and c.keys[end - 1] in c.know.words["company_word"]
    verbs = c.know.words["speech"]
    beside = head.dep == "conj" and head.head.i in c.unknown  # "Meyer and Reives said"
    speaks = beside or (head.dep == "nsubj" and (head.head.lemma in verbs or (acronym and head.head.pos == "VERB")))
    opens = first == c.reading.sentences[head.sentence].first and _plain_words(c, first, end)
    if company or (speaks and not opens and not _is_body(c, first, end - 1)):
        c.unknown[head.i] = (first, end, "BUS" if company else None)


def _is_acronym(c: Casting, t: Token) -> bool:
    """Whether a word is in capitals where its neighbours are not: "ICE returned the paintings"."""
    if len(t.text) < 3 or not t.text.isalpha() or not t.text.isupper():
        return False
    beside = [c.tokens[i].text for i in (t.i - 1, t.i + 1) if 0 <= i < len(c.tokens)]
    return not any(len(word) > 1 and word.isupper() for word in beside)


def _note_mistagged(c: Casting, surnames: dict[str, list[str]]) -> None:
    """Surnames taken for something else: a common noun ("Santos said"), an abbreviation ("Swift sang" for SWIFT)."""
    for t in c.tokens:
        if c.day and c.keys[t.i] in c.know.surnames and _stands_bare(c, t):
            _note_leader(c, t)
        known = surnames.get(c.keys[t.i])
        if known and t.text[:1].isupper() and t.i not in c.in_person and _mistaken(c, t) and _named_before(c, known[0], t.i):
            c.hits[t.i] = None
            _note(c, PersonHit(t.i, t.i + 1, t.i, known[0]), {})


def _stands_bare(c: Casting, t: Token) -> bool:
    """Whether a capitalised word that means something else, too, is a whole subject as a surname is: "Major said"."""
    if not t.text[:1].isupper() or t.text.isupper() or t.left != t.i or t.right != t.i:
        return False
    misread = t.dep == "aux" and t.tag in {"NNP", "MD"} and t.head.tag in {"VBD", "VBZ"}  # "May said"
    if not misread and t.dep not in {"nsubj", "nsubjpass"}:
        return False
    if (
        t.i in c.in_person
        or t.i in c.used_titles
        or t.tag not in {"NNP", "JJ", "NN", "NNPS", "NNS", "MD"}
        or t.head.i != t.i + 1
    ):
        return False
    if t.tag == "NNS" and t.head.lemma not in c.know.words["speech"]:  # "Mills closed"
        return False
    return t.head.lemma not in c.know.words["capital_not"]


def _note_leader(c: Casting, t: Token) -> None:
    """A leader in office whose surname is a word, a month, a people or a town: "May said", "English said", "Lagos said"."""
    hit = c.hits[t.i]
    own = hit.named.codes.country if hit is not None else None
    if own:
        c.countries[own] -= 1
    figure = known_figure(c, [c.keys[t.i]], None)
    place = hit is not None and hit.named.use in {"name", "capital", "seat"}
    if figure is not None and place and not any(c.countries[k] for k in figure.countries):
        figure = None  # "Lagos said" is the town's unless the article speaks of Chile
    if figure is None or not leads_now(c, figure):
        if own:
            c.countries[own] += 1
        return
    c.hits[t.i] = None
    _note(c, PersonHit(t.i, t.i + 1, t.i, f"table:{figure.name}"), {})


def _named_before(c: Casting, who: str, i: int) -> bool:
    return c.hits[i] is None or any(p.who == who and p.first < i and p.end - p.first > 1 for p in c.persons.values())


def _mistaken(c: Casting, t: Token) -> bool:
    hit = c.hits[t.i]
    if hit is not None and hit.end - hit.first == 1:
        return hit.named.use == "capital" or (hit.named.written[0].isupper() and not t.text.isupper())
    if hit is not None:
        return False
    title = c.titles.get(t.i)
    if title is not None and t.tag == "NNP" and title.end - title.first == 1 and t.i not in c.used_titles:
        before = c.keys[t.i - 1] if t.i else ""  # "Major said" after John Major
        return before not in c.know.words["definite"] and t.dep in {"nsubj", "dobj", "pobj", "poss"} and t.left == t.i
    common = t.tag in {"NN", "NNS", "JJ", "VBZ", "FW", "UH"} and t.dep in {"nsubj", "dobj", "pobj", "poss"}
    return common and t.i not in c.in_title and t.i not in c.nouns


def _segments(c: Casting) -> list[tuple[int, int]]:
    """Runs of capitalised words that no state, body or title takes: `Mevlut Cavusoglu`, `al-Assad`, `Ban Ki-moon`."""
    found: list[tuple[int, int]] = []
    tokens, hits = c.tokens, c.hits
    i, size = 0, len(tokens)
    while i < size:
        hit = hits[i]
        if hit is not None:
            if hit.named.kind == "person":
                hit.end = _longer(c, hit.end)
                found.append((i, hit.end))
            i = hit.end
            continue
        opens = tokens[i].text[:1].isupper() or c.keys[i] in c.know.words["particle"]
        end = _segment_end(c, i) if opens else 0
        if end:
            found.append((i, end))
            i = end
        else:
            i += 1
    return found


def _longer(c: Casting, end: int) -> int:
    """The end of a known name with what follows by a small word: "Sultan Qaboos bin Said"."""
    if end + 1 < len(c.tokens) and c.keys[end] in c.know.words["opener"] and c.tokens[end].tag == "NNP":
        further = _segment_end(c, end)
        return further or end
    return end


def _segment_end(c: Casting, i: int) -> int:
    """The end of the run that starts at `i`, or 0."""
    tokens = c.tokens
    particles = c.know.words["particle"]
    start = i
    sentence = tokens[i].sentence
    end = 0
    size = len(tokens)
    while i < size and tokens[i].sentence == sentence:
        t = tokens[i]
        if _name_word(c, i, start):
            end = i = i + 1
            continue
        if i == start and not _opens(c, i):
            break
        joins = t.text == "-" or c.keys[i] in particles or (t.text in {"'", "’"} and t.tag != "POS")
        if joins and (end or i > start or c.keys[i] in particles) and i + 1 < size and i - max(end, start) < 3:
            i += 1
            continue
        break
    return end


def _opens(c: Casting, i: int) -> bool:
    """Whether a small word may open a name: "al-Assad", "de Mistura", "bin Said"; not "at" of "at Etlaq"."""
    n = c.tokens[i + 1] if i + 1 < len(c.tokens) else None
    if n is None or c.tokens[i].dep == "prep":
        return False
    return n.text == "-" or (c.keys[i] in c.know.words["opener"] and n.tag == "NNP")


def _name_word(c: Casting, i: int, start: int) -> bool:
    t = c.tokens[i]
    if not t.text[:1].isupper() or c.hits[i] is not None:
        joined = i > start and c.tokens[i - 1].text == "-" and c.tokens[i - 1].end == t.start
        return joined and t.text.isalpha() and c.hits[i] is None  # Ban Ki-moon
    if (c.keys[i] in c.know.words["calendar"] and not _given_too(c, i)) or not t.text[0].isalpha():
        return False
    if t.tag not in {"NNP", "NNPS"}:
        if i == start and _is_acronym(c, t):
            return t.tag[0] == "N" and i not in c.in_title
        if i == start:  # "Trump has suspended": a name that the tagger took for a common noun
            return c.keys[i] in c.know.surnames and i not in c.nouns and i not in c.in_title and _speaks(c, t)
        return i > start and t.tag in {"NN", "NNS", "JJ", "FW", "VBP", "VBG"} and t.head.tag == "NNP"
    return not _title_word(c, i, start)


def _given_too(c: Casting, i: int) -> bool:
    """Whether a month is a first name: "Jan Novak", not "Jan. 5" nor "March Tuesday"."""
    n = c.tokens[i + 1] if i + 1 < len(c.tokens) else None
    named = n is not None and n.tag == "NNP" and n.text[:1].isupper() and c.keys[n.i] not in c.know.words["calendar"]
    return named and c.keys[i] in c.know.given_names


def _speaks(c: Casting, t: Token) -> bool:
    n = c.tokens[t.i + 1] if t.i + 1 < len(c.tokens) else t
    opens = t.i == c.reading.sentences[t.sentence].first and n.tag in {"VBD", "VBZ", "MD"}
    verb = t.head if t.dep == "nsubj" else n
    fits = (t.dep == "nsubj" and t.tag in {"NN", "NNS", "JJ"}) or (opens and t.tag in {"RB", "VB", "JJ", "UH", "FW", "NN"})
    return fits and verb.lemma in c.know.words["speech"]


def _title_word(c: Casting, i: int, start: int) -> bool:
    """Whether a word ends, or stands in, a title before the name."""
    if i > start and c.tokens[i - 1].text != "-":
        # "Aristide Prime Minister ..." ends at a title only where a name follows it; "John Major" ends in one.
        n = c.tokens[i + 1] if i + 1 < len(c.tokens) else None
        follows = n is not None and n.tag == "NNP" and n.text[:1].isupper()
        return follows and i in c.title_ends and c.keys[i + 1] not in c.know.words["suffix"]
    return i in c.in_title


def _full_name(c: Casting, first: int, end: int, surnames: dict[str, list[str]]) -> PersonHit | None:
    """A name that is a person's by itself: in the tables, after a title, or of the shape and place of one."""
    tokens = c.tokens
    hit = c.hits[first]
    head = head_of(tokens, first, end)
    title = _title_before(c, first)
    if hit is not None:
        return PersonHit(first, end, head.i, f"table:{hit.named.name}", title)
    words = [k for k in c.keys[first:end] if k != "-"]
    if title is not None and not _is_body(c, first, end - 1):
        c_title = c.titles[title[1]].title
        figure = known_figure(c, c.keys[first:end], fold(c_title.name), honorific=c_title.honorific)
        if len(words) == 1 and (figure is None or c_title.honorific):
            return None  # "Mr. Abe" waits for a full name, which may stand further on
        who = f"table:{figure.name}" if figure else "text:" + " ".join(words)
        return PersonHit(first, end, head.i, who, title)
    if len(words) == 2 and len(words[0]) <= 2 and title is None:
        figure = known_figure(c, words, None)  # "G.W. Bush", "I. Aliyev"
        if figure is not None:
            return PersonHit(first, end, head.i, f"table:{figure.name}")
    several = len(words) - (end - first - len(words)) > 1  # "Ter-Petrosian" is one name
    if several and not _is_body(c, first, end - 1) and _person_cue(c, first, end, head):
        return PersonHit(first, end, head.i, "text:" + " ".join(words), None)
    return None


def _titles_above(c: Casting, first: int) -> Iterator[int]:
    """Heads of the titles that stand right before a title: `spokesman` of "spokesman Brig. Gen. Saad Maan"."""
    for _ in range(3):
        last = first - 1
        while last >= 0 and c.tokens[last].text == ".":
            last -= 1
        head = c.title_ends.get(last)
        if head is None or c.tokens[head].sentence != c.tokens[first].sentence:
            return
        yield head
        first = c.titles[head].first


def _again(c: Casting, first: int, end: int, surnames: dict[str, list[str]]) -> PersonHit | None:
    """A family name of two words that a longer name before it ends in: "De Mistura" after "Staffan de Mistura"."""
    if end - first < 2 or c.hits[first] is not None or c.keys[first] not in c.know.words["particle"]:
        return None
    known = surnames.get(" ".join(c.keys[first:end]))
    return PersonHit(first, end, head_of(c.tokens, first, end).i, known[0], _title_before(c, first)) if known else None


def _title_before(c: Casting, first: int) -> tuple[int, int] | None:
    """First and last token of the title that stands right before a name."""
    last = first - 1
    if last >= 0 and c.tokens[last].text in {'"', "“", "'"}:
        last -= 1
    if last < 0 or c.tokens[last].sentence != c.tokens[first].sentence or last not in c.title_ends:
        return None
    head = c.title_ends[last]
    if c.tokens[last].tag in {"NNS", "NNPS"} and c.tokens[last].dep not in {"compound", "nmod", "amod"}:
        return (c.titles[head].first, head) if c.tokens[last].text[:1].isupper() else None
    return c.titles[head].first, head


def _is_body(c: Casting, first: int, last: int) -> bool:
    """Whether a capitalised run ends as bodies, places or happenings do: `Geneva Conference`, `Khyber Pass`."""
    key, lemma = c.keys[last], c.lemmas[last]
    words = c.know.words
    for i in range(first, last):  # "League Baseball", "Road Residence"
        family = i == first and _eastern(c, first, last + 1)
        if (c.keys[i] in words["place_word"] and not family) or (i in c.nouns and c.nouns[i].noun.kind == "organization"):
            return True
    return last in c.nouns or lemma in words["place_word"] or key in words["place_word"] or lemma in words["event_word"]


def _person_cue(c: Casting, first: int, end: int, head: Token) -> bool:
    if c.keys[first] in c.know.given_names or _eastern(c, first, end):
        return True
    if _plain_words(c, first, end) or c.tokens[end - 1].tag == "NNPS" or c.keys[first] in c.know.words["place_opener"]:
        return False
    if head.dep in {"nsubj", "nsubjpass"} and c.keys[head.head.i] is not None and head.head.lemma in c.know.words["speech"]:
        return True
    for child in head.children:
        if (
            child.dep == "appos"
            and child.i > head.i
            and (child.i in c.titles or child.tag == "CD" or _person_noun(c, child.i))
        ):
            return True
    if head.dep == "appos" and (head.head.i in c.titles or _person_noun(c, head.head.i)):
        return True
    return _alone_later(c, end - 1)


def _eastern(c: Casting, first: int, end: int) -> bool:
    """Whether a run is written as Korean and Chinese names are: "Park Jin-woo"."""
    return end - first == 4 and c.tokens[first + 2].text == "-" and c.tokens[first + 3].text.islower()


def _plain_words(c: Casting, first: int, end: int) -> bool:
    """Whether the article has a name's first or last word as a common word, too: "Phantom Space" beside "space"."""
    if not c.small:
        c.small.update(k for t, k in zip(c.tokens, c.keys, strict=True) if t.text.islower())
        c.small.add("")
    return c.keys[end - 1] in c.small or c.keys[first] in c.small


def _person_noun(c: Casting, i: int) -> bool:
    return i in c.nouns and c.nouns[i].noun.kind == "person"


def _alone_later(c: Casting, last: int) -> bool:
    """Whether the last word stands alone later as the subject of speech: `Sorokin said`."""
    key = c.keys[last]
    for i in range(last + 1, min(last + _FAR, len(c.keys))):
        if c.keys[i] != key:
            continue
        t = c.tokens[i]
        if t.dep == "nsubj" and t.tag == "NNP" and t.left == i and t.head.lemma in c.know.words["speech"]:
            return True
    return False


def _later_name(c: Casting, first: int, end: int, surnames: dict[str, list[str]]) -> PersonHit | None:
    """A surname or first name of somebody named before, or of a leader whom everybody knows."""
    words = [k for k in c.keys[first:end] if k != "-"]
    key = " ".join(c.keys[first:end])
    title = _title_before(c, first)
    if _is_body(c, first, end - 1) and key not in surnames:
        return None
    head = head_of(c.tokens, first, end)
    known = surnames.get(key) or (surnames.get(words[-1]) if len(words) <= 2 else None)
    if known:
        return PersonHit(first, end, head.i, known[0], title)
    known = surnames.get("given " + key)
    if known and len(known) == 1 and title is None and c.tokens[end - 1].tag == "NNP":
        return PersonHit(first, end, head.i, known[0], None)  # "Omar never hurt anyone" after Omar Haddad
    if end - first == 1 and c.tokens[first].text.isupper() and len(c.tokens[first].text) < 4:
        return None  # "AI" is not Ai Weiwei
    figure = known_figure(c, c.keys[first:end], "" if title is not None else None, honorific=True)
    if figure is not None:
        return PersonHit(first, end, head.i, f"table:{figure.name}", title)
    if title is not None:
        hit = PersonHit(first, end, head.i, "text:" + " ".join(words), title)
        surnames.setdefault(key, []).append(hit.who)
        return hit
    return None


def _note(c: Casting, hit: PersonHit, surnames: dict[str, list[str]]) -> None:
    c.persons[hit.head] = hit
    for k in range(hit.first, hit.end):
        c.in_person[k] = hit
    if hit.title is not None:
        hit.more = tuple(_titles_above(c, hit.title[0]))
        c.used_titles.update((hit.title[1], *hit.more))
    keys = c.keys[hit.first : hit.end]
    ends = {keys[-1], " ".join(keys[1:])} if len(keys) > 1 else {keys[-1]}
    for k in range(1, len(keys) - 1):
        ends.add(" ".join(keys[k:]))
    if len(keys) > 2 and keys[-2] == "-":
        ends.add(" ".join(keys[-3:]))
    figure = c.know.figures.get(hit.who.removeprefix("table:"))
    if figure is not None:
        ends.update(figure.short)
    if len(keys) > 1:
        ends.add("given " + keys[0])
    for end in sorted(ends):
        own = surnames.setdefault(end, [])
        if hit.who not in own:
            own.append(hit.who)
