"""The entity behind names, roles and pronouns: a gold of whole short articles, beside this file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from build import parsed, tables
from dateline import entities
from dateline.statements import build

ARTICLES = Path(__file__).with_name("speakers.txt")
WANTED = 0.85
_MARK = re.compile(r"\{=([^}]*)\}")


class Wanted(NamedTuple):
    """Where a statement's content begins, and who speaks."""

    start: int
    speaker: str | None


def articles() -> Iterator[tuple[str, list[Wanted]]]:
    body = "\n".join(line for line in ARTICLES.read_text(encoding="utf-8").split("\n") if not line.startswith("#"))
    for marked in body.split("\n=\n"):
        wanted, parts, length, last = [], [], 0, 0
        for m in _MARK.finditer(marked):
            parts.append(marked[last : m.start()])
            length += len(parts[-1])
            wanted.append(Wanted(length, None if m.group(1) == "-" else m.group(1)))
            last = m.end()
        parts.append(marked[last:])
        yield "".join(parts), wanted


def plain(name: str) -> str:
    """A name without accents, hyphens and capitals."""
    letters = unicodedata.normalize("NFD", name.lower().replace("-", " "))
    return "".join(c for c in letters if not unicodedata.combining(c))


def same(wanted: str | None, found: str | None, mention: str) -> bool:
    """Whether a name is the wanted one up to spelling; who is not known by name is known by the words of the mention."""
    if wanted is None or found is None:
        return (found is None and wanted is None) or (wanted is None and plain(found or "") in plain(mention))
    a, b = set(plain(wanted).split()), set(plain(found).split())
    return len(a & b) >= min(2, len(a), len(b))


def judge() -> Iterator[tuple[str, str | None, str | None, bool]]:
    """For each statement of the gold: its words, the speaker wanted and found, and whether that is right."""
    find_cast, find = entities.build(tables()), build(tables())
    for text, wanted in articles():
        reading = parsed(text)
        reading.cast = find_cast(reading)
        by_start = {span.start: s for s in find(reading) for span in s.content}
        for w in wanted:
            statement = by_start.get(w.start)
            found = reading.cast.get(statement.speaker).name if statement is not None and statement.speaker else None
            mention = statement.speaker_span.text if statement is not None and statement.speaker_span else ""
            right = statement is not None and same(w.speaker, found, mention)
            yield text[w.start : w.start + 50], w.speaker, found, right


def test_speakers_are_the_right_entities() -> None:
    judged = list(judge())
    assert len(judged) >= 220
    right = sum(1 for *_, right in judged if right)
    assert right / len(judged) >= WANTED, [j for j in judged if not j[3]]
