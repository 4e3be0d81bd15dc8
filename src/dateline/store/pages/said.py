"""Statements: by whom, about what, when, of which kind."""

from __future__ import annotations

from dateline.store.pages.filters import Condition, Filters, on_days, on_words
from dateline.store.pages.parties import Party
from dateline.store.pages.shelf import Row, Snapshot


def said(
    snapshot: Snapshot,
    filters: Filters,
    speaker: Party | None = None,
    *,
    about: Party | None = None,
    kind: str | None = None,
) -> list[Row]:
    """Statements, the newest first; `types` of the filters are classes (speech, thought ...), `about` names somebody."""
    condition = Condition()
    if speaker is not None:
        condition.add("n IN (SELECT n FROM shelf.speakers WHERE key IN (SELECT unnest($by)))", by=list(speaker.keys))
    if about is not None:
        # Of a person the last name will do; of a state its name, which its adjective mostly begins like.
        name = about.name.split()[-1] if about.kind == "person" else about.name
        condition.add("contains(lower(content), lower($about))", about=name)
    if filters.types:
        condition.add("class IN (SELECT unnest($types))", types=list(filters.types))
    if kind:
        condition.add("kind = $kind", kind=kind)
    on_days(filters, condition)
    on_words(filters, "content", condition)
    if filters.before is not None:
        condition.add("n < $before", before=filters.before)
    sql = f"""
SELECT s.*, t.title, t.site, t.url, t.source, t.published_day
FROM (SELECT * FROM shelf.said WHERE {condition.sql} ORDER BY n DESC LIMIT $most) s LEFT JOIN shelf.titles t USING (article)
ORDER BY n DESC"""
    return snapshot.rows(sql, {**condition.values, "most": filters.most})
