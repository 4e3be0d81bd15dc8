"""How long an article may be."""

from __future__ import annotations

from dateline.record import Problem

LONGEST = 1_000_000  # characters; the longest reports of news agencies have a tenth of that


def too_long(source: str, length: int) -> Problem:
    """The problem of a text that is no single article."""
    what = f"the text has {length:,} characters, more than any article ({LONGEST:,})"
    return Problem(source=source, what=what, mend="split it into one document an article")
