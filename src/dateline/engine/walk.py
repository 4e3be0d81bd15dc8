"""Walks through the sources and cuts them into units, passing over what the archive holds already."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from dateline.engine.keys import key_of, origin_key, origin_of
from dateline.engine.unit import Unit
from dateline.intake import Meter, open_sources
from dateline.record import Document, Problem
from dateline.store import Keys, KeySet, There

# A unit is what a killed build loses and what a process gets at once: some seconds of work (docs/scale.md chose it).
_MOST_DOCUMENTS = 100
_MOST_CHARACTERS = 1_000_000
_NO_ORIGIN = "standard input"


class Walk:
    """One walk through the sources; counts what it passes."""

    def __init__(
        self,
        sources: Iterable[str],
        there: There,
        *,
        refresh: bool,
        published: str | None,
        allow_local: bool,
        on_problem: Callable[[Problem], None],
    ) -> None:
        self.already = 0  # documents that are there
        self.older = 0  # of these, made by other makers
        self.seen = KeySet()
        self.meter = Meter()
        # A stream: nothing is read yet.
        self._items = open_sources(sources, published=published, allow_local=allow_local, meter=self.meter)
        self._there = there
        self._refresh = refresh
        self._tell = on_problem
        self._origins = KeySet()
        self._broken: set[str] = set()  # origins of which the last thing found was an error

    def units(self) -> Iterator[Unit]:
        """Runs of documents that are to be read, in the order of the sources.

        Where runs are cut depends on the documents alone, and a run ends where documents begin that are there: so a
        build that was killed cuts the rest as it would have been cut.
        """
        run = _Run(self._there)
        for item in self._items:
            key = key_of(item)
            self._note_origin(item)
            if not self.seen.add(key):
                self.already += isinstance(item, Document)
                continue
            if self._is_there(key) or run.is_full() or item.source in run.sources:
                yield from run.cut()
            if not self._is_there(key):
                run.add(item, key)
            else:
                self._pass_over(item, key)
        yield from run.cut()

    def whole_origins(self) -> Keys:
        """Files and addresses that were read to their end (among some that were not), by their keys."""
        return self._origins.keys()

    def was_whole(self, source: str) -> bool:
        """Whether the file or address of a source was read to its end: what else is there from it is out of date."""
        origin = origin_key(source)
        return origin in self._origins and origin not in self._broken and origin_of(source) != _NO_ORIGIN

    def _note_origin(self, item: Document | Problem) -> None:
        origin = origin_key(item.source)
        self._origins.add(origin)
        if isinstance(item, Problem) and item.severity == "error":
            self._broken.add(origin)
        else:
            self._broken.discard(origin)

    def _is_there(self, key: str) -> bool:
        return self._there.is_same(key) or (not self._refresh and self._there.is_other(key))

    def _pass_over(self, item: Document | Problem, key: str) -> None:
        self.already += isinstance(item, Document)
        self.older += self._there.is_other(key)
        for problem in self._there.problems.get(key, ()):
            self._tell(problem)


class _Run:
    """The unit in the making."""

    def __init__(self, there: There) -> None:
        self.sources: set[str] = set()
        self._there = there
        self._items: list[Document | Problem] = []
        self._keys: list[str] = []
        self._size = 0

    def add(self, item: Document | Problem, key: str) -> None:
        self._items.append(item)
        self._keys.append(key)
        self.sources.add(item.source)
        if isinstance(item, Document):
            self._size += len(item.text or item.html or "")

    def is_full(self) -> bool:
        return len(self._items) >= _MOST_DOCUMENTS or self._size >= _MOST_CHARACTERS

    def cut(self) -> Iterator[Unit]:
        """The unit, where there is something in it; the next run is empty."""
        if self._items:
            turn = max(self._there.turn_after(key) for key in self._keys)
            yield Unit(items=tuple(self._items), keys=tuple(self._keys), turn=turn)
        self.sources, self._items, self._keys, self._size = set(), [], [], 0
