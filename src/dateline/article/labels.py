"""Fields of a header above an article: `Subject: ...`, `BYLINE: Anna Roe`, `HD` with the headline below it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from dateline.article.byline import Byline, ReadByline
from dateline.article.lines import Line
from dateline.article.printed_date import FindDate
from dateline.article.published import Evidence
from dateline.lexicon import Tables

_LABELLED = re.compile(r"(?P<label>[A-Za-z][A-Za-z -]{1,17}?)(?::\s*|\t|(?<=^[A-Z]{2})\s+|$)(?P<value>.*)")


class Header(NamedTuple):
    """What the fields say; the first that says something counts."""

    title: str | None = None
    byline: Byline | None = None
    date: Evidence | None = None


ReadHeader = Callable[[Sequence[Line]], Header]


def build_header(tables: Tables, read_byline: ReadByline, find_date: FindDate) -> ReadHeader:
    """A function that reads the header among lines above an article."""
    table = tables.toml("article/labels.toml")
    kinds = {label: kind for kind in ("title", "byline", "date") for label in table[kind]}
    passed_on = re.compile("(?:(?:" + "|".join(map(re.escape, table["passed_on"])) + r")\s*)+", re.IGNORECASE)

    def read_header(lines: Sequence[Line]) -> Header:
        said: dict[str, str] = {}
        for i, line in enumerate(lines):
            if line.is_of("label") and (m := _LABELLED.fullmatch(line.text)) is not None:
                kind = kinds.get(m["label"].lower())
                if kind is not None and (value := m["value"].strip() or _below(lines, i)):
                    said.setdefault(kind, value)
        date = find_date(said.get("date", ""))
        return Header(
            title=passed_on.sub("", said["title"], count=1).strip() or None if "title" in said else None,
            byline=read_byline(f"By {said['byline']}") if "byline" in said else None,
            date=Evidence(date, "metadata", f"the header says '{said['date'][:60]}'") if date else None,
        )

    return read_header


def _below(lines: Sequence[Line], i: int) -> str:
    """The value of a label that stands alone is the line below it."""
    return lines[i + 1].text if i + 1 < len(lines) and lines[i + 1].rule is None else ""
