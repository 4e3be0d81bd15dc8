"""Lists of what happened, their months, and their places."""

from __future__ import annotations

from dateline.store.pages.filters import Condition, Filters, on_items
from dateline.store.pages.parties import Party
from dateline.store.pages.rows import rows_of
from dateline.store.pages.shelf import Row, Snapshot


def happened(snapshot: Snapshot, filters: Filters, *parties: Party) -> list[Row]:
    """What happened, the newest first: all, what one took part in, or what passed between two."""
    condition = on_items(filters)
    sql = f"SELECT n FROM {_source(filters, parties, condition)} WHERE {condition.sql} ORDER BY n DESC LIMIT $most"
    return rows_of(snapshot, "items", snapshot.rows(sql, {**condition.values, "most": filters.most}))


def months(snapshot: Snapshot, filters: Filters, *parties: Party) -> list[Row]:
    """By month, how much was cooperation and how much conflict, and the mean score."""
    condition = on_items(filters)
    if len(parties) == 1 and condition.empty:
        sql = "SELECT month, cooperation, conflict, score FROM shelf.monthly WHERE key = $key ORDER BY month"
        return snapshot.rows(sql, {"key": parties[0].key})
    source = _source(filters, parties, condition)
    sql = f"""
SELECT date_trunc('month', day)::DATE AS month, count(*) FILTER (quad <= 2) AS cooperation,
       count(*) FILTER (quad > 2) AS conflict, avg(score) AS score
FROM {source} WHERE day IS NOT NULL AND {condition.sql} GROUP BY ALL ORDER BY 1"""
    return snapshot.rows(sql, condition.values)


def types_between(snapshot: Snapshot, one: Party, other: Party) -> list[Row]:
    """How often what passed between two, by type."""
    condition = Condition()
    source = between(one, other, condition)
    sql = f"SELECT type, count(*) AS happenings FROM {source} GROUP BY type ORDER BY 2 DESC, 1"
    return snapshot.rows(sql, condition.values)


def on_map(snapshot: Snapshot, filters: Filters) -> list[Row]:
    """Places by what happened there, the busiest first."""
    condition = on_items(filters).add("lat IS NOT NULL")
    sql = f"""
SELECT place, place_country AS country, lat, lon, count(*) AS happenings, count(*) FILTER (quad > 2) AS conflict,
       min(day) AS first_day, max(day) AS last_day
FROM shelf.items WHERE {condition.sql}
GROUP BY place, place_country, lat, lon ORDER BY happenings DESC, place LIMIT $most"""
    return snapshot.rows(sql, {**condition.values, "most": filters.most})


def between(one: Party, other: Party, condition: Condition) -> str:
    """What passed between two: a part of the index that is sorted for it, where they are two of a kind."""
    if one.key[:2] == other.key[:2]:
        condition.values["a"], condition.values["b"] = sorted((one.key, other.key))
        return "(SELECT * FROM shelf.pairs WHERE a = $a AND b = $b)"
    condition.values["a"], condition.values["b"] = one.key, other.key
    side = "SELECT * FROM shelf.parties WHERE key = "
    return f"(SELECT p.* FROM ({side}$a) p JOIN ({side}$b) q ON p.n = q.n AND (p.side | q.side) & 1 = 1)"


def _source(filters: Filters, parties: tuple[Party, ...], condition: Condition) -> str:
    """What a list is taken from; the index of parties knows neither places nor words."""
    if not parties:
        return "shelf.items"
    if len(parties) == 1:
        condition.values["key"] = parties[0].key
        kept = "(SELECT * FROM shelf.parties WHERE key = $key)"
    else:
        kept = between(parties[0], parties[1], condition)
    return f"(SELECT * FROM shelf.items WHERE n IN (SELECT n FROM {kept}))" if filters.place or filters.words else kept
