"""Places that parties call by different names, over the whole archive."""

from __future__ import annotations

from dateline.store.pages.shelf import Row, Snapshot

_NAMES = """
WITH named AS (
    SELECT d.article, coalesce(d.place, d.names_name[1]) AS place,
           unnest(d.names_by) AS who, unnest(d.names_name) AS called
    FROM disputes d)
SELECT n.place, n.called, e.name AS by, e.country, count(DISTINCT n.article) AS articles, min(n.article) AS article,
       min(a.published_day) AS first_day, max(a.published_day) AS last_day
FROM named n LEFT JOIN entities e ON e.article = n.article AND e.id = n.who LEFT JOIN articles a ON a.article = n.article
GROUP BY n.place, n.called, e.name, e.country
ORDER BY n.place, articles DESC, n.called, e.name LIMIT 2000"""


def contested(snapshot: Snapshot) -> list[Row]:
    """By place and name: who calls it so (None: the writers), in how many articles, from when to when."""
    return snapshot.rows(_NAMES)
