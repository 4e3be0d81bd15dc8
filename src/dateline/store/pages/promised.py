"""The ledger: what was promised, agreed, asked, refused or threatened, with what became of it where that is known."""

from __future__ import annotations

from dateline.store.pages.filters import Condition, Filters, on_days, on_words
from dateline.store.pages.parties import Party
from dateline.store.pages.shelf import Row, Snapshot


def promised(
    snapshot: Snapshot,
    filters: Filters,
    *,
    by: Party | None = None,
    to: Party | None = None,
    state: str | None = None,
    due: bool = False,
) -> list[Row]:
    """Commitments, the newest first, or with `due` those with a date in the order of the dates; `types` are kinds."""
    condition = Condition()
    for side, party in ((1, by), (2, to)):
        if party is not None:
            keys = f"key IN (SELECT unnest($side{side}))"
            values = {f"side{side}": list(party.keys)}
            condition.add(f"n IN (SELECT n FROM shelf.pledges WHERE {keys} AND side = {side})", **values)
    if filters.types:
        condition.add("kind IN (SELECT unnest($types))", types=list(filters.types))
    if state:
        condition.add("state = $state", state=state)
    if due:
        condition.add("due_last IS NOT NULL")
    on_days(filters, condition)
    on_words(filters, "action", condition)
    if filters.before is not None:
        condition.add("n < $before", before=filters.before)
    order = "due_last, n" if due else "n DESC"
    sql = f"""
SELECT p.*, t.title, t.site, t.url, t.source
FROM (SELECT * FROM shelf.promised WHERE {condition.sql} ORDER BY {order} LIMIT $most) p
LEFT JOIN shelf.titles t USING (article)
ORDER BY {order}"""
    return snapshot.rows(sql, {**condition.values, "most": filters.most})
