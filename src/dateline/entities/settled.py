"""Countries for those whom only the ground they stand on places: "protesters blocked streets in Hong Kong".

Runs after the places room.  Someone described, not named by a table, whose country no word of the phrase tells, belongs to
the country of a place in the phrase, else to the one country that the places of its sentence agree on, else, unless it is
a subject, to the one country that its sentence names at all.  Bodies of no country (an IGO) stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from dateline.record import Cast, Entity, Mention, Reading, Token

_ROVING = {"JRN", "BUS", "EDU", "ELI"}  # those who work abroad: a reporter shot at in Lebanon need not be Lebanese
_NOWHERE = {"IGO", "NGO", "MNC", "IMG", "ISM", "UNO", "EUR"}


def settle(reading: Reading, state_names: Mapping[str, str]) -> Cast:
    """The cast with countries filled in where place tells them, and with the states that only a place stands for.

    `state_names`: ISO 3166-1 alpha-3 code -> common name.
    """
    return _add_grounds(_settle_countries(reading), reading, state_names)


def _add_grounds(cast: Cast, reading: Reading, state_names: Mapping[str, str]) -> Cast:
    """States that the article names only by a place or body of theirs, so that events there can have a recipient."""
    known = {e.country for e in cast.entities if e.kind == "state"}
    added: dict[str, list[Mention]] = {}
    for place in reading.places:
        if place.country and place.country not in known and place.country in state_names:
            added.setdefault(place.country, []).extend(place.mentions)
    for entity in cast.entities:  # "a member of the Syrian parliament" protests against Syria
        if entity.country and entity.kind != "state" and entity.country not in known and entity.country in state_names:
            added.setdefault(entity.country, list(entity.mentions[:1]))
    if not added:
        return cast
    first = len(cast.entities) + 1
    grounds = tuple(
        Entity(
            id=f"n{first + n}",
            name=state_names[country],
            kind="state",
            country=country,
            mentions=tuple(sorted(mentions)),
            why=f"the country of {mentions[0].text}",
        )
        for n, (country, mentions) in enumerate(added.items())
    )
    ids = frozenset(g.id for g in grounds)
    return msgspec.structs.replace(cast, entities=(*cast.entities, *grounds), grounds=ids)


def _settle_countries(reading: Reading) -> Cast:
    cast = reading.cast
    if not any(_is_open(e) for e in cast.entities):
        return cast
    grounds = _Grounds(reading)
    heads: dict[str, int] = {}
    for number, ids in sorted(cast.by_token.items()):
        for i in ids:
            heads.setdefault(i, number)
    settled = []
    for entity in cast.entities:
        head = heads.get(entity.id)
        found = None
        if _is_open(entity) and head is not None and entity.id not in cast.abroad:
            found = grounds.country_of(reading.tokens[head], loosely=entity.sector not in _ROVING)
        if found:
            country, why = found
            entity = msgspec.structs.replace(entity, country=country, why=f"{entity.why}; country of {why}".lstrip("; "))
        settled.append(entity)
    return msgspec.structs.replace(cast, entities=tuple(settled))


def _is_open(entity: Entity) -> bool:
    return (
        entity.country is None
        and entity.kind in {"person", "group", "organization"}
        and entity.sector is not None
        and entity.sector not in _NOWHERE
    )


class _Grounds:
    """The places and states of each sentence, by token."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        starts = {m.start: p for p in reading.places for m in p.mentions if p.country}
        self._place = {t.i: p for t in reading.tokens if (p := starts.get(t.start)) is not None}
        self._state: dict[int, str] = {}
        for by in (reading.cast.by_token, reading.cast.by_modifier):
            for number, ids in by.items():
                for i in ids:
                    entity = reading.cast.get(i)
                    if entity.country and entity.kind == "state":
                        self._state.setdefault(number, entity.country)

    def country_of(self, head: Token, *, loosely: bool) -> tuple[str, str] | None:
        """The country of whoever stands at this head, and the words that tell it; `loosely`: any words of the sentence."""
        own = self._within(head)
        if own:
            return own
        sentence = self._reading.sentences[head.sentence]
        numbers = range(sentence.first, sentence.last)
        found = self._agreed(i for i in numbers if i in self._place and self._is_ground(i))
        if found or not loosely or head.dep == "nsubj":  # "The envoy said Iran must disarm": no Iranian envoy
            return found
        return self._named(numbers)

    def _within(self, head: Token) -> tuple[str, str] | None:
        """A place in the phrase itself: "villagers in the Mopti region", "a Milan prosecutor", "Osaka's mayor"."""
        for c in head.children:
            if c.dep == "prep" or (c.dep in {"compound", "nmod", "poss"} and c.i in self._place):
                found = self._agreed(i for i in range(c.left, c.right + 1) if i in self._place)
                if found:
                    return found
        return None

    def _agreed(self, numbers: Iterable[int]) -> tuple[str, str] | None:
        found = [self._place[i] for i in numbers]
        countries = {p.country for p in found}
        return (str(found[0].country), found[0].name) if len(countries) == 1 else None

    def _is_ground(self, number: int) -> bool:
        """Whether a place stands as the ground of something: under a preposition, not as actor or object."""
        token = self._reading.tokens[number]
        while token.dep in {"compound", "nmod", "amod", "appos", "poss", "conj"} and token.head is not token:
            token = token.head
        return token.dep == "pobj"

    def _named(self, numbers: range) -> tuple[str, str] | None:
        states = [self._state[i] for i in numbers if i in self._state]
        places = [str(self._place[i].country) for i in numbers if i in self._place]
        countries = set(states) | set(places)
        return (countries.pop(), "the only country of its sentence") if len(countries) == 1 else None
