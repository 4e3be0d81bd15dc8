"""What keeps the room safe: who may come in, which requests are taken, what browsers are told."""

from dateline.web.guard.gate import Gate
from dateline.web.guard.headers import add_headers
from dateline.web.guard.rates import limits
from dateline.web.guard.sessions import COOKIE, Sessions

__all__ = ["COOKIE", "Gate", "Sessions", "add_headers", "limits"]
