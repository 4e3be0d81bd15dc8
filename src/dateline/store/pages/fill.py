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

# Who took part in what; `side` is 1 for who acts, 2 for who is acted upon, 3 for both.
_PARTIES = """
CREATE TABLE shelf.parties AS
SELECT key, n, bit_or(side) AS side, any_value(day) AS day, any_value(type) AS type, any_value(status) AS status,
       any_value(quad) AS quad, any_value(score) AS score
FROM (
    SELECT unnest(list_concat(
               list_transform(actor_countries, lambda x: 'c:' || x),
               list_transform(actors, lambda x: 'n:' || lower(x)))) AS key,
           n, 1 AS side, day, type, status, quad, score FROM shelf.items
    UNION ALL
    SELECT unnest(list_concat(
               list_transform(recipient_countries, lambda x: 'c:' || x),
               list_transform(recipients, lambda x: 'n:' || lower(x)))) AS key,
           n, 2 AS side, day, type, status, quad, score FROM shelf.items
)
WHERE key <> 'c:'
GROUP BY key, n
ORDER BY key, n"""
# What passed between two of a kind: one does it to the other, or both do it together.
_PAIRS = """
CREATE TABLE shelf.pairs AS
SELECT p.key AS a, q.key AS b, p.n, p.day, p.type, p.status, p.quad, p.score
FROM shelf.parties p JOIN shelf.parties q ON p.n = q.n AND left(p.key, 2) = left(q.key, 2) AND p.key < q.key
WHERE (p.side | q.side) & 1 = 1
ORDER BY a, b, p.n"""
_PARTNERS = """
CREATE TABLE shelf.partners AS
SELECT key, other, happenings, conflict
FROM (
    SELECT a AS key, b AS other, count(*) AS happenings, count(*) FILTER (quad > 2) AS conflict
    FROM shelf.pairs GROUP BY a, b
    UNION ALL
    SELECT b AS key, a AS other, count(*) AS happenings, count(*) FILTER (quad > 2) AS conflict
    FROM shelf.pairs GROUP BY a, b
)
QUALIFY row_number() OVER (PARTITION BY key ORDER BY happenings DESC, other) <= 14
ORDER BY key, happenings DESC, other"""
_MONTHLY = """
CREATE TABLE shelf.monthly AS
SELECT key, date_trunc('month', day)::DATE AS month, count(*) FILTER (quad <= 2) AS cooperation,
       count(*) FILTER (quad > 2) AS conflict, avg(score) AS score
FROM shelf.parties WHERE day IS NOT NULL GROUP BY ALL ORDER BY key, month"""
_HAUNTS = """
CREATE TABLE shelf.haunts AS
SELECT p.key, i.place, i.place_country AS country, any_value(i.lat) AS lat, any_value(i.lon) AS lon, count(*) AS happenings,
       count(*) FILTER (i.quad > 2) AS conflict
FROM shelf.parties p JOIN shelf.items i USING (n) WHERE i.place IS NOT NULL
GROUP BY p.key, i.place, i.place_country
QUALIFY row_number() OVER (PARTITION BY p.key ORDER BY count(*) DESC, i.place) <= 12
ORDER BY key, happenings DESC, place"""

_SAID = """
CREATE TABLE shelf.said AS
SELECT row_number() OVER (ORDER BY day NULLS FIRST, article, content_start)::BIGINT AS n, article, id, day, speaker,
       speaker_country, class, kind, array_to_string(content, ' … ') AS content, addressee
FROM statements"""
_SPEAKERS = """
CREATE TABLE shelf.speakers AS
SELECT * FROM (
    SELECT 'n:' || lower(speaker) AS key, n, content FROM shelf.said WHERE speaker IS NOT NULL
    UNION ALL
    SELECT 'c:' || speaker_country AS key, n, content FROM shelf.said WHERE speaker_country IS NOT NULL
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
SELECT DISTINCT key, side, n
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
ORDER BY key, side, n"""

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


# A row is found by its number in some milliseconds where a scan would take a hundred.
_BY_NUMBER = (
    "CREATE UNIQUE INDEX items_by_n ON shelf.items (n)",
    "CREATE UNIQUE INDEX said_by_n ON shelf.said (n)",
    "CREATE UNIQUE INDEX promised_by_n ON shelf.promised (n)",
    "CREATE UNIQUE INDEX titles_by_article ON shelf.titles (article)",
)


def fill(*, happenings: bool) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The commands that fill the index, by how their tables are packed; happenings where articles are linked, else events.

    What is read row by row is not packed: some fifty rows would unpack some hundred thousand.
    """
    by_row = (_HAPPENINGS if happenings else _EVENTS, _SAID, _PROMISED, _ARTICLES)
    by_key = (_PARTIES, _PAIRS, _PARTNERS, _MONTHLY, _HAUNTS, _SPEAKERS, _PLEDGES, _WHO, _OFFICES, _STATES)
    return (("uncompressed", by_row), ("auto", (*by_key, *_BY_NUMBER)))
