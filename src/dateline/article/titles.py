"""The title of a page: what it shows above the text, checked against what its data say."""

from __future__ import annotations

import re
from typing import Any

from dateline.article.hygiene import tidy_characters

_TAG = re.compile(
    r"</?(?:a|b|br|em|font|i|iframe|img|p|q|s|script|small|span|strong|style|sub|sup|svg|u)\b[^<>]{0,300}>", re.I
)
_WORD = re.compile(r"\w+")
# ` | The Paper`, ` - National | Paper`: what sites hang on.
_TAIL = re.compile(r"\s+(?:[|•·*»]|[-–—])\s+[^|•·*»]{1,60}$")


def choose_title(tree: Any, headline: str | None, tagged: str | None) -> str | None:
    """The `<h1>` that agrees best with headline, tags or `<title>`; else one of those, without the site's name.

    It has no tags in it, which some pages' data hold, and no characters that can't be shown.
    """
    found = _best_title(tree, headline, tagged)
    return " ".join(tidy_characters(_TAG.sub("", found)).split()) or None if found else None


def _best_title(tree: Any, headline: str | None, tagged: str | None) -> str | None:
    page = tree.findtext(".//title")
    said = [s for s in (headline, tagged, " ".join(page.split()) if page else None) if s]
    shown = [" ".join(e.text_content().split()) for e in tree.xpath("//h1")[:8]]
    shown = [s for s in shown if 2 < len(s) <= 400]
    if not said:
        return shown[0] if len(shown) == 1 else None
    data = [s for s in (headline, tagged) if s] or said  # `<title>` may be the site's name
    best = max(shown, key=lambda s: max(_likeness(s, t) for t in data), default=None)
    if best is not None and max(_likeness(best, t) for t in data) >= 0.55:
        return best
    bare = [without_tail(s, shown) for s in said]
    return headline or bare[0]


def _likeness(one: str, other: str) -> float:
    a, b = set(_WORD.findall(one.casefold())), set(_WORD.findall(other.casefold()))
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def without_tail(title: str, shown: list[str]) -> str:
    """A title without the site's name behind it: `Envoys meet in Oslo | The Paper`.

    >>> without_tail("Envoys meet in Oslo - World - The Paper", [])
    'Envoys meet in Oslo'
    """
    while (m := _TAIL.search(title)) is not None and m.start() >= 12 and title not in shown:
        rest = title[: m.start()]
        if "|" not in m.group() and (len(m.group().split()) > 5 or len(rest.split()) < 3):
            break
        title = rest
    return title
