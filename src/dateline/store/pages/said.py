"""Statements: by whom, about what, when, of which kind."""

from __future__ import annotations

from dateline.store.pages.filters import Condition, Filters, on_days, on_words
from dateline.store.pages.parties import Party
from dateline.store.pages.rows import rows_of
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
    if filters.types:
        condition.add("class IN $types", types=list(filters.types))
    if kind:
        condition.add("kind = $kind", kind=kind)
    on_days(filters, condition)
    source = "shelf.said"
    if speaker is not None:
        condition.values["by"] = speaker.key
        source = "(SELECT * FROM shelf.speakers WHERE key = $by)"
        if not condition.empty:  # the index of speakers knows nothing of these
            source = f"(SELECT * FROM shelf.said WHERE n IN (SELECT n FROM {source}))"
    if about is not None:
        # Of a person the last name will do; of a state its name, which its adjective mostly begins like.
        name = about.name.split()[-1] if about.kind == "person" else about.name
        condition.add("contains(lower(content), lower($about))", about=name)
    on_words(filters, "content", condition)
    if filters.before is not None:
        condition.add("n < $before", before=filters.before)
    sql = f"SELECT n FROM {source} WHERE {condition.sql} ORDER BY n DESC LIMIT $most"
    return rows_of(snapshot, "said", snapshot.rows(sql, {**condition.values, "most": filters.most}))
