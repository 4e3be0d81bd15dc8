"""What passes over the whole archive read, where a table alone is not enough: queries by name.

A stream that is ordered comes in one order whatever the units are: order by what articles say, then by their keys.
"""

from __future__ import annotations

from dateline.store.followed_inputs import FOLLOWED

# What an entity is known by before it is compared with others; of a surname alone the month counts too.
_COMBO = """hash([entities.name, entities.kind, entities.country, entities.sector, entities.role,
      CASE WHEN entities.why LIKE 'people:%' THEN 'known' END,
      CASE WHEN entities.kind = 'person' AND NOT contains(entities.name, ' ')
      THEN strftime(a.published_day, '%Y-%m') END])"""

INPUTS: dict[str, str] = {
    **FOLLOWED,
    "names_seen": "SELECT DISTINCT name, kind, country FROM seen ORDER BY ALL",
    "seen_in_blocks": """
SELECT block, seen.* FROM seen JOIN blocks b
ON b.name = seen.name AND b.kind = seen.kind AND b.country IS NOT DISTINCT FROM seen.country
ORDER BY block, combo""",
    "identified_rows": f"""
SELECT d.identity, e.article, e.id AS entity
FROM (SELECT entities.article, entities.id, {_COMBO} AS combo FROM entities JOIN articles a USING (article)) e
     JOIN decided d USING (combo)
ORDER BY e.article, length(e.id), e.id""",
    "copy_pairs": """
SELECT pairs.a, pairs.b, one.shingles AS left, other.shingles AS right, c.shingles AS left_common, d.shingles AS right_common
FROM pairs JOIN numbered m ON m.n = a JOIN sketches one ON one.article = m.article
     JOIN numbered o ON o.n = b JOIN sketches other ON other.article = o.article
     LEFT JOIN common c ON c.n = a LEFT JOIN common d ON d.n = b""",
    "numbered_in_order": "SELECT n, article FROM numbered ORDER BY n",
}

# Tables that are made while a pass runs, one after the other; `$name` stands for a value the pass gives.
PREPARED: dict[str, tuple[str, ...]] = {
    "identities": (
        f"""
CREATE OR REPLACE TABLE seen AS
SELECT {_COMBO} AS combo, any_value(name) AS name, any_value(kind) AS kind, any_value(country) AS country,
       any_value(sector) AS sector, any_value(role) AS role, coalesce(bool_or(why LIKE 'people:%'), false) AS known,
       min(published_day) AS first_day, max(published_day) AS last_day, count(DISTINCT article) AS articles
FROM entities JOIN articles a USING (article) GROUP BY combo""",
    ),
    # Articles that share numbers of their sketches.  Each is paired with the two earliest that have the number, so that
    # a thousand copies make thousands of pairs, not a million.  What comes again and again on one site is common there.
    "copies": (
        r"""
CREATE OR REPLACE TABLE numbered AS
SELECT article, row_number() OVER (ORDER BY published_day NULLS LAST, article) - 1 AS n, published_day AS day,
       coalesce(site, regexp_extract(url, '^[a-z]+://(?:www\.)?([^/]+)', 1), '') AS site
FROM articles""",
        """
CREATE OR REPLACE TABLE held AS
SELECT n, unnest(shingles) AS h FROM sketches JOIN numbered USING (article)""",
        """
CREATE OR REPLACE TABLE shared AS
SELECT h, min(n, 2) AS hubs, count(*) AS articles FROM held GROUP BY h HAVING count(*) > 1""",
        """
CREATE OR REPLACE TABLE common AS
SELECT n, list(h) AS shingles FROM held JOIN numbered USING (n) JOIN (
    SELECT h, site FROM held JOIN shared USING (h) JOIN numbered USING (n)
    WHERE articles >= $often AND site <> ''
    GROUP BY h, site
    HAVING count(*) >= $often AND count(DISTINCT day) >= $often AND max(day) - min(day) >= $days
) USING (h, site) GROUP BY n""",
        """
CREATE OR REPLACE TABLE pairs AS
SELECT a, n AS b, count(*) AS both FROM (SELECT n, unnest(hubs) AS a FROM held JOIN shared USING (h))
WHERE a < n GROUP BY a, n HAVING count(*) >= $least""",
    ),
}
