"""Puts contested names together: from clauses that say who calls a place what, and from a table of places with two names."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from dateline.disputes.naming import Clauses, Naming
from dateline.lexicon import Tables
from dateline.record import ContestedName, Dispute, Place, Reading, Sentence


class Knowledge(msgspec.Struct, frozen=True):
    """Word lists, and name -> (usual name of the place, country that uses it) pairs, names in lower case."""

    naming: frozenset[str]
    knowing: frozenset[str]
    openers: frozenset[str]
    name_nouns: frozenset[str]
    objecting: frozenset[str]
    place_nouns: frozenset[str]
    names: Mapping[str, tuple[tuple[str, str], ...]]

    @classmethod
    def load(cls, tables: Tables) -> Knowledge:
        """From `tables/disputes` and the word lists.  Raises TableError."""
        lists = tables.word_lists
        names: dict[str, tuple[tuple[str, str], ...]] = {}
        for row in tables.rows("disputes/names.tsv"):
            for pair in row.many("names"):
                country, _, name = pair.partition("=")
                if not name:
                    raise row.fault(f"'{pair}' is no pair", "write ISO3=name")
                names[name.lower()] = (*names.get(name.lower(), ()), (row["place"], country))
        wanted = ("naming_verbs", "knowing_verbs", "part_openers", "name_nouns", "objecting_verbs", "place_nouns")
        naming, knowing, openers, name_nouns, objecting, place_nouns = (frozenset(lists[n]) for n in wanted)
        return cls(naming, knowing, openers, name_nouns, objecting, place_nouns, names)


def find_contested(reading: Reading, known: Knowledge) -> tuple[Dispute, ...]:
    """The disputes of an article, in order of the text; each place once."""
    places = _places_by_word(reading)
    modifiers = reading.cast.by_modifier
    people = {**modifiers, **reading.cast.by_token}
    groups = {e.id for e in reading.cast.entities if e.kind == "group"}
    tongues = {**modifiers, **{i: ids for i, ids in reading.cast.by_token.items() if groups & set(ids)}}
    lists = (known.naming, known.knowing, known.name_nouns, known.objecting, known.place_nouns, known.names)
    clauses = Clauses(reading.tokens, people, tongues, *lists)
    found: list[Dispute] = []
    for sentence in reading.sentences:
        for naming in clauses.read(sentence.first, sentence.last):
            dispute = _from_clause(naming, sentence, reading, places, known)
            if dispute is not None:
                found.append(dispute)
    told = {name.name.lower() for d in found for name in d.names}
    found += _from_table(reading, known, told)
    return tuple(found)


def _places_by_word(reading: Reading) -> dict[int, Place]:
    """Offset of each word of a place's name -> the place."""
    ends = {m.start: (m.end, p) for p in reading.places for m in p.mentions}
    found: dict[int, Place] = {}
    inside: tuple[int, Place] | None = None
    for token in reading.tokens:
        inside = ends.get(token.start) or (inside if inside and token.start < inside[0] else None)
        if inside:
            found[token.start] = inside[1]
    return found


def _from_clause(
    naming: Naming, sentence: Sentence, reading: Reading, places: Mapping[int, Place], known: Knowledge
) -> Dispute | None:
    names = []
    place: Place | None = None
    for named in naming.names:
        span = reading.span_of(named.first, named.last)
        by = named.by[0] if len(named.by) == 1 else None
        if (
            by is not None
            and reading.cast.get(by).kind in {"person", "organization"}
            and span.text.lower() not in known.names
        ):
            continue  # "the town, renamed Freedom by its council": one body's name, no party's
        names.append(ContestedName(by=by, name=span.text, span=span))
        inside = (places.get(t.start) for t in reading.tokens[named.first.i : named.last.i + 1])
        place = place or next((p for p in inside if p is not None), None)
    if not names:
        return None
    own = places.get(naming.anchor.start) if naming.anchor is not None else None
    place = own or place
    words = [naming.anchor.lemma.lower()] if naming.anchor is not None else []
    words += [n.name.rpartition(" ")[2].lower() for n in names]
    if place is None and not any(n.name.lower() in known.names for n in names) and not known.place_nouns & set(words):
        return None  # "which the club calls the Fan Zone": no place that we know of
    if own is not None and naming.anchor is not None:
        start = naming.anchor.start
        mention = next(m for m in own.mentions if m.start <= start < m.end)
        names.append(ContestedName(by=None, name=mention.text, span=reading.span(mention.start, mention.end)))
    parts = _parts(naming.end, sentence, reading, places, known, place)
    return Dispute(
        place=place.id if place else None,
        names=tuple(names),
        parts=parts,
        rule=naming.rule,
        why="the text says who calls it so",
    )


def _parts(
    start: int, sentence: Sentence, reading: Reading, places: Mapping[int, Place], known: Knowledge, whole: Place | None
) -> tuple[str, ...]:
    """Places listed behind "encompassing", "made up of" and the like."""
    tokens = reading.tokens
    for i in range(start, min(start + 4, sentence.last)):
        if tokens[i].lower in known.openers:
            ids = [p.id for t in tokens[i : sentence.last] if (p := places.get(t.start)) is not None and p is not whole]
            return tuple(dict.fromkeys(ids))
    return ()


def _from_table(reading: Reading, known: Knowledge, told: set[str]) -> list[Dispute]:
    """Places that the article itself calls by names of two parties, without saying so."""
    used: dict[str, dict[str, ContestedName]] = {}
    ids: dict[str, str] = {}
    states = {e.country: e.id for e in reversed(reading.cast.entities) if e.kind == "state" and e.country}
    for place in reading.places:
        for mention in place.mentions:
            if mention.text.lower() in told:
                continue
            for usual, country in known.names.get(mention.text.lower().removeprefix("the "), ()):
                span = reading.span(mention.start, mention.end)
                name = ContestedName(by=states.get(country), name=span.text, span=span)
                used.setdefault(usual, {}).setdefault(country, name)
                ids.setdefault(usual, place.id)
    return [
        Dispute(
            place=ids[usual], names=tuple(names.values()), rule="two-names-used", why="the article uses names of both sides"
        )
        for usual, names in used.items()
        if len(names) > 1
    ]
