"""The word lists of `contexts.toml`, `ordinary_words.tsv` and `first_names.tsv`, as sets."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.lexicon import Tables
from dateline.places.fold import fold


@dataclass(frozen=True, slots=True)
class Words:
    """What the words round a name say; `contexts.toml` describes each list."""

    locative: frozenset[str]
    weak_locative: frozenset[str]
    between: frozenset[str]
    place_nouns: frozenset[str]
    roles_after: frozenset[str]
    kinds_after: frozenset[str]
    before: frozenset[str]
    of_heads: frozenset[str]
    of_offices: frozenset[str]
    titles: frozenset[str]
    team_verbs: frozenset[str]
    team_words: frozenset[str]
    joiners: frozenset[str]
    articles: frozenset[str]
    closed: frozenset[str]
    facilities: frozenset[str]
    illnesses: frozenset[str]
    natives: frozenset[str]
    schools: frozenset[str]
    bodies: frozenset[str]
    motion: frozenset[str]
    not_before: frozenset[str]
    not_after: frozenset[str]
    speaking: frozenset[str]
    particles: frozenset[str]
    compounds: frozenset[str]
    landforms: frozenset[str]
    list_joints: frozenset[str]
    hints: dict[tuple[str, str], frozenset[str]]
    ordinary: dict[str, frozenset[str]]
    first_names: frozenset[str]


def read_words(tables: Tables) -> Words:
    """All lists.  Raises TableError where one is missing."""
    lists = tables.toml("places/contexts.toml")
    ordinary = {r["name"]: frozenset(r.many("classes")) for r in tables.rows("places/ordinary_words.tsv")}
    first_names = frozenset(fold(r["name"]) for r in tables.rows("places/first_names.tsv"))
    sets = {name: frozenset(words) for name, words in lists.items()}
    hints = {(r["where"], r["word"]): frozenset(r.many("kinds")) for r in tables.rows("places/hints.tsv")}
    sets.pop("dropped_articles")  # the atlas's
    return Words(ordinary=ordinary, first_names=first_names, hints=hints, **sets)
