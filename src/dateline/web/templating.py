"""The templates: all that is printed is escaped, and a misspelt name is an error."""

from __future__ import annotations

import re
from datetime import date

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape


def environment() -> Environment:
    """The environment in which templates are filled."""
    found = Environment(
        loader=PackageLoader("dateline.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    found.filters |= {"lit": lit, "day": written_day}
    return found


def lit(text: str | None, words: str | None) -> Markup:
    """A text with the words that were looked for marked; all of it escaped.

    >>> str(lit("Aid & aims", "ai"))
    '<mark>Ai</mark>d &amp; <mark>ai</mark>ms'
    """
    asked = [re.escape(word) for word in (words or "").split()]
    if not asked or not text:
        return escape(text or "")
    pieces = re.split(rf"(?<![^\W_])({'|'.join(asked)})", text, flags=re.IGNORECASE)
    return Markup("").join(Markup("<mark>{}</mark>").format(p) if n % 2 else escape(p) for n, p in enumerate(pieces))


def written_day(day: date | None) -> str:
    """A day as it is written, or that there is none."""
    return day.isoformat() if day else "no date"
