"""Lists of what happened, their months, and their places."""

from __future__ import annotations

from dateline.store.pages.filters import Condition, Filters, on_items
from dateline.store.pages.parties import Party
from dateline.store.pages.shelf import Row, Snapshot

_SHOWN = """
SELECT i.*, t.title, t.site, t.url, t.source, t.published_day
FROM (SELECT * FROM shelf.items WHERE n IN (SELECT n FROM ({chosen}))) i LEFT JOIN shelf.titles t USING (article)
ORDER BY i.n DESC"""


def happened(snapshot: Snapshot, filters: Filters, *parties: Party) -> list[Row]:
    """What happened, the newest first: all, what one took part in, or what passed between two."""
    condition = on_items(filters)
    if parties:
        chosen = f"SELECT n FROM shelf.items WHERE n IN ({among(parties, condition)}) AND {condition.sql}"
    else:
        chosen = f"SELECT n FROM shelf.items WHERE {condition.sql}"
    if parties and not (filters.place or filters.words):  # the index alone decides
        chosen = f"SELECT n FROM ({among(parties, condition)}) p WHERE {condition.sql}"
    newest = f"{chosen} ORDER BY n DESC LIMIT $most"
    return snapshot.rows(_SHOWN.format(chosen=newest), {**condition.values, "most": filters.most})


def months(snapshot: Snapshot, filters: Filters, *parties: Party) -> list[Row]:
    """By month, how much was cooperation and how much conflict, and the mean score."""
    condition = on_items(filters)
    condition.add("day IS NOT NULL")
    plain = not parties or filters.place or filters.words
    where = condition.sql
    if parties and plain:
        source = f"(SELECT * FROM shelf.items WHERE n IN (SELECT n FROM ({among(parties, condition)})))"
    else:
        source = f"({among(parties, condition)})" if parties else "shelf.items"
    sql = f"""
SELECT date_trunc('month', day)::DATE AS month, count(*) FILTER (quad <= 2) AS cooperation,
       count(*) FILTER (quad > 2) AS conflict, avg(score) AS score
FROM {source} WHERE {where} GROUP BY ALL ORDER BY 1"""
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


def among(parties: tuple[Party, ...], condition: Condition) -> str:
    """What one party took part in, or what passed between two: the index's rows, each happening once."""
    columns = "n, day, type, status, quad, score"
    condition.values["a"] = list(parties[0].keys)
    one = "SELECT n, side, day, type, status, quad, score FROM shelf.parties WHERE key IN (SELECT unnest(${}))"
    if len(parties) == 1:
        return f"SELECT DISTINCT {columns} FROM ({one.format('a')})"
    condition.values["b"] = list(parties[1].keys)
    # One does it to the other, or both do it together.
    return f"""SELECT DISTINCT a.n, a.day, a.type, a.status, a.quad, a.score
FROM ({one.format("a")}) a JOIN ({one.format("b")}) b ON a.n = b.n AND (a.side <> b.side OR a.side = 1)"""
