"""What the passes read that join events into happenings and follow promises: queries by name."""

from __future__ import annotations

# The parties of events and commitments, with what their ids stand for, in the order of the lists.
_KNOWN = """
SELECT s.article, s.id, s.side, list(coalesce(n.kind, '') ORDER BY s.place) AS kinds,
       list(coalesce(i.identity, '') ORDER BY s.place) AS keys
FROM (
  SELECT article, id, '{one}' AS side, unnest({one}_ids) AS entity, generate_subscripts({one}_ids, 1) AS place FROM {table}
  UNION ALL
  SELECT article, id, '{other}', unnest({other}_ids), generate_subscripts({other}_ids, 1) FROM {table}
) s
LEFT JOIN entities n ON n.article = s.article AND n.id = s.entity
LEFT JOIN identified i ON i.article = s.article AND i.entity = s.entity
GROUP BY s.article, s.id, s.side"""

_SPOT = "{" + ", ".join(f"'{c}': p.{c}" for c in ("name", "country", "admin1", "resolution", "lat", "lon", "geonames")) + "}"

# Every event with its sentence, the places that the sentence names, and the story its article tells.
_TOLD_EVENTS = f"""
WITH known AS ({_KNOWN.format(one="actor", other="recipient", table="events")}),
told AS (SELECT DISTINCT article, sentence FROM events),
named AS (
  SELECT s.article, s.sentence, {_SPOT} AS spot, min(m.char_start) AS offset_
  FROM told JOIN sentences s USING (article, sentence)
  JOIN mentions m ON m.article = s.article AND m.char_start >= s.char_start AND m.char_start < s.char_end
  JOIN places p ON p.article = m.article AND p.id = m.of
  GROUP BY ALL
),
near AS (SELECT article, sentence, list(spot ORDER BY offset_, spot.name) AS near FROM named GROUP BY article, sentence)
SELECT e.article, e.id AS event, coalesce(c.story, e.article) AS story,
       coalesce(a.site, nullif(regexp_extract(a.url, '^https?://([^/]+)', 1), ''), a.source) AS site,
       a.published_day AS published,
       e.type, e.mode, e.act_type, e.act_mode, e.status, e.quad, e.score,
       e.actors, x.keys AS actor_keys, x.kinds AS actor_kinds, e.actor_countries, e.actor_sectors,
       e.recipients, y.keys AS recipient_keys, y.kinds AS recipient_kinds, e.recipient_countries, e.recipient_sectors,
       CASE WHEN p.id IS NULL THEN NULL ELSE {_SPOT} END AS spot, n.near, e.date, e.first_day, e.last_day,
       e.trigger, e.trigger_start, e.sentence, e.salience, e.claimed_by,
       e.size_dead, e.size_injured, e.size_arrested, e.size_participants, s.text
FROM events e
JOIN articles a USING (article)
JOIN sentences s ON s.article = e.article AND s.sentence = e.sentence
LEFT JOIN copies c ON c.article = e.article
LEFT JOIN known x ON x.article = e.article AND x.id = e.id AND x.side = 'actor'
LEFT JOIN known y ON y.article = e.article AND y.id = e.id AND y.side = 'recipient'
LEFT JOIN places p ON p.article = e.article AND p.id = e.place_id
LEFT JOIN near n ON n.article = e.article AND n.sentence = e.sentence
ORDER BY e.article, e.trigger_start, length(e.id), e.id"""

# Every commitment, in the order of days, with the words before its action and the act of its event.
_PLEDGES = f"""
WITH known AS ({_KNOWN.format(one="by", other="to", table="commitments")})
SELECT c.article, c.id AS commitment, coalesce(k.story, c.article) AS story, c.kind, c.action, c.due, c.due_last, c.day,
       substr(a.text, greatest(c.action_start - 23, 1), least(c.action_start, 24)) AS lead, t.text AS due_text,
       e.act_type AS type, e.act_mode AS mode,
       c.by_names, x.keys AS by_keys, x.kinds AS by_kinds, c.by_countries, c.by_sectors,
       c.to_names, y.keys AS to_keys, y.kinds AS to_kinds, c.to_countries, c.to_sectors
FROM commitments c
JOIN articles a USING (article)
LEFT JOIN copies k ON k.article = c.article
LEFT JOIN times t ON t.article = c.article AND t.id = c.due_id
LEFT JOIN events e ON e.article = c.article AND e.id = c.event_id
LEFT JOIN known x ON x.article = c.article AND x.id = c.id AND x.side = 'by'
LEFT JOIN known y ON y.article = c.article AND y.id = c.id AND y.side = 'to'
ORDER BY c.day NULLS LAST, c.article, c.action_start, c.id"""

# Every sentence of a dated article that mentions one who is bound by some commitment, with all that was found in it.
_PASSAGES = """
WITH bound AS (
  SELECT DISTINCT unnest(list_concat(by_names, to_names)) AS name FROM commitments
), lands AS (
  SELECT DISTINCT unnest(list_concat(by_countries, to_countries)) AS country FROM commitments
),
who AS (
  SELECT n.article, n.id, n.name, n.kind, n.country, n.sector, i.identity AS key,
         (n.name IN (SELECT name FROM bound) OR n.country IN (SELECT country FROM lands WHERE country <> '')) AS bound
  FROM entities n LEFT JOIN identified i ON i.article = n.article AND i.entity = n.id
),
parties AS (
  SELECT s.article, s.sentence, bool_or(w.bound) AS bound,
         list({'at': m.char_start - s.char_start, 'name': w.name, 'key': w.key, 'kind': w.kind, 'country': w.country,
               'sector': w.sector} ORDER BY m.char_start, w.name) AS parties
  FROM sentences s
  JOIN mentions m ON m.article = s.article AND m.char_start >= s.char_start AND m.char_start < s.char_end
  JOIN who w ON w.article = m.article AND w.id = m.of
  GROUP BY s.article, s.sentence
),
deeds AS (
  SELECT e.article, e.sentence,
         list({'event': e.id, 'happening': t.happening, 'type': e.type, 'mode': e.mode, 'status': e.status,
               'actors': e.actors, 'countries': e.actor_countries} ORDER BY length(e.id), e.id) AS deeds
  FROM events e LEFT JOIN tellings t ON t.article = e.article AND t.event = e.id
  GROUP BY e.article, e.sentence
),
said AS (
  SELECT s.article, s.sentence, min_by(t.id, t.content_start[1]) AS statement
  FROM sentences s JOIN statements t
    ON t.article = s.article AND t.content_start[1] >= s.char_start AND t.content_start[1] < s.char_end
  GROUP BY s.article, s.sentence
),
lines AS (SELECT article, sentence, text, lag(text) OVER (PARTITION BY article ORDER BY sentence) AS before FROM sentences)
SELECT l.article, l.sentence, coalesce(c.story, l.article) AS story, a.published_day AS day, l.text, l.before,
       p.parties, d.deeds, q.statement
FROM lines l
JOIN articles a ON a.article = l.article AND a.published_day IS NOT NULL
JOIN parties p ON p.article = l.article AND p.sentence = l.sentence AND p.bound
LEFT JOIN copies c ON c.article = l.article
LEFT JOIN deeds d ON d.article = l.article AND d.sentence = l.sentence
LEFT JOIN said q ON q.article = l.article AND q.sentence = l.sentence
ORDER BY day, l.article, l.sentence"""


FOLLOWED: dict[str, str] = {
    "told_events": _TOLD_EVENTS,
    "pledges": _PLEDGES,
    "passages": _PASSAGES,
}
