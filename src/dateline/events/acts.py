"""PLOVER's rewrites: what a status makes of a type, and the mode an act gives to a request, refusal or threat."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

from dateline.events.match import Match
from dateline.events.sheet import Sheet
from dateline.events.status import Told
from dateline.lexicon import Tables
from dateline.record import Act
from dateline.record.event import Status


class Rewrite(msgspec.Struct, frozen=True):
    """One row of `tables/ontology/rewrites.toml`."""

    id: str
    why: str
    type: frozenset[str]
    status: str
    gives: str
    by_actor: bool = False
    becomes: Status | Literal[""] = (
        ""  # the new event's status where it differs: a refusal to meet is itself an actual event
    )


class ModeRow(msgspec.Struct, frozen=True):
    """One row of `tables/ontology/act_modes.tsv`."""

    type: str
    mode: str
    acts: frozenset[str]
    words: frozenset[str]
    cameo: str


class Coded(msgspec.Struct, frozen=True):
    """Type, mode and act after the rewrites, with the reason for each change."""

    type: str
    mode: str | None
    act: Act | None
    cameo: str | None
    status: Status
    why: str = ""


class Ontology(msgspec.Struct, frozen=True):
    """Scores and quads by type, the rewrites and the modes of acts."""

    types: Mapping[str, Mapping[str, object]]
    rewrites: tuple[Rewrite, ...]
    modes: tuple[ModeRow, ...]
    cameo: Mapping[str, str]

    @classmethod
    def load(cls, tables: Tables) -> Ontology:
        """From `tables/ontology/`.  Raises TableError."""
        rewrites = msgspec.convert(tables.toml("ontology/rewrites.toml")["rewrite"], tuple[Rewrite, ...])
        modes = tuple(
            ModeRow(r["type"], r["mode"], frozenset(r.many("acts")), frozenset(r.many("words")), r["cameo"])
            for r in tables.rows("ontology/act_modes.tsv")
        )
        cameo = {r["key"]: r["cameo"] for r in tables.rows("ontology/cameo.tsv")}
        return cls(tables.toml("ontology/plover.toml")["types"], rewrites, modes, cameo)

    def quad(self, name: str) -> int:
        """1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""
        return int(self.types[name]["quad"])  # type: ignore[call-overload,no-any-return]

    def score(self, name: str, mode: str | None) -> float:
        """The mode's score where it has one, else the type's: -10 conflict to +10 cooperation."""
        modes = self.types[name].get("modes", {})
        if mode and mode in modes:  # type: ignore[operator]
            return float(modes[mode][1])  # type: ignore[index]
        return float(self.types[name]["score"])  # type: ignore[arg-type]

    def code_for(self, name: str, mode: str | None) -> str | None:
        """The CAMEO code that stands for a type and mode where no rule says a finer one."""
        return self.cameo.get(f"{name} {mode}") or self.cameo.get(name)


def code(match: Match, told: Told, by_actor: bool, sheet: Sheet, ontology: Ontology) -> Coded:
    """Type, mode and act of a match told with this status."""
    gives = match.gives
    name, mode, why, cameo = gives.type, gives.mode, "", gives.cameo
    act = _act_of(match)
    status = told.status
    ways = {str(status), *(["refused"] if told.refused else []), *(["future"] if told.promised else [])}
    for rewrite in ontology.rewrites:
        if name in rewrite.type and rewrite.status in ways and (by_actor or not rewrite.by_actor):
            act = act if name in sheet.words.keeping_types and act else Act(name, mode)
            name, mode, cameo, why = rewrite.gives, None, None, rewrite.why
            status = rewrite.becomes or status
            break
    if mode is None and (name, "") != (gives.type, gives.mode):
        mode, found = _mode_from_act(name, act, match, sheet, ontology)
        cameo = cameo or found
    return Coded(name, mode, act, cameo or ontology.code_for(name, mode), status, why)


def _act_of(match: Match) -> Act | None:
    inner = match.act_match
    return Act(inner.gives.type, inner.gives.mode) if inner is not None and inner.gives.type else None


def _mode_from_act(
    name: str, act: Act | None, match: Match, sheet: Sheet, ontology: Ontology
) -> tuple[str | None, str | None]:
    rows = [r for r in ontology.modes if r.type == name]
    if not rows:
        return None, None
    if act is not None:
        for key in (f"{act.type} {act.mode}", act.type):
            for row in rows:
                if key in row.acts:
                    return row.mode, row.cameo
    token = match.act or match.token
    lemmas = {t.lemma.lower() for t in sheet.tokens[token.left : token.right + 1]}
    for row in rows:
        if lemmas & row.words:
            return row.mode, row.cameo
    return None, None
