"""Names in a byline: `By Anna Roe and Paul Loe in Kyiv` gives two names and a place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from dateline.lexicon import Tables


class Byline(NamedTuple):
    """Who wrote a story, and the place that the byline names."""

    names: tuple[str, ...]
    place: str | None = None


ReadByline = Callable[[str], Byline]

_SPLIT = re.compile(r"\s*(?:,|;|\||/|•|·|&|\band\b|\bAND\b|\bwith\b|\b[Ff]or\b.*|\n| - | – | — |\))\s*")
_IN_PLACE = re.compile(r"\s+(?:in|IN)\s+([A-ZÀ-Þ][\w'’.\- ]{1,40})$")
_JUNK = re.compile(r"https?://\S+|[\w.+-]{1,60}@[\w-]{1,60}\.[\w.]+|@\w+|\([^()]*\)?|\[[^\]]*\]|<[^>]*>")
_SUFFIX = {"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "phd", "md"}


def build_byline(tables: Tables) -> ReadByline:
    """A function that reads the names of a byline, as printed or as given in a page's data."""
    table = tables.toml("article/byline.toml")
    before = "|".join(re.escape(b) for b in sorted(table["before"], key=len, reverse=True))
    opening = re.compile(rf"^(?:{before})\b:?\s+", re.IGNORECASE)
    dated = _behind_name(table, tables.toml("article/dates.toml"))
    joined = re.compile(rf"(?<=[a-z])(?:{'|'.join(w.capitalize() for w in table['joined'])})+$")
    not_names, agencies = frozenset(table["not_names"]), frozenset(table["agencies"])
    cities = frozenset(c.lower() for c in tables.toml("article/dateline.toml")["cities"])

    def read_byline(line: str) -> Byline:
        rest = _JUNK.sub(" ", line).strip(" \t-–—|•·:,")
        signed = opening.match(rest) is not None
        while (m := opening.match(rest)) is not None:
            rest = rest[m.end() :]
        rest = joined.sub("", dated.sub("", rest))
        place: str | None = None
        by_agency = ""
        names: list[str] = []
        for part in _SPLIT.split(rest):
            if (m := _IN_PLACE.search(part)) is not None:
                place, part = m.group(1).strip(" ."), part[: m.start()]
            name = _without_office(" ".join(opening.sub("", part.strip(" .:-–—*\"'")).split()), not_names)
            if name.lower() in cities:
                place = place or name
            elif name.lower() in _SUFFIX and names:
                names[-1] += f" {name}"
            elif _is_name(name, not_names, agencies):
                names.append(_cased(name))
            elif signed and name.lower() in agencies:
                by_agency = by_agency or name
        if by_agency and not names:
            names.append(by_agency)  # `By Associated Press` says who wrote it, `By Anna Roe, Associated Press` for whom
        return Byline(tuple(dict.fromkeys(names)), place)

    return read_byline


def _behind_name(table: dict[str, list[str]], dates: dict[str, Any]) -> re.Pattern[str]:
    """The date that stands behind a name in one line: `By Anna Roe Apr. 28, 2023 1:15 pm`, `Anna Roe 7 hours ago`."""
    month = "|".join(sorted((m for names in dates["months"] for m in names), key=len, reverse=True))
    unit = "|".join(table["units"])
    date = rf"(?:{month})\.? \d|\d{{1,2}}(?:st|nd|rd|th)? (?:{month})\b|\d{{1,2}}:\d\d|\d+ ?(?:{unit})s?\b|(?:19|20)\d\d-\d"
    day = "|".join(dates["weekdays"])
    return re.compile(rf"[ ,]+(?:on |at )?(?:(?:{day}),? )?(?:{date}).*$", re.IGNORECASE)


def _without_office(name: str, not_names: frozenset[str]) -> str:
    """`Anna Roe Political Correspondent` without what she is."""
    words = name.split()
    if not 4 <= len(words) <= 7 or words[-1].lower() not in not_names or not all(w[0].isupper() for w in words):
        return name
    return " ".join(words[:2]) if not any(w.lower().strip(".,") in not_names for w in words[:2]) else name


def _is_name(part: str, not_names: frozenset[str], agencies: frozenset[str]) -> bool:
    words = part.split()
    if not 1 <= len(words) <= 6 or len(part) > 60 or part.lower() in agencies:
        return False
    if any(w.lower().strip(".,'’") in not_names for w in words) or any(c.isdigit() for c in part):
        return False
    if part.isascii() and not any(w[0].isupper() for w in words):
        return False
    return len(words) >= 2 or (len(part) >= 4 and not part.isascii())


def _cased(name: str) -> str:
    """`ANNA VAN ROE` as `Anna Van Roe`; other names as they are."""
    return name.title() if name.isupper() and len(name) > 4 else name


def join_names(bylines: Iterable[Byline]) -> tuple[str, ...]:
    """The names of several bylines, each once, a longer form before a shorter one of the same name."""
    names = list(dict.fromkeys(n for b in bylines for n in b.names))
    folded = [n.casefold() for n in names]
    return tuple(n for n, f in zip(names, folded, strict=True) if not any(f != o and f in o for o in folded))
