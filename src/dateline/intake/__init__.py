"""One file a kind of source; documents and problems out, one at a time.

>>> from dateline.intake import open_sources
>>> [d.source for d in open_sources(["no-such-page.txt"])]
['no-such-page.txt']
"""

from dateline.intake.dates import edtf_day
from dateline.intake.looks import looks_like_html
from dateline.intake.meter import Meter
from dateline.intake.page import page_of
from dateline.intake.sources import fetch_page, open_sources, size_of

__all__ = ["Meter", "edtf_day", "fetch_page", "looks_like_html", "open_sources", "page_of", "size_of"]
