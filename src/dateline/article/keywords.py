"""Keywords: from the lines under `Tags`, from a line that is nothing but names, and from a page's data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_AFTER_LABEL = re.compile(r"^[\w ']{2,30}:\s*")
_SPLIT = re.compile(r"\s*[,;|•·#/]\s*")
_SMALL = {"of", "the", "and", "de", "al", "in", "on", "for", "to", "with", "vs", "a", "an", "&", "la", "von", "van", "bin"}


def keywords_in_line(line: str) -> list[str]:
    """The keywords of a line such as `Tags: Geneva, peace talks, Syria` or `Geneva, Peace Talks`."""
    return tidy_keywords(_SPLIT.split(_AFTER_LABEL.sub("", line)))


def is_tag_line(line: str) -> bool:
    """Whether a line is a row of names and subjects and nothing else: `Anna Roe, Oslo, Norway, Peace Talks`."""
    if line.endswith((".", "!", "?", ":", ";")) or len(line) > 400:
        return False
    parts = [p.strip() for p in line.split(",")]
    if len(parts) < 3 or any(not p for p in parts):
        return False
    for part in parts:
        words = part.split()
        if len(words) > 5 or words[0].lower() in {"and", "or", "but", "who", "which"}:
            return False
        lower = [w for w in words if w.islower() and w not in _SMALL]  # `al-Assad` is no small word
        if lower:
            return False
    return True


def tidy_keywords(words: Iterable[str]) -> list[str]:
    """Keywords without marks and doubles, each at most eight words long."""
    seen: dict[str, str] = {}
    for word in words:
        tidy = " ".join(word.split()).strip(" .,;:#\"'“”")
        if tidy and len(tidy) <= 80 and tidy.count(" ") < 8 and any(c.isalnum() for c in tidy):
            seen.setdefault(tidy.casefold(), tidy)
    return list(seen.values())


def keywords_under(lines: Sequence[str]) -> list[str]:
    """Keywords that stand a line each under a heading such as `Tags`."""
    found: list[str] = []
    for line in lines[:15]:
        if len(line.split()) > 6 or line.endswith("."):
            break
        found += _SPLIT.split(line)
    return tidy_keywords(found)
