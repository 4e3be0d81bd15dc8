"""The ready questions: SQL with places for values, which are bound and never pasted in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple


class Question(NamedTuple):
    """A query and its values."""

    sql: str
    values: dict[str, Any]


class Party(NamedTuple):
    """Somebody asked for: a name, and the country codes it stands for."""

    name: str
    codes: list[str]


# Where events are read from: every telling, or what near-copies tell alike once, in the story's earliest article.
EVERY_EVENT = "(SELECT *, 0::BIGINT AS copies FROM events)"
EVENTS_ONCE = "events_once"
_ALIKE = "type, mode, actors, recipients, lower(trigger)"
EVENTS_ONCE_VIEW = f"""
SELECT *, 0::BIGINT AS copies FROM events WHERE article NOT IN (SELECT article FROM copies)
UNION ALL
SELECT * EXCLUDE (story, nth), count(*) OVER same - 1 AS copies FROM (
    SELECT e.*, story, row_number() OVER (PARTITION BY e.article, {_ALIKE} ORDER BY sentence, length(id), id) AS nth
    FROM events e JOIN copies USING (article)
)
WINDOW same AS (PARTITION BY story, {_ALIKE}, nth)
QUALIFY row_number() OVER (PARTITION BY story, {_ALIKE}, nth ORDER BY article <> story, day NULLS LAST, article) = 1"""

# What events are counted by.  An event with two actors counts for both.
COUNTED = {
    "year": "strftime(day, '%Y')",
    "month": "strftime(day, '%Y-%m')",
    "day": "day",
    "type": "type",
    "mode": "mode",
    "quad": "quad",
    "status": "status",
    "actor": "unnest(list_distinct(actor_countries))",
    "recipient": "unnest(list_distinct(recipient_countries))",
    "place": "place_country",
}

_EVENT = "e.day, e.date, e.type, e.mode, e.status, e.actors, e.recipients, e.place, e.claimed_by"
_SOURCE = "s.text AS sentence, a.title, a.source, e.article, e.id, e.copies"
_EVENTS = f"""
SELECT {_EVENT}, {_SOURCE}
FROM {{events}} e JOIN articles a USING (article) JOIN sentences s ON s.article = e.article AND s.sentence = e.sentence
WHERE """
_IN_ORDER = " ORDER BY e.day NULLS LAST, e.article, e.sentence, length(e.id), e.id"


def codes(name: str) -> Question:
    """The countries that a name stands for: its own code, or the state so named."""
    named = "kind = 'state' AND lower(name) = lower($name)"
    sql = f"SELECT DISTINCT country FROM entities WHERE country IS NOT NULL AND ({named} OR country = $name) ORDER BY 1"
    return Question(sql, {"name": name})


def timeline(parties: list[Party], *, table: str) -> Question:
    """Events of one party, or between each and another."""
    values: dict[str, Any] = {}
    sides = [
        (party_is(p, "e.actors", "e.actor_countries", values), party_is(p, "e.recipients", "e.recipient_countries", values))
        for p in parties
    ]
    if len(sides) == 1:
        where = " OR ".join(sides[0])
    else:
        (a, a_got), (b, b_got) = sides[0], sides[1]
        where = f"{a} AND {b_got} OR {b} AND {a_got} OR {a} AND {b}"
    return Question(f"{_EVENTS.format(events=table)} ({where}) {_IN_ORDER}", values)


def who(person: str) -> Question:
    """Entities whose name has these words, of articles that are not linked."""
    sql = """
SELECT e.name, e.kind, e.country, e.sector, e.role, count(DISTINCT e.article) AS articles,
       min(a.published_day) AS first_day, max(a.published_day) AS last_day
FROM entities e JOIN articles a USING (article)
WHERE contains(' ' || lower(e.name) || ' ', $words)
GROUP BY ALL ORDER BY articles DESC, e.name, e.kind, e.country, e.sector, e.role"""
    return Question(sql, {"words": _words(person)})


def who_is(person: str) -> Question:
    """Identities one of whose names has these words."""
    sql = """
SELECT name, kind, country, sector, roles, names, articles, first_day, last_day, identity FROM identities
WHERE contains(' ' || lower(array_to_string(names, ' | ')) || ' ', $words)
ORDER BY articles DESC, identity"""
    return Question(sql, {"words": _words(person)})


def said(speaker: Party, about: str | None) -> Question:
    """Statements of a speaker, all of the words of `about` in them; a word may be the beginning of one."""
    values: dict[str, Any] = {}
    where = [party_is(speaker, "[t.speaker]", "[t.speaker_country]", values)]
    for number, word in enumerate((about or "").split()):
        values[f"word{number}"] = word
        begins = f"'(?i)(^|[^\\pL\\pN])' || regexp_escape($word{number})"  # "aid" is no word of "said"
        where.append(f"regexp_matches(array_to_string(t.content, ' '), {begins})")
    sql = f"""
SELECT t.day, t.speaker, t.class, t.kind, array_to_string(t.content, ' … ') AS content, t.addressee, a.title, a.source,
       t.article, t.id
FROM statements t JOIN articles a USING (article)
WHERE {" AND ".join(where)}
ORDER BY t.day NULLS LAST, t.article, t.content_start"""
    return Question(sql, values)


def narrowed(
    of: str,
    actor: Party | str | None,
    recipient: Party | str | None,
    values: dict[str, Any],
    *,
    type: str | None,
    place: str | None,
    days: dict[str, tuple[str, str | None]],
) -> list[str]:
    """Conditions on events or happenings, whose table is called `of`; what they are asked with goes into `values`.

    `days`: of `since` and `until` the column that is compared, and the day.
    """
    where = []
    if isinstance(actor, Party):
        where.append(party_is(actor, f"{of}.actors", f"{of}.actor_countries", values))
    if isinstance(recipient, Party):
        where.append(party_is(recipient, f"{of}.recipients", f"{of}.recipient_countries", values))
    (since_of, since), (until_of, until) = days["since"], days["until"]
    conditions = {
        "type": (f"upper($type) = {of}.type", type),
        "since": (f"{since_of} >= $since::DATE", since),
        "until": (f"{until_of} <= $until::DATE", until),
        "place": (f"(lower({of}.place) = lower($place) OR {of}.place_country = $place)", place),
    }
    for name, (condition, value) in conditions.items():
        if value is not None:
            where.append(condition)
            values[name] = value
    return where


def events(
    actor: Party | str | None,
    recipient: Party | str | None,
    *,
    type: str | None,
    since: str | None,
    until: str | None,
    place: str | None,
    table: str,
) -> Question:
    """Events that meet all that is given."""
    values: dict[str, Any] = {}
    days = {"since": ("e.day", since), "until": ("e.day", until)}
    where = ["true", *narrowed("e", actor, recipient, values, type=type, place=place, days=days)]
    return Question(f"{_EVENTS.format(events=table)} {' AND '.join(where)} {_IN_ORDER}", values)


def count(by: Iterable[str], *, table: str) -> Question:
    """Events by these columns; those that the article itself says did not happen are counted by their status."""
    columns = ", ".join(f'{COUNTED[name]} AS "{name}"' for name in dict.fromkeys(by))
    names = ", ".join(f'"{name}"' for name in dict.fromkeys(by))
    sql = f"SELECT {names}, count(*) AS events FROM (SELECT {columns} FROM {table}) GROUP BY {names} ORDER BY {names}"
    return Question(sql, {})


def party_is(party: Party, names: str, countries: str, values: dict[str, Any]) -> str:
    """That the party is among those named: by code, or by all of its words in a row in a name."""
    number = len(values)
    codes, words = f"codes{number}", f"words{number}"
    values[codes], values[words] = party.codes, _words(party.name)
    joined = f"contains(' ' || lower(array_to_string({names}, ' | ')) || ' ', ${words})"
    return f"(list_has_any({countries}, ${codes}::VARCHAR[]) OR coalesce({joined}, false))"


def _words(name: str) -> str:
    return f" {' '.join(name.lower().split())} "
