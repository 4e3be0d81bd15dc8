"""Who: people, states, organisations and groups."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

EntityKind = Literal["person", "state", "organization", "group"]
MentionKind = Literal["name", "nominal", "pronoun"]


class Mention(msgspec.Struct, frozen=True, order=True):
    """One place where the text names, describes or points at an entity."""

    start: int
    end: int
    text: str
    kind: MentionKind


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """Someone or something that can act, with PLOVER's country (ISO 3166-1 alpha-3) and sector codes.

    `sector` is a PLOVER sector (GOV, MIL ...) or, for bodies of no country, IGO, NGO, MNC, IMG, ISM; `why` says what the
    codes rest on (a table's row, a title in the text).
    """

    id: str
    name: str
    kind: EntityKind
    country: str | None = None
    sector: str | None = None
    other_sectors: tuple[str, ...] = ()
    role: str | None = None
    wikidata: str | None = None
    mentions: tuple[Mention, ...] = ()
    why: str = ""


class Cast(msgspec.Struct, frozen=True, kw_only=True):
    """The entities of one article, and which token stands for whom.

    `by_token`: number of a mention's head token -> ids of the entities it stands for (`the two leaders` has two).
    `by_modifier`: number of a demonym or name used as adjective (`Burmese` troops, the `Kremlin` spokesman) -> ids of
    the state or organisation it names, also where the phrase around it is a mention of its own.
    `grounds`: states that only a place of theirs stands for ("arrived in Amman"); a record keeps them where a finding does.
    `abroad`: those whom the text calls foreign or of many states, whom no place gives a country.
    """

    entities: tuple[Entity, ...] = ()
    by_token: Mapping[int, tuple[str, ...]] = {}
    by_modifier: Mapping[int, tuple[str, ...]] = {}
    grounds: frozenset[str] = frozenset()
    abroad: frozenset[str] = frozenset()

    def get(self, entity_id: str) -> Entity:
        """The entity of that id (ids are n1, n2 ... in the order of `entities`)."""
        return self.entities[int(entity_id[1:]) - 1]
