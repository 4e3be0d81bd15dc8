"""The ready questions about what joins articles: happenings with their sources, promises and where they stand."""

from __future__ import annotations

from typing import Any

from dateline.store.questions import Party, Question, narrowed, party_is

STATES = ("open", "due", "overdue", "kept", "broken", "overtaken", "disputed")

# Where each promise stands on a day: the latest that was said of it by then, or its date.
_STANDING = """
heard AS (
  SELECT promise, says, day, article, id AS sentence FROM outcomes
  WHERE says IN ('kept', 'broken', 'overtaken', 'disputed') AND day <= $asof::DATE
),
latest AS (SELECT promise, max(day) AS day, arg_max(says, (day, article, sentence)) AS says FROM heard GROUP BY promise),
split AS (
  SELECT h.promise FROM heard h JOIN latest l USING (promise) WHERE h.day >= l.day - $settled::INTEGER
  GROUP BY h.promise HAVING bool_or(h.says = 'kept') AND bool_or(h.says = 'broken')
),
dues AS (
  SELECT promise, last(due_last ORDER BY day, article, commitment) AS due_last
  FROM promises WHERE day IS NULL OR day <= $asof::DATE GROUP BY promise
),
standing AS (
  SELECT d.promise, CASE
    WHEN b.promise IS NOT NULL THEN 'disputed'
    WHEN l.says IS NOT NULL THEN l.says
    WHEN d.due_last IS NULL OR d.due_last = DATE '9999-12-31' THEN 'open'
    WHEN d.due_last < $asof::DATE THEN 'overdue'
    WHEN d.due_last <= $asof::DATE + $soon::INTEGER THEN 'due'
    ELSE 'open' END AS state
  FROM dues d LEFT JOIN latest l USING (promise) LEFT JOIN split b USING (promise)
)"""
_STORED = "standing AS (SELECT DISTINCT promise, state FROM promises)"


def promises(
    by: Party | str | None,
    to: Party | str | None,
    *,
    due: bool,
    state: str | None = None,
    asof: str | None = None,
    settled: int = 0,
    soon: int = 0,
) -> Question:
    """Commitments by one party, to another, that fall due or stand so; each with what was said of it later."""
    values: dict[str, Any] = {}
    where = ["true"]
    if isinstance(by, Party):
        where.append(party_is(by, "c.by_names", "c.by_countries", values))
    if isinstance(to, Party):
        where.append(party_is(to, "c.to_names", "c.to_countries", values))
    if due:
        where.append("c.due IS NOT NULL")
    if state is not None:
        where.append("st.state = $state")
        values["state"] = state
    until = ""
    if asof is not None:
        where.append("(c.day IS NULL OR c.day <= $asof::DATE)")
        until = "WHERE o.day <= $asof::DATE"
        values |= {"asof": asof, "settled": settled, "soon": soon}
    order = "c.due_last, c.due_first, " if due else "c.day NULLS LAST, "
    sql = f"""
WITH {_STORED if asof is None else _STANDING},
told AS (
  SELECT o.promise, list(o.says || ' ' || strftime(o.day, '%Y-%m-%d') || ' (' || coalesce(b.source, '') || '): ' || o.text
                         ORDER BY o.day, o.article, o.id) AS outcomes
  FROM outcomes o LEFT JOIN articles b USING (article) {until} GROUP BY o.promise
)
SELECT c.day, c.kind, c.by_names AS "by", c.to_names AS "to", c.action, c.due, c.due_last, c.condition, st.state,
       told.outcomes, a.title, a.source, c.article, c.id, p.promise
FROM commitments c JOIN articles a USING (article)
LEFT JOIN promises p ON p.article = c.article AND p.commitment = c.id
LEFT JOIN standing st ON st.promise = p.promise
LEFT JOIN told ON told.promise = p.promise
WHERE {" AND ".join(where)}
ORDER BY {order}c.article, c.action_start, c.id"""
    return Question(sql, values)


def happenings(
    actor: Party | str | None,
    recipient: Party | str | None,
    *,
    type: str | None,
    since: str | None,
    until: str | None,
    place: str | None,
    reports: int,
    disputed: bool,
) -> Question:
    """Happenings that meet all that is given, each with where it was told."""
    values: dict[str, Any] = {"reports": reports}
    days = {"since": ("h.last_day", since), "until": ("h.first_day", until)}
    where = ["h.reports >= $reports", *narrowed("h", actor, recipient, values, type=type, place=place, days=days)]
    if disputed:
        where.append("(h.disputed OR len(h.disagreements) > 0)")
    sql = f"""
WITH told AS (
  SELECT t.happening, list(DISTINCT a.source ORDER BY a.source) AS sources, min(t.day) AS day
  FROM tellings t JOIN articles a USING (article) GROUP BY t.happening
)
SELECT h.date, h.type, h.mode, h.status, h.actors, h.recipients, h.place, h.reports, h.articles, h.dead_low, h.dead_high,
       h.disputed, h.disagreements, h.text, told.sources, h.happening
FROM happenings h JOIN told USING (happening)
WHERE {" AND ".join(where)}
ORDER BY coalesce(h.first_day, told.day) NULLS LAST, h.happening"""
    return Question(sql, values)


def tellings(happening: str) -> Question:
    """What each article says of one happening, the earliest first."""
    sql = """
SELECT a.published_day AS published, a.site, t.status, t.day, t.size_dead AS dead, t.size_injured AS injured, t.claimed_by,
       t.independent, t.agrees, t.why, s.text AS sentence, a.source, t.article, t.event
FROM tellings t JOIN articles a USING (article)
JOIN events e ON e.article = t.article AND e.id = t.event
JOIN sentences s ON s.article = e.article AND s.sentence = e.sentence
WHERE t.happening = $happening
ORDER BY a.published_day NULLS LAST, t.article, e.trigger_start, t.event"""
    return Question(sql, {"happening": happening})
