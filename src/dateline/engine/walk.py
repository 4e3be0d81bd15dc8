"""Walks through the sources and cuts them into units, passing over what the archive holds already."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from dateline.engine.keys import key_of, origin_of
from dateline.engine.unit import Unit
from dateline.intake import open_sources
from dateline.record import Document, Problem
from dateline.store import There

# A unit is what a killed build loses and what a process gets at once: some seconds of work.
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
        self.seen: set[str] = set()
        self._items = open_sources(sources, published=published, allow_local=allow_local)  # a stream: nothing is read yet
        self._there = there
        self._refresh = refresh
        self._tell = on_problem
        self._broken: dict[str, bool] = {}  # of each origin, whether the last thing found in it was an error

    def units(self) -> Iterator[Unit]:
        """Runs of documents that are to be read, in the order of the sources.

        Where runs are cut depends on the documents alone, and a run ends where documents begin that are there: so a
        build that was killed cuts the rest as it would have been cut.
        """
        run = _Run(self._there.other)
        for item in self._items:
            key = key_of(item)
            self._broken[origin_of(item.source)] = isinstance(item, Problem) and item.severity == "error"
            if key in self.seen:
                self.already += isinstance(item, Document)
                continue
            self.seen.add(key)
            if self._is_there(item, key) or run.is_full() or item.source in run.sources:
                yield from run.cut()
            if not self._is_there(item, key):
                run.add(item, key)
            else:
                self._pass_over(item, key)
        yield from run.cut()

    def whole_origins(self) -> set[str]:
        """Files and addresses that were read to their end: what else is there from them is out of date."""
        return {origin for origin, broken in self._broken.items() if not broken and origin != _NO_ORIGIN}

    def _is_there(self, item: Document | Problem, key: str) -> bool:
        return key in self._there.same or (key in self._there.other and not self._refresh)

    def _pass_over(self, item: Document | Problem, key: str) -> None:
        self.already += isinstance(item, Document)
        self.older += key not in self._there.same
        for problem in self._there.problems.get(key, ()):
            self._tell(problem)


class _Run:
    """The unit in the making."""

    def __init__(self, held_by: dict[str, str]) -> None:
        self.sources: set[str] = set()
        self._held_by = held_by
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
            hides: dict[str, list[str]] = {}
            for key in self._keys:
                if key in self._held_by:
                    hides.setdefault(self._held_by[key], []).append(key)
            yield Unit(items=tuple(self._items), keys=tuple(self._keys), hides=hides)
        self.sources, self._items, self._keys, self._size = set(), [], [], 0
