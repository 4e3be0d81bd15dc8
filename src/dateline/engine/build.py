"""From sources to an archive."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from dateline.corpus.link import link_held
from dateline.engine.engines import LOCAL, Engine, read_units
from dateline.engine.unit import Settings, Unit
from dateline.engine.walk import Walk
from dateline.record import Problem
from dateline.store import Folder, as_keys, folder_at, need_parts, out_of_date, remove, settle, there, writing

if TYPE_CHECKING:
    from dateline.reader import Reader


class Total(msgspec.Struct, frozen=True, kw_only=True):
    """What a build did, in documents: read now, there before, and of these by other makers; units; gone as out of date."""

    read: int
    already: int
    older: int
    units: int
    removed: int


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """A unit that is done: its articles, and how many bytes of the sources (see `size_of`) are dealt with."""

    articles: int
    bytes: int


def build(
    sources: Iterable[str],
    into: str | Path,
    settings: Settings | None = None,
    *,
    reader: Reader | None = None,
    engine: Engine = LOCAL,
    refresh: bool = False,
    published: str | None = None,
    allow_local: bool = False,
    links: bool = True,
    on_problem: Callable[[Problem], None] = lambda _: None,
    on_unit: Callable[[Progress], None] = lambda _: None,
) -> Total:
    """Reads sources into the archive at `into`, which is made where it is not there.

    What is there already is passed over; `refresh` reads again what another version, model or tables made.  A file or
    address that has changed replaces what was read from it before.  The archive is the same whatever the
    `engine` that reads (with more than one worker, a script calls this below `if __name__ == "__main__":`).  `reader` is one
    that `settings` made, where you have it.  `on_unit` is told of each unit as it is put in place.
    At the end articles are joined (`links`).  A build that is killed is ended by the next, and several may write to one
    folder.  Raises ArchiveMissingError, RecordError, EngineError and OSError.
    """
    need_parts()
    folder = folder_at(into)
    settings = settings or Settings()
    reader = reader or settings.reader()
    makers = settings.makers(reader)
    with writing(folder):
        settle(folder)
        held = there(folder, makers)
        walk = Walk(sources, held, refresh=refresh, published=published, allow_local=allow_local, on_problem=on_problem)
        read = units = 0
        handed_out: deque[int] = deque()  # of each unit, how many bytes of the sources were read when it was cut
        for done in read_units(_noted(walk, handed_out), settings, folder, engine=engine, reader=reader):
            for problem in done.problems:
                on_problem(problem)
            read, units = read + done.articles, units + 1
            on_unit(Progress(articles=done.articles, bytes=handed_out.popleft()))
        settle(folder)
        removed = _remove(folder, walk)
        if links:
            link_held(folder)
    return Total(read=read, already=walk.already, older=walk.older, units=units, removed=removed)


def _noted(walk: Walk, handed_out: deque[int]) -> Iterator[Unit]:
    for unit in walk.units():
        handed_out.append(walk.meter.read())
        yield unit


def _remove(folder: Folder, walk: Walk) -> int:
    """Takes away what stood in a file or at an address before and stands there no more; gives the number of articles."""
    found = out_of_date(folder, walk.seen.keys(), walk.whole_origins())
    dropped = as_keys(key for sources in found for key, source in sources.items() if walk.was_whole(source))
    remove(folder, dropped)
    return len(dropped)
