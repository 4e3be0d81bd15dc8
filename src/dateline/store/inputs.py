"""What passes over the whole archive read, where a table alone is not enough: queries by name.

A stream that is ordered comes in one order whatever the units are: order by what articles say, then by their keys.
"""

from __future__ import annotations

from dateline.store.followed_inputs import FOLLOWED

INPUTS: dict[str, str] = {
    **FOLLOWED,
    "entities_in_order": """
SELECT e.article, e.id, e.name, e.kind, e.country, e.sector, e.role, e.wikidata, a.published_day
FROM entities e JOIN articles a USING (article)
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
