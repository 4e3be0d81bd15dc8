"""Small archives for tests: texts in, a folder out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from build_reader import reader
from dateline.engine.keys import key_of
from dateline.engine.unit import Done, Settings, Unit, read_unit
from dateline.record import Document, Problem
from dateline.store import Makers, folder_at, writing

SETTINGS = Settings(any_language=True)

TREATY = "Kenya and Uganda signed a border treaty in Nairobi on Friday, officials said."
VISIT = (
    "Norwegian Foreign Minister Ine Eriksen Søreide arrived in Ankara on Monday. “We want trade,” she said after the talks."
)
ATTACK = "Gunmen killed 12 soldiers in the Afghan city of Kandahar on Tuesday."
PLEDGE = "Turkey promised to send aid to Kosovo by March 2018."
ALL = (TREATY, VISIT, ATTACK, PLEDGE)
PUBLISHED = "2017-11-15"


def documents(*texts: str, source: str = "docs.jsonl", published: str | None = PUBLISHED) -> list[Document]:
    return [Document(source=f"{source}:{n}", id=f"d{n}", text=text, published=published) for n, text in enumerate(texts, 1)]


def put(folder: Path | str, items: Sequence[Document | Problem], settings: Settings = SETTINGS, *, turn: int = 0) -> Done:
    """Puts one unit into an archive."""
    unit = Unit(items=tuple(items), keys=tuple(key_of(i) for i in items), turn=turn)
    at = folder_at(folder)
    with writing(at):
        return read_unit(unit, reader(), settings, at)


def makers(settings: Settings = SETTINGS) -> Makers:
    return settings.makers(reader())
