"""What the coder knows of one article while it codes: tokens, clauses made so far, who stands at which token."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping

import msgspec

from dateline.events.clause import Clause, purposes
from dateline.lexicon import Tables
from dateline.record import Entity, Reading, Statement, Token


class Words(msgspec.Struct, frozen=True):
    """The shared lists the engine itself needs, as sets: lemmas of grammar, and how event types behave."""

    first_persons: frozenset[str]
    human_pronouns: frozenset[str]
    people: frozenset[str]
    future_auxiliaries: frozenset[str]
    empty_heads: frozenset[str]
    support_verbs: frozenset[str]
    entering_verbs: frozenset[str]
    befalling_verbs: frozenset[str]
    receiving_verbs: frozenset[str]
    happen_verbs: frozenset[str]
    idiom_nouns: frozenset[str]
    say_verbs: frozenset[str]
    ceasing_verbs: frozenset[str]
    infinitive_takers: frozenset[str]
    planning_verbs: frozenset[str]
    intent_auxiliaries: frozenset[str]
    circumstance_words: frozenset[str]
    money: frozenset[str]
    place_prepositions: frozenset[str]
    static_prepositions: frozenset[str]
    topic_prepositions: frozenset[str]
    currency_marks: frozenset[str]
    conflict_types: frozenset[str]
    party_types: frozenset[str]
    authored_types: frozenset[str]
    partyless_types: frozenset[str]
    bodily_types: frozenset[str]
    counted_types: frozenset[str]
    armed_types: frozenset[str]
    armed_sectors: frozenset[str]
    mutual_types: frozenset[str]
    meeting_types: frozenset[str]
    home_types: frozenset[str]
    ground_types: frozenset[str]
    asking_types: frozenset[str]
    keeping_types: frozenset[str]
    public_doer_types: frozenset[str]
    private_sectors: frozenset[str]
    plain_sectors: frozenset[str]
    ruling_sectors: frozenset[str]
    ruled_kinds: frozenset[str]
    threat_types: frozenset[str]
    ground_prepositions: frozenset[str]
    noun_kinds: Mapping[str, str]
    noun_classes: Mapping[str, str]

    @classmethod
    def load(cls, tables: Tables) -> Words:
        """From `tables/words/grammar.toml`, `ontology.toml` and `noun_classes.tsv`."""
        lists = tables.word_lists
        rows = tables.rows("words/noun_classes.tsv")
        kinds = {r["word"]: r["kind"] for r in rows if r["kind"]}
        classes = {r["word"]: r["class"] for r in rows}
        names = [name for name in cls.__struct_fields__ if not name.startswith("noun_")]
        return cls(**{name: frozenset(lists[name]) for name in names}, noun_kinds=kinds, noun_classes=classes)


class Sheet:
    """One article's state: nothing of it outlives the article."""

    def __init__(self, reading: Reading, words: Words) -> None:
        self.reading = reading
        self.words = words
        self.tokens = list(reading.tokens)
        self.cast = reading.cast
        self._clauses: dict[int, Clause] = {}
        starts = {m.start: p.id for p in reading.places for m in p.mentions}
        self._states = {e.country: e.id for e in reversed(self.cast.entities) if e.kind == "state" and e.country}
        self._statements: dict[int, list[Statement]] | None = None
        self.place_at = {t.i: starts[t.start] for t in self.tokens if t.start in starts} if starts else {}

    def clause(self, token: Token) -> Clause:
        """The slots of a token."""
        found = self._clauses.get(token.i)
        if found is None:
            found = self._clauses[token.i] = Clause(token)
            if not found.complements and token.lemma in self.words.infinitive_takers:
                found.complements = purposes(token)
        return found

    def entity(self, entity_id: str) -> Entity:
        """The entity of an id."""
        return self.cast.get(entity_id)

    def state_of(self, country: str) -> str | None:
        """Id of the first state entity of that country code, where the article has one."""
        return self._states.get(country)

    def ground_at(self, token: Token) -> str | None:
        """Id of the state on whose ground the place at this token lies."""
        place = self.place_at.get(token.i)
        for c in token.children if place is None else ():
            if c.dep == "compound" and c.i in self.place_at:
                place = self.place_at[c.i]
        country = self.reading.places[int(place[1:]) - 1].country if place else None
        return self.state_of(country) if country else None

    def statements_at(self, sentence: int) -> list[Statement]:
        """The statements whose content touches a sentence."""
        if self._statements is None:
            self._statements = {}
            starts = [s.start for s in self.reading.sentences]
            for statement in self.reading.statements:
                first = bisect_right(starts, statement.content[0].start) - 1
                last = bisect_right(starts, statement.content[-1].end - 1) - 1
                for number in range(max(0, first), last + 1):
                    self._statements.setdefault(number, []).append(statement)
        return self._statements.get(sentence, [])

    def claim(self, token: Token) -> Statement | None:
        """The innermost statement whose content holds the word."""
        holding = [
            (span.end - span.start, s.id, s)
            for s in self.statements_at(token.sentence)
            for span in s.content
            if span.start <= token.start < span.end
        ]
        return min(holding)[2] if holding else None

    def first_person(self, token: Token) -> tuple[str, ...]:
        """The speaker, for `I` and `we` inside a quotation."""
        if token.pos != "PRON" or token.lower not in self.words.first_persons:
            return ()
        statement = self.claim(token)
        return (statement.speaker,) if statement is not None and statement.speaker else ()

    def look_through(self, token: Token) -> list[Token]:
        """The token, and what it measures or groups: `talks` behind "a round of talks"."""
        found = [token]
        while token.lemma in self.words.empty_heads and len(found) < 4:
            inner = [p for c in token.children if c.dep == "prep" and c.lower == "of" for p in c.children if p.dep == "pobj"]
            if not inner:
                break
            token = inner[0]
            found.append(token)
        return found
