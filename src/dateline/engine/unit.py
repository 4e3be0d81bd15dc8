"""A unit of work: a run of documents, read and put into the archive by one process."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from dateline.engine.keys import key_of, origin_key
from dateline.record import Document, Problem, Record
from dateline.store import Folder, Makers, Rows, as_keys, folder_at, put_unit

if TYPE_CHECKING:
    from dateline.reader import Reader


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """How pages are read: the spaCy pipeline (None is the usual one), folders of tables laid over the package's."""

    model: str | None = None
    tables: tuple[str, ...] = ()
    any_language: bool = False

    def reader(self) -> Reader:
        """A reader of its own.  Raises ModelMissingError, TableError."""
        from dateline.language import DEFAULT_MODEL
        from dateline.reader import Reader

        return Reader(self.model or DEFAULT_MODEL, self.tables, any_language=self.any_language)

    def anywhere(self) -> Settings:
        """The same for processes that work in other folders."""
        model = str(Path(self.model).absolute()) if self.model and Path(self.model).exists() else self.model
        tables = tuple(str(Path(table).absolute()) for table in self.tables)
        return msgspec.structs.replace(self, model=model, tables=tables)

    def makers(self, reader: Reader) -> Makers:
        """What the manifests of its units say."""
        made_by = reader.made_by
        return Makers(dateline=made_by.dateline, model=made_by.model, tables=made_by.tables, any_language=self.any_language)


class Unit(msgspec.Struct, frozen=True, kw_only=True):
    """Documents that are read together, with their keys; no two of one source.

    `turn`: above 0 where something of it was there before, read by others or removed.
    """

    items: tuple[Document | Problem, ...]
    keys: tuple[str, ...]
    turn: int = 0

    def name(self, makers: Makers) -> str:
        """The same documents by the same makers have the same name."""
        return hashlib.sha256(msgspec.json.encode([makers, self.keys, self.turn])).hexdigest()[:16]


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a unit."""

    articles: int = 0
    problems: tuple[Problem, ...] = ()


def read_unit(unit: Unit, reader: Reader, settings: Settings, into: Folder) -> Done:
    """Reads a unit and puts it in place.  Raises OSError where it can't be written."""
    makers = settings.makers(reader)
    keys = {item.source: key for item, key in zip(unit.items, unit.keys, strict=True)}
    rows, problems, articles = Rows(), [], 0
    for found, source in _read(unit.items, reader):
        if isinstance(found, Problem):
            rows.add_problem(found, keys.get(source) or key_of(found))
            problems.append(found)
        else:
            rows.add(found, keys[source], source)
            articles += 1
    held = as_keys([*unit.keys, *(row["article"] for row in rows.tables["problems"])])
    origins = as_keys(origin_key(item.source) for item in unit.items)
    put_unit(into, unit.name(makers), rows, makers, keys=held, origins=origins, turn=unit.turn)
    return Done(articles=articles, problems=tuple(problems))


def read_anywhere(unit: Unit, settings: Settings, into: str) -> Done:
    """As `read_unit`, in whatever process of whatever machine; a process keeps its reader."""
    return read_unit(unit, _reader_of(settings), settings, folder_at(into))


@lru_cache(maxsize=1)
def _reader_of(settings: Settings) -> Reader:
    return settings.reader()


def given_up(unit: Unit) -> Done:
    """What is said of a unit that kills whoever reads it."""
    what = f"the process that read from here on ({len(unit.items)} in all) was killed each time"
    mend = "perhaps the memory ran out; build again with fewer workers to read them"
    return Done(problems=(Problem(source=unit.items[0].source, what=what, mend=mend),))


def _read(items: Sequence[Document | Problem], reader: Reader) -> Iterator[tuple[Record | Problem, str]]:
    for reading in reader.readings(items):
        if isinstance(reading, Problem):
            yield reading, reading.source
        else:
            yield reader.finish(reading), reading.document.source
