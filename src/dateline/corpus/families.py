"""The table of what joins reports of one event: families of types, weights, and the words that matter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from dateline.corpus.told import Told
from dateline.lexicon import TableError, Tables

_TABLE = "corpus/happenings.toml"
_NUMBERS = ("threshold", "lag", "horizon", "reach")


class Family(msgspec.Struct, frozen=True, kw_only=True):
    """Types that reports use for one act, and how much each finding counts between them."""

    id: str
    threshold: float
    lag: int
    horizon: int
    reach: int
    mutual: bool
    weights: Mapping[str, float]


class Families(msgspec.Struct, frozen=True):
    """All families by type, and the lists of words."""

    by_type: Mapping[str, Family]
    fresh: frozenset[str]
    plain: frozenset[str]
    official: frozenset[str]
    armed: frozenset[str]
    before: frozenset[str]
    steps: re.Pattern[str]
    numbers: Mapping[str, int]
    units: Mapping[str, int]
    phrases: Mapping[str, str]

    @classmethod
    def load(cls, tables: Tables) -> Families:
        """From `tables/corpus`.  Raises TableError."""
        table = tables.toml(_TABLE)
        default = table["default"]
        by_type: dict[str, Family] = {}
        for entry in table["family"]:
            family = _family(entry, default)
            for kind in entry["types"]:
                if kind in by_type:
                    raise TableError(_TABLE, 0, f"type {kind} stands in two families", "leave it in one")
                by_type[kind] = family
        words = tables.toml("corpus/words.toml")
        lists = {name: frozenset(words[name]) for name in ("fresh", "plain", "official", "armed", "before")}
        numbers, units = words["numbers"], words["units"]
        return cls(by_type, **lists, steps=_steps(numbers, units), numbers=numbers, units=units, phrases=table["phrases"])

    def of(self, told: Told) -> Family:
        """The family of an event: that of the act where the act is still to come (a visit announced is AGREE)."""
        kind = told.act_type if told.status in ("future", "hypothetical") and told.act_type else told.type
        found = self.by_type.get(kind) or self.by_type.get(told.type)
        return found or _alone(kind, self.by_type)


def _steps(numbers: Iterable[str], units: Iterable[str]) -> re.Pattern[str]:
    """Finds "two days after", "a week after", "the day after"."""
    number, unit = ("|".join(map(re.escape, sorted(names, key=len, reverse=True))) for names in (numbers, units))
    return re.compile(rf"\b(?:(?P<number>{number})\s+)?(?P<unit>{unit})\s+after\b", re.IGNORECASE)


def _family(entry: Mapping[str, Any], default: Mapping[str, Any]) -> Family:
    unknown = set(entry.get("weights", ())) - set(default["weights"])
    if unknown:
        raise TableError(
            _TABLE, 0, f"family {entry['id']}: no weight is called {', '.join(sorted(unknown))}", "see [default.weights]"
        )
    numbers = {name: entry.get(name, default[name]) for name in _NUMBERS}
    weights = {**default["weights"], **entry.get("weights", {})}
    return Family(id=entry["id"], mutual=entry.get("mutual", default["mutual"]), weights=weights, **numbers)


def _alone(kind: str, known: Mapping[str, Family]) -> Family:
    """A type of another ontology: a family of its own with the weights of the first."""
    return msgspec.structs.replace(next(iter(known.values())), id=kind.lower())
