"""The room's word lists, compiled once."""

from __future__ import annotations

import msgspec

from dateline.lexicon import Tables


class CommitmentWords(msgspec.Struct, frozen=True):
    """Lists of `tables/words/commitments.toml`, where each is explained, as sets of lemmas."""

    not_undertaken: frozenset[str]
    deeds: frozenset[str]
    threat_acts: frozenset[str]
    threat_cues: frozenset[str]
    threat_conditions: frozenset[str]
    threat_stops: frozenset[str]
    attending: frozenset[str]
    deal_nouns: frozenset[str]
    deal_prepositions: frozenset[str]
    exchanges: frozenset[str]
    unnamed_parties: frozenset[str]
    pair_nouns: frozenset[str]
    spokespeople: frozenset[str]
    own_bodies: frozenset[str]
    condition_openers: frozenset[str]
    infinitive_takers: frozenset[str]
    gerund_takers: frozenset[str]
    askers: frozenset[str]
    denials: frozenset[str]
    subjunctive_verbs: frozenset[str]
    comment_verbs: frozenset[str]
    objectless: frozenset[str]

    @classmethod
    def load(cls, tables: Tables) -> CommitmentWords:
        """From the tables.  Raises TableError."""
        lists = tables.word_lists
        return cls(**{name: frozenset(lists[name]) for name in cls.__struct_fields__})
