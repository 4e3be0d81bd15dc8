"""The index's tables, filled from the archive's: sorted by what pages ask for, so that a question reads a small part."""

from __future__ import annotations

_ITEM = """
    type, mode, status, quad, score, actors, actor_keys, actor_countries, recipients, recipient_keys, recipient_countries,
    date, day, place, place_country, lat, lon, claimed_by, dead, injured, arrested, participants,
    reports, disputed, disagreements, text, article, event"""

# A row each for what happened.  `n` grows with the day, so that the newest are at the end of the file.
_EVENTS = f"""
CREATE TABLE shelf.items AS
SELECT row_number() OVER (ORDER BY day NULLS FIRST, article, event)::BIGINT AS n, key, {_ITEM}
FROM (
    SELECT e.article || ':' || e.id AS key, e.* EXCLUDE (size_dead, size_injured, size_arrested, size_participants),
           []::VARCHAR[] AS actor_keys, []::VARCHAR[] AS recipient_keys,
           e.size_dead AS dead, e.size_injured AS injured, e.size_arrested AS arrested,
           e.size_participants AS participants, 1 AS reports, false AS disputed, []::VARCHAR[] AS disagreements,
           s.text, e.id AS event
    FROM events e LEFT JOIN sentences s ON s.article = e.article AND s.sentence = e.sentence
)"""
_HAPPENINGS = f"""
CREATE TABLE shelf.items AS
SELECT row_number() OVER (ORDER BY day NULLS FIRST, article, event)::BIGINT AS n, key, {_ITEM}
FROM (
    SELECT happening AS key, * EXCLUDE (first_day), first_day AS day, NULL::VARCHAR AS claimed_by,
           dead_low AS dead, injured_low AS injured, arrested_low AS arrested, participants_low AS participants
    FROM happenings
)"""

_PARTIES = """
CREATE TABLE shelf.parties AS
SELECT DISTINCT key, n, side, day, type, status, quad, score
FROM (
    SELECT unnest(list_concat(
               list_transform(actor_countries, lambda x: 'c:' || x),
               list_transform(actors, lambda x: 'n:' || lower(x)),
               list_transform(actor_keys, lambda x: 'i:' || x))) AS key,
           n, 1::TINYINT AS side, day, type, status, quad, score FROM shelf.items
    UNION ALL
    SELECT unnest(list_concat(
               list_transform(recipient_countries, lambda x: 'c:' || x),
               list_transform(recipients, lambda x: 'n:' || lower(x)),
               list_transform(recipient_keys, lambda x: 'i:' || x))) AS key,
           n, 2::TINYINT AS side, day, type, status, quad, score FROM shelf.items
)
WHERE key <> 'c:'
ORDER BY key, n"""

_SAID = """
CREATE TABLE shelf.said AS
SELECT row_number() OVER (ORDER BY day NULLS FIRST, article, content_start)::BIGINT AS n, article, id, day, speaker,
       speaker_country, class, kind, array_to_string(content, ' … ') AS content, addressee
FROM statements"""
_SPEAKERS = """
CREATE TABLE shelf.speakers AS
SELECT * FROM (
    SELECT 'n:' || lower(speaker) AS key, n, day FROM shelf.said WHERE speaker IS NOT NULL
    UNION ALL
    SELECT 'c:' || speaker_country AS key, n, day FROM shelf.said WHERE speaker_country IS NOT NULL
)
ORDER BY key, n"""

_PROMISED = """
CREATE TABLE shelf.promised AS
SELECT row_number() OVER (ORDER BY c.day NULLS FIRST, c.article, c.action_start, c.id)::BIGINT AS n, c.article, c.id, c.kind,
       c.by_names, c.to_names, c.by_countries, c.to_countries, c.action, c.due, c.due_first, c.due_last, c.condition, c.day,
       p.promise, p.state, p.state_why
FROM commitments c LEFT JOIN promises p ON p.article = c.article AND p.commitment = c.id"""
_PLEDGES = """
CREATE TABLE shelf.pledges AS
SELECT DISTINCT key, n, side
FROM (
    SELECT unnest(list_concat(list_transform(by_countries, lambda x: 'c:' || x),
                              list_transform(by_names, lambda x: 'n:' || lower(x)))) AS key,
           n, 1::TINYINT AS side FROM shelf.promised
    UNION ALL
    SELECT unnest(list_concat(list_transform(to_countries, lambda x: 'c:' || x),
                              list_transform(to_names, lambda x: 'n:' || lower(x)))) AS key,
           n, 2::TINYINT AS side FROM shelf.promised
)
WHERE key <> 'c:'
ORDER BY key, n"""

# Who appears, by name and country, and in which offices.
_WHO = """
CREATE TABLE shelf.who AS
SELECT 'n:' || lower(e.name) AS key, any_value(e.name ORDER BY e.name) AS name, mode(e.kind) AS kind, e.country,
       list_distinct(list(e.role ORDER BY e.role) FILTER (e.role IS NOT NULL)) AS roles,
       count(DISTINCT e.article) AS articles, min(a.published_day) AS first_day, max(a.published_day) AS last_day
FROM entities e JOIN articles a USING (article)
GROUP BY lower(e.name), e.country
ORDER BY key"""
_OFFICES = """
CREATE TABLE shelf.offices AS
SELECT 'n:' || lower(e.name) AS key, e.country, e.sector, e.role, count(DISTINCT e.article) AS articles,
       min(a.published_day) AS first_day, max(a.published_day) AS last_day
FROM entities e JOIN articles a USING (article)
GROUP BY lower(e.name), e.country, e.sector, e.role
ORDER BY key"""
_STATES = """
CREATE TABLE shelf.states AS
SELECT country AS code, mode(name) AS name, count(DISTINCT article) AS articles
FROM entities WHERE kind = 'state' AND country IS NOT NULL GROUP BY country ORDER BY country"""
_ARTICLES = """
CREATE TABLE shelf.titles AS
SELECT article, coalesce(title, left(text, 90)) AS title, site, url, source, published_day FROM articles ORDER BY article"""


def fill(*, happenings: bool) -> tuple[str, ...]:
    """The commands that fill the index; from happenings where articles are linked, else from events."""
    items = _HAPPENINGS if happenings else _EVENTS
    return (items, _PARTIES, _SAID, _SPEAKERS, _PROMISED, _PLEDGES, _WHO, _OFFICES, _STATES, _ARTICLES)
