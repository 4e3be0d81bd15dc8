"""The reading room: web pages where people read, search and check the record.  A face: it parses, calls and prints.

>>> from dateline.web import Settings, build_app
>>> app = build_app(Settings(archive=None))   # doctest: +SKIP
"""

from dateline.web.app import build_app
from dateline.web.serve import serve
from dateline.web.settings import Settings, is_loopback

__all__ = ["Settings", "build_app", "is_loopback", "serve"]
