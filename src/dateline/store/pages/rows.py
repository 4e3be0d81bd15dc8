"""Rows by their numbers, with the titles of their articles."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.store.pages.shelf import Row, Snapshot

_TITLE = ("title", "site", "url", "source", "published_day")


def rows_of(snapshot: Snapshot, table: str, chosen: Iterable[Row]) -> list[Row]:
    """The rows of a table of the index, in the order of the chosen numbers."""
    numbers = [row["n"] for row in chosen]
    if not numbers:
        return []
    found = {
        row["n"]: row for row in snapshot.rows(f"SELECT * FROM shelf.{table} WHERE n IN $numbers", {"numbers": numbers})
    }
    return with_titles(snapshot, [found[n] for n in numbers if n in found])


def with_titles(snapshot: Snapshot, rows: list[Row]) -> list[Row]:
    """Rows with what is shown of their articles."""
    articles = sorted({row["article"] for row in rows})
    if not articles:
        return rows
    sql = "SELECT * FROM shelf.titles WHERE article IN $articles"
    titles = {row["article"]: row for row in snapshot.rows(sql, {"articles": articles})}
    empty = dict.fromkeys(_TITLE)
    return [{**row, **{name: titles.get(row["article"], empty)[name] for name in _TITLE}} for row in rows]
