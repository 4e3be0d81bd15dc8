"""How much is read at most, and reading no more than that.  Units: bytes."""

from __future__ import annotations

from typing import IO

MOST_PAGE = 50_000_000  # one text or HTML file
MOST_LINE = 100_000_000  # one line of JSON
MOST_UNPACKED = 50_000_000  # one compressed page, unpacked


def read_at_most(stream: IO[bytes], most: int) -> bytes | None:
    """The bytes of a stream, or None where there are more than `most`."""
    parts: list[bytes] = []
    left = most + 1
    while left > 0:
        part = stream.read(min(left, 1 << 20))
        if not part:
            return b"".join(parts)
        parts.append(part)
        left -= len(part)
    return None


def in_words(size: int) -> str:
    """A number of bytes for people.

    >>> in_words(50_000_000)
    '50 MB'
    """
    return f"{size // 1_000_000} MB" if size >= 1_000_000 else f"{max(size // 1000, 1)} KB"
