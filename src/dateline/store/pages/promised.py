"""The ledger: what was promised, agreed, asked, refused or threatened, with what became of it where that is known."""

from __future__ import annotations

from dateline.store.pages.filters import Condition, Filters, on_days, on_words
from dateline.store.pages.parties import Party
from dateline.store.pages.rows import rows_of
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
    if filters.types:
        condition.add("kind IN $types", types=list(filters.types))
    if state:
        condition.add("state = $state", state=state)
    if due:
        condition.add("due_last IS NOT NULL")
    on_days(filters, condition)
    on_words(filters, "action", condition)
    only_parties = condition.empty
    if filters.before is not None:
        condition.add("n < $before", before=filters.before)
    kept = _by_parties(by, to, condition)
    source = "shelf.promised" if kept is None else f"(SELECT * FROM shelf.promised WHERE n IN ({kept}))"
    if kept is not None and only_parties:
        source = f"({kept})"
    order = "due_last, n" if due else "n DESC"
    sql = f"SELECT n FROM {source} WHERE {condition.sql} ORDER BY {order} LIMIT $most"
    return rows_of(snapshot, "promised", snapshot.rows(sql, {**condition.values, "most": filters.most}))


def with_outcomes(snapshot: Snapshot, rows: list[Row]) -> list[Row]:
    """Promises with the evidence of what became of them, the earliest first."""
    asked = sorted({row["promise"] for row in rows if row["promise"]})
    if not asked:
        return [{**row, "outcomes": []} for row in rows]
    sql = "SELECT promise, article, id, day, says, text FROM outcomes WHERE promise IN $asked ORDER BY day, article, id"
    found: dict[str, list[Row]] = {}
    for outcome in snapshot.rows(sql, {"asked": asked}):
        found.setdefault(outcome["promise"], []).append(outcome)
    return [{**row, "outcomes": found.get(row["promise"], [])} for row in rows]


def _by_parties(by: Party | None, to: Party | None, condition: Condition) -> str | None:
    """The numbers of what one made, one received, or one made to the other."""
    asked = []
    for side, party in ((1, by), (2, to)):
        if party is not None:
            condition.values[f"side{side}"] = party.key
            asked.append(f"SELECT n FROM shelf.pledges WHERE key = $side{side} AND side = {side}")
    return " INTERSECT ".join(asked) or None
