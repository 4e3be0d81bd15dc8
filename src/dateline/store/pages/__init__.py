"""What the pages of the reading room ask: an index beside the archive, and a file of questions a page.

>>> from dateline.store.pages import open_shelf
>>> shelf = open_shelf("record")             # doctest: +SKIP
>>> find_party(shelf.now(), "Japan").name    # doctest: +SKIP
'Japan'
"""

from dateline.store.pages.contested import contested
from dateline.store.pages.dossier import Between, Dossier, dossier, pair
from dateline.store.pages.filters import Filters
from dateline.store.pages.happened import happened, months, on_map
from dateline.store.pages.one_article import copies_of, find_record, happenings_in, tellings_of
from dateline.store.pages.parties import Party, find_party, parties_like
from dateline.store.pages.promised import promised, with_outcomes
from dateline.store.pages.said import said
from dateline.store.pages.shelf import Row, Shelf, Snapshot, TooSlowError, open_shelf
from dateline.store.pages.whole import kinds, whole

__all__ = [
    "Between",
    "Dossier",
    "Filters",
    "Party",
    "Row",
    "Shelf",
    "Snapshot",
    "TooSlowError",
    "contested",
    "copies_of",
    "dossier",
    "find_party",
    "find_record",
    "happened",
    "happenings_in",
    "kinds",
    "months",
    "on_map",
    "open_shelf",
    "pair",
    "parties_like",
    "promised",
    "said",
    "tellings_of",
    "whole",
    "with_outcomes",
]
