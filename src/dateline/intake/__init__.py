"""One file a kind of source; documents and problems out, one at a time.

>>> from dateline.intake import open_sources
>>> [d.source for d in open_sources(["no-such-page.txt"])]
['no-such-page.txt']
"""

from dateline.intake.dates import edtf_day
from dateline.intake.looks import looks_like_html
from dateline.intake.sources import open_sources

__all__ = ["edtf_day", "looks_like_html", "open_sources"]
