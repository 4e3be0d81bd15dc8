"""Who is signed in.  Sessions live in memory and end with the server."""

from __future__ import annotations

import secrets
import time
from hmac import compare_digest

COOKIE = "dateline_session"
_HOLDS = 12 * 3600.0
_MOST = 1_000


class Sessions:
    """The sessions of one server; where there is no password, everybody is in."""

    def __init__(self, password: str | None) -> None:
        self._password = password
        self._open: dict[str, float] = {}

    @property
    def needed(self) -> bool:
        """Whether anybody has to sign in at all."""
        return self._password is not None

    def begin(self, password: str) -> str | None:
        """A new session for who knows the password."""
        if not self.knows(password):
            return None
        now = time.monotonic()
        self._open = {key: until for key, until in self._open.items() if until > now}
        while len(self._open) >= _MOST:  # the oldest goes
            del self._open[next(iter(self._open))]
        key = secrets.token_urlsafe(32)
        self._open[key] = now + _HOLDS
        return key

    def holds(self, key: str | None) -> bool:
        """Whether a session is open."""
        return not self.needed or (key is not None and self._open.get(key, 0.0) > time.monotonic())

    def end(self, key: str | None) -> None:
        """Closes a session."""
        self._open.pop(key or "", None)

    def knows(self, password: str) -> bool:
        """Whether this is the password."""
        return self._password is None or compare_digest(password.encode(), self._password.encode())
