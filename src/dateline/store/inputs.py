"""What passes over the whole archive read, where a table alone is not enough: queries by name.

A stream that is ordered comes in one order whatever the units are: order by what articles say, then by their keys.
"""

from __future__ import annotations

INPUTS: dict[str, str] = {
    "entities_in_order": """
SELECT e.article, e.id, e.name, e.kind, e.country, e.sector, e.role, e.wikidata, a.published_day
FROM entities e JOIN articles a USING (article)
ORDER BY e.article, length(e.id), e.id""",
}
