"""All that a page shows of one party, or of two."""

from __future__ import annotations

import msgspec

from dateline.store.pages.filters import Filters
from dateline.store.pages.happened import happened, months, types_between
from dateline.store.pages.parties import Party
from dateline.store.pages.promised import promised
from dateline.store.pages.said import said
from dateline.store.pages.shelf import Row, Snapshot

_FEW = 8


class Dossier(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of one party: offices, with whom, tone by month, and the newest of each kind."""

    party: Party
    offices: list[Row]
    partners: list[Row]
    months: list[Row]
    places: list[Row]
    happened: list[Row]
    said: list[Row]
    made: list[Row]
    received: list[Row]


class Between(msgspec.Struct, frozen=True, kw_only=True):
    """What passed between two parties."""

    months: list[Row]
    types: list[Row]
    happened: list[Row]
    said: list[Row]
    said_back: list[Row]
    made: list[Row]
    received: list[Row]


def dossier(snapshot: Snapshot, party: Party, filters: Filters) -> Dossier:
    """The dossier of one party."""
    few = Filters(most=_FEW)
    return Dossier(
        party=party,
        offices=_offices(snapshot, party),
        partners=_partners(snapshot, party),
        months=months(snapshot, msgspec.structs.replace(filters, before=None), party),
        places=_places(snapshot, party),
        happened=happened(snapshot, filters, party),
        said=said(snapshot, few, party),
        made=promised(snapshot, few, by=party),
        received=promised(snapshot, few, to=party),
    )


def pair(snapshot: Snapshot, one: Party, other: Party, filters: Filters) -> Between:
    """What passed between two."""
    few = Filters(most=_FEW)
    whole = Filters(types=filters.types, statuses=filters.statuses)
    return Between(
        months=months(snapshot, whole, one, other),
        types=types_between(snapshot, one, other),
        happened=happened(snapshot, filters, one, other),
        said=said(snapshot, few, one, about=other),
        said_back=said(snapshot, few, other, about=one),
        made=promised(snapshot, few, by=one, to=other),
        received=promised(snapshot, few, by=other, to=one),
    )


def _offices(snapshot: Snapshot, party: Party) -> list[Row]:
    if party.state:
        return []
    sql = """
SELECT country, sector, role, articles, first_day, last_day FROM shelf.offices
WHERE key = $key ORDER BY articles DESC, first_day LIMIT 12"""
    return snapshot.rows(sql, {"key": party.key})


def _partners(snapshot: Snapshot, party: Party) -> list[Row]:
    """With whom most passed: states with a state, named ones with one that is named."""
    sql = "SELECT other AS key, happenings, conflict FROM shelf.partners WHERE key = $key ORDER BY happenings DESC, other"
    found = snapshot.rows(sql, {"key": party.key})
    keys = [row["key"] for row in found]
    if not keys:
        return []
    named = "SELECT key, any_value(name) AS name FROM shelf.who WHERE key IN $keys GROUP BY key"
    if party.state:
        named = "SELECT 'c:' || code AS key, name FROM shelf.states WHERE 'c:' || code IN $keys"
    names = {row["key"]: row["name"] for row in snapshot.rows(named, {"keys": keys})}
    return [{**row, "name": names.get(row["key"], row["key"][2:])} for row in found]


def _places(snapshot: Snapshot, party: Party) -> list[Row]:
    sql = """
SELECT place, country, lat, lon, happenings, conflict FROM shelf.haunts
WHERE key = $key ORDER BY happenings DESC, place"""
    return snapshot.rows(sql, {"key": party.key})
