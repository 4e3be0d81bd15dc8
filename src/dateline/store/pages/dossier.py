"""All that a page shows of one party, or of two."""

from __future__ import annotations

import msgspec

from dateline.store.pages.filters import Condition, Filters
from dateline.store.pages.happened import among, happened, months
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
        types=_types(snapshot, one, other),
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
WHERE key IN (SELECT unnest($keys)) ORDER BY articles DESC, first_day LIMIT 12"""
    return snapshot.rows(sql, {"keys": list(party.keys)})


def _partners(snapshot: Snapshot, party: Party) -> list[Row]:
    """With whom most passed: states with a state, named ones with one that is named."""
    prefix = "c:" if party.state else "n:"
    sql = """
WITH own AS (SELECT n, side FROM shelf.parties WHERE key IN (SELECT unnest($keys))),
     theirs AS (
         SELECT p.key, count(DISTINCT p.n) AS happenings, count(DISTINCT p.n) FILTER (p.quad > 2) AS conflict
         FROM shelf.parties p JOIN own ON own.n = p.n AND (own.side <> p.side OR own.side = 1)
         WHERE starts_with(p.key, $prefix) AND p.key NOT IN (SELECT unnest($keys))
         GROUP BY p.key ORDER BY happenings DESC, p.key LIMIT 14)
SELECT theirs.*, coalesce(s.name, w.name, substr(theirs.key, 3)) AS name
FROM theirs LEFT JOIN shelf.states s ON theirs.key = 'c:' || s.code
LEFT JOIN (SELECT key, any_value(name) AS name FROM shelf.who GROUP BY key) w ON theirs.key = w.key
ORDER BY happenings DESC, theirs.key"""
    return snapshot.rows(sql, {"keys": list(party.keys), "prefix": prefix})


def _places(snapshot: Snapshot, party: Party) -> list[Row]:
    sql = """
SELECT place, place_country AS country, any_value(lat) AS lat, any_value(lon) AS lon, count(*) AS happenings,
       count(*) FILTER (quad > 2) AS conflict
FROM shelf.items WHERE place IS NOT NULL AND n IN (SELECT n FROM shelf.parties WHERE key IN (SELECT unnest($keys)))
GROUP BY place, place_country ORDER BY happenings DESC, place LIMIT 12"""
    return snapshot.rows(sql, {"keys": list(party.keys)})


def _types(snapshot: Snapshot, one: Party, other: Party) -> list[Row]:
    condition = Condition()
    sql = f"SELECT type, count(*) AS happenings FROM ({among((one, other), condition)}) GROUP BY type ORDER BY 2 DESC, 1"
    return snapshot.rows(sql, condition.values)
