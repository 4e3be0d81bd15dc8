"""The dateline: where, by whom and when a story was filed.

`MOSCOW (Sputnik) — The delegation ...`, `GENEVA, March 3 (Reuters) - Envoys ...`, `(AP) — Troops ...`,
`LONDON/PARIS, 5 May 2021 (Reuters) - Ministers ...`, `Moscow. March 3. INTERFAX - Russia ...`,
`MOSCOW, May 4. /TASS/. Exports ...`, `Tehran, May 4, IRNA – Deputies ...`, `(CNN)Voters ...`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from dateline.lexicon import Tables
from dateline.record import Dateline


class FoundDateline(NamedTuple):
    """A dateline and how many characters it takes at the start of its paragraph."""

    dateline: Dateline
    length: int


FindDateline = Callable[[str], FoundDateline | None]

_UPPER = r"[A-ZÀ-ÖØ-ÞŁŚŽČŠĐİ]"
# No mark that parts words may stand inside one, or a line of hyphens could be split in a million ways.
_CAPS = rf"{_UPPER}[{_UPPER[1:-1]}'’.]*(?:(?: (?:and|of|de|al|the|la|le|el) | |/|, |-){_UPPER}[{_UPPER[1:-1]}'’.]*){{0,6}}"
_NAME = rf"{_UPPER}[\w'’.]+(?:(?: |/|-(?:\w{{2,4}}-)?| and ){_UPPER}[\w'’.]+){{0,3}}"
_DASH = r"(?:—|–|--+|―|-|_(?= ))"
_MARK = re.compile(r"[-—–―_:/(]")  # one of these is in every dateline: most paragraphs have none and are passed over
# What a story may begin with: a capital or a figure, in quotes or not
_NEXT = r"(?=[\"“‘'(\[]{0,2}[A-ZÀ-ÖØ-Þ0-9])"


def build_dateline(tables: Tables) -> FindDateline:
    """A function that finds the dateline at the start of a paragraph."""
    words = tables.toml("article/dateline.toml")
    months = [m for names in tables.toml("article/dates.toml")["months"] for m in names]
    shapes = _shapes(words, months)
    not_places = frozenset(words["not_places"])

    def find_dateline(paragraph: str) -> FoundDateline | None:
        head = paragraph[:160]
        if _MARK.search(head) is None:
            return None
        for shape in shapes:
            if (m := shape.match(head)) is not None:
                parts = m.groupdict()
                place = parts.get("place")
                if place and place.strip(" ,").upper() in not_places:
                    continue
                if not any(parts.values()):
                    continue
                found = Dateline(place=_tidy(place), agency=_tidy(parts.get("agency")), date=_tidy(parts.get("date")))
                return FoundDateline(found, m.end())
        return None

    return find_dateline


def _shapes(words: dict[str, list[str]], months: list[str]) -> list[re.Pattern[str]]:
    agency = "|".join(re.escape(a) for a in sorted(set(words["agencies"]), key=lambda a: (-len(a), a)))
    before = "|".join(words["before"])
    cities = "|".join(f"{re.escape(c)}|{re.escape(c.upper())}" for c in sorted(words["cities"], key=lambda c: (-len(c), c)))
    month = "|".join(f"{m.capitalize()}|{m.upper()}" for m in sorted(months, key=len, reverse=True))
    date = rf"(?:(?:{month})\.? \d{{1,2}}(?:,? \d{{4}})?|\d{{1,2}} (?:{month})\.?(?:,? \d{{4}})?)"
    # `ATHENS, Greece (AP) —`: the city in capitals, its country as other names are
    caps = rf"(?P<place>(?:(?:{before}) )?{_CAPS}(?:, (?!(?:{month})\b){_NAME})?)"
    name = rf"(?P<place>(?:(?:{before}) )?{_NAME}(?:, (?!(?:{month})\b){_NAME})?)"
    signed = r"\((?P<agency>[^()\n]{2,40})\)"
    known = rf"\((?P<agency>(?:{agency})(?:[/,] ?[^()\n]{{2,30}})?)\)"
    dash = rf"\s*{_DASH}\s*{_NEXT}"
    end = rf"\s*(?:{_DASH}|:)\s*{_NEXT}"
    shapes = (
        rf"{caps}(?:,? (?P<date>{date}))?,?\s*{signed}{end}",
        rf"{caps},? (?P<date>{date}){end}",
        rf"{name}(?:,? (?P<date>{date}))?,?\s*{known}{end}",
        rf"(?P<place>{_NAME})\. (?P<date>{date})\. (?P<agency>{agency})\s*{_DASH}\s*",
        rf"(?P<place>{_CAPS}|{_NAME}), (?P<date>{date})\.? /(?P<agency>[\w. -]{{2,30}})/\.?(?:\s*{_DASH})?\s*{_NEXT}",
        rf"(?P<place>{_CAPS}|{_NAME}), (?P<date>{date}),? (?P<agency>{agency}){dash}",
        rf"(?P<date>{date})\s*{known}{end}",
        rf"{known}(?:{dash}|\s?{_NEXT})",
        rf"{caps}(?:\s*(?:—|―)|\s+(?:–|--+))\s*{_NEXT}",
        rf"(?P<place>(?:{cities}))(?:\s*{_DASH}|:)\s+{_NEXT}",
        rf"(?P<place>{_UPPER}{{4,}}(?: {_UPPER}{{3,}}){{0,3}})\s+-\s+{_NEXT}",
    )
    return [re.compile(s) for s in shapes]


def _tidy(part: str | None) -> str | None:
    if not part:
        return None
    tidy = part.strip(" ,")
    return (tidy if "." in tidy[:-1] else tidy.rstrip(".")) or None  # `Washington, D.C.` keeps its last mark
