"""How far the reading of files has come, for those who show it."""

from __future__ import annotations

from typing import IO


class Meter:
    """How many bytes of files have been read."""

    def __init__(self) -> None:
        self._ended = 0
        self._now: IO[bytes] | None = None

    def read(self) -> int:
        """So many up to now."""
        try:
            return self._ended + (self._now.tell() if self._now is not None else 0)
        except (OSError, ValueError):  # a pipe, or a file that was closed just now
            return self._ended

    def begin(self, stream: IO[bytes]) -> None:
        """A file is opened; the one before was read to its end."""
        self._now = stream

    def end(self) -> None:
        """The file is read."""
        self._ended = self.read()
        self._now = None
