"""A reader without a language model, for faults of the archive: an article of its text, a sentence and an entity a word."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from typing import Any

from dateline.engine import Engine, Settings, build
from dateline.record import Article, Document, Entity, MadeBy, Mention, Problem, Record


class LightSettings(Settings, frozen=True, kw_only=True):
    """Settings whose reader loads nothing and takes `pause` seconds an article."""

    pause: float = 0.0
    version: str = "0"

    def reader(self) -> Any:
        """The light reader."""
        return LightReader(self.pause, self.version)


class LightReader:
    """Does as the real one does, as far as the engine calls it."""

    def __init__(self, pause: float, version: str) -> None:
        self.made_by = MadeBy(dateline=version, model="none", tables="none")
        self._pause = pause

    def readings(self, items: Sequence[Document | Problem]) -> Iterator[Any]:
        """What stands for sheets: the documents."""
        for item in items:
            time.sleep(self._pause)
            yield item if isinstance(item, Problem) else _Sheet(item)

    def finish(self, sheet: _Sheet) -> Record:
        """A record of the document."""
        return record_of(sheet.document, self.made_by)


class _Sheet:
    def __init__(self, document: Document) -> None:
        self.document = document


def record_of(document: Document, made_by: MadeBy) -> Record:
    """One sentence; each word is an entity."""
    text = document.text or ""
    entities, at = [], 0
    for number, word in enumerate(text.split(), 1):
        start = text.index(word, at)
        at = start + len(word)
        mention = Mention(start=start, end=at, text=word, kind="name")
        entities.append(Entity(id=f"n{number}", name=word, kind="person", mentions=(mention,), why="a word"))
    return Record(
        id=document.id or "x",
        article=Article(text=text),
        sentences=((0, len(text)),),
        entities=tuple(entities),
        made_by=made_by,
    )


def main() -> None:
    """`light.py SOURCE INTO WORKERS PAUSE VERSION`: a build that may be killed."""
    source, into, workers, pause, version = sys.argv[1:]
    settings = LightSettings(pause=float(pause), version=version)
    engine = Engine(workers=int(workers))
    build([source], into, settings, engine=engine, refresh=True, links=False)


if __name__ == "__main__":
    main()
