"""Which states, organisations and groups are one: those of one name and country."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.corpus.naming import Naming
from dateline.corpus.seen import Decided, Seen


def decide_states(block: Iterable[Seen]) -> list[Decided]:
    """A state is known by its code; a country in other clothes (a former name, its capital) is the same."""
    rows: dict[str, list[Seen]] = {}
    for row in sorted(block, key=lambda r: (r.country or "", r.name, r.combo)):
        rows.setdefault(f"state:{row.country or row.name}", []).append(row)
    return [Decided(key, tuple(found)) for key, found in sorted(rows.items())]


def decide_bodies(block: Iterable[Seen], naming: Naming) -> list[Decided]:
    """Bodies of one name: those without a country are the one that has one, where only one has."""
    rows = sorted(block, key=lambda r: (r.name, r.country or "", r.combo))
    countries = sorted({r.country for r in rows if r.country})
    usual = countries[0] if len(countries) == 1 else ""
    found: dict[str, list[Seen]] = {}
    for row in rows:
        found.setdefault(f"body:{naming.body(row.name).replace(' ', '-')}@{row.country or usual}", []).append(row)
    return [Decided(key, tuple(of_key)) for key, of_key in sorted(found.items())]
