"""The archive as a whole: how much is in it, and what made it."""

from __future__ import annotations

from dateline.store.pages.shelf import Row, Snapshot

_WHOLE = """
SELECT (SELECT count(*) FROM articles) AS articles, (SELECT count(*) FROM shelf.items) AS happenings,
       (SELECT count(*) FROM shelf.said) AS statements, (SELECT count(*) FROM shelf.promised) AS promises,
       (SELECT min(published_day) FROM articles) AS first_day, (SELECT max(published_day) FROM articles) AS last_day,
       (SELECT string_agg(DISTINCT made_by_dateline || ', ' || made_by_model || ', tables ' || made_by_tables, '; ')
        FROM articles) AS made_by"""


def whole(snapshot: Snapshot) -> Row:
    """Numbers, first and last day, and makers."""
    return snapshot.once(_WHOLE)[0]


def kinds(snapshot: Snapshot) -> dict[str, list[str]]:
    """What filters can choose among: the values that the archive has."""
    asked = {
        "types": "SELECT DISTINCT type AS v FROM shelf.items ORDER BY 1",
        "statuses": "SELECT DISTINCT status AS v FROM shelf.items ORDER BY 1",
        "classes": "SELECT DISTINCT class AS v FROM shelf.said ORDER BY 1",
        "promises": "SELECT DISTINCT kind AS v FROM shelf.promised ORDER BY 1",
        "states": "SELECT DISTINCT state AS v FROM shelf.promised WHERE state IS NOT NULL ORDER BY 1",
    }
    return {name: [row["v"] for row in snapshot.once(sql)] for name, sql in asked.items()}
