"""The index of an archive: made when it is opened, made anew when the archive has changed, and thrown away at the end.

The archive's files are the truth; this is a cache in a folder of this machine.  While it is made anew, which takes seconds
for a million events, the one before answers.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
import threading
import time
from collections import OrderedDict
from pathlib import Path
from typing import Any

from dateline.store.folder import Folder, folder_at
from dateline.store.opened import OpenRecord, open_record
from dateline.store.pages.fill import fill
from dateline.store.parts import RecordError, part

Row = dict[str, Any]

_LOOKS = 2.0  # seconds between two looks whether the archive has changed
_SHARE = 10.0  # the index is made anew no oftener than takes this part of the time: a tenth
_MOST_MEMORY = "2GB"
_REMEMBERED = 256  # answers


class TooSlowError(RuntimeError):
    """A question took longer than it may."""


class Snapshot:
    """The archive as it was at one moment, with its index.  Questions may come from several threads."""

    def __init__(self, address: str | Path, file: Path, mark: str, seconds: float, *, threads: int | None = None) -> None:
        """`threads` that fill it, where others are at work meanwhile."""
        self.record: OpenRecord = open_record(address)
        self.mark = mark
        links = self.record.links
        self.linked = links is not None
        self.stale = links is not None and links.covers != self.record.covers
        self._file = file
        self._seconds = seconds
        self._remembered: OrderedDict[tuple[str, str], list[Row]] = OrderedDict()
        self.broken = False
        self._always: dict[str, list[Row]] = {}
        self._lock = threading.Lock()
        self.record.bound_memory(_MOST_MEMORY, str(file.parent / "spill"))
        cursor = self.record.cursor()
        if threads is not None:
            cursor.execute(f"SET threads = {threads}")
        cursor.execute(f"ATTACH '{str(file).replace(chr(39), chr(39) * 2)}' AS shelf")
        joined = cursor.execute("SELECT count(*) FROM happenings").fetchone()[0] > 0
        for compression, commands in fill(happenings=joined):
            cursor.execute(f"PRAGMA force_compression = '{compression}'")
            for command in commands:
                cursor.execute(command)
            cursor.execute("CHECKPOINT shelf")
        cursor.execute("SET threads = 2")  # questions are small: more would only wait for each other

    def rows(self, sql: str, values: Row | None = None) -> list[Row]:
        """What a question gives.  Raises TooSlowError, RecordError."""
        asked = (sql, repr(values))
        with self._lock:
            if asked in self._remembered:
                self._remembered.move_to_end(asked)
                return self._remembered[asked]
        found = self._ask(sql, values or {})
        with self._lock:
            self._remembered[asked] = found
            while len(self._remembered) > _REMEMBERED:
                self._remembered.popitem(last=False)
        return found

    def once(self, sql: str) -> list[Row]:
        """As `rows`, for the few questions that every page asks: remembered as long as the snapshot lasts."""
        if sql not in self._always:
            self._always[sql] = self._ask(sql, {})
        return self._always[sql]

    def close(self) -> None:
        """Lets go of the files."""
        self.record.close()
        self._file.unlink(missing_ok=True)

    def _ask(self, sql: str, values: Row) -> list[Row]:
        duckdb = part("duckdb")
        cursor = self.record.cursor()
        watch = threading.Timer(self._seconds, cursor.interrupt)
        watch.daemon = True
        watch.start()
        try:
            found = cursor.execute(sql, values) if values else cursor.execute(sql)
            names = [column[0] for column in found.description]
            return [dict(zip(names, row, strict=True)) for row in found.fetchall()]
        except duckdb.InterruptException:
            raise TooSlowError(f"the question took more than {self._seconds:.0f} seconds; ask for less") from None
        except duckdb.Error as e:
            self.broken = True  # most likely a file was joined with others, or taken away
            raise RecordError(str(e)) from None
        finally:
            watch.cancel()
            cursor.close()


class Shelf:
    """The newest snapshot of an archive."""

    def __init__(self, address: str | Path, *, seconds: float = 10.0) -> None:
        self._address = address
        self._folder: Folder = folder_at(address)
        self._seconds = seconds
        self._home = Path(tempfile.mkdtemp(prefix="dateline-shelf-"))
        self._lock = threading.Lock()
        self._number = 0
        self._now: Snapshot | None = None
        self._before: Snapshot | None = None  # kept while questions to it may still be under way
        self._looked = self._next = 0.0
        self._making: threading.Thread | None = None

    def now(self) -> Snapshot:
        """The snapshot to ask; the first call makes it.  Raises RecordError, ArchiveMissingError."""
        with self._lock:
            if self._now is None or self._now.broken:
                self._make()
            elif time.monotonic() - self._looked > _LOOKS:
                self._look()
            assert self._now is not None
            return self._now

    def renew(self) -> Snapshot:
        """The archive as it is now, waited for: after files went that the snapshot stood on."""
        with self._lock:
            self._make()
            assert self._now is not None
            return self._now

    def close(self) -> None:
        """Throws the index away."""
        making = self._making
        if making is not None:
            making.join()
        with self._lock:
            for snapshot in (self._now, self._before):
                if snapshot is not None:
                    snapshot.close()
            self._now = self._before = None
        shutil.rmtree(self._home, ignore_errors=True)

    def _look(self) -> None:
        """Begins to make the index anew where the archive has changed, and it is time."""
        self._looked = time.monotonic()
        busy = self._making is not None and self._making.is_alive()
        if busy or self._looked < self._next or self._now is None or self._mark() == self._now.mark:
            return
        self._making = threading.Thread(target=self._make_beside, daemon=True)
        self._making.start()

    def _make_beside(self) -> None:
        try:
            made = self._snapshot(threads=1)
        except RecordError:  # files went while we read; the next look tries again
            return
        with self._lock:
            self._put(made)

    def _make(self) -> None:
        self._put(self._snapshot())

    def _put(self, made: Snapshot) -> None:
        if self._before is not None:
            self._before.close()
        self._before, self._now = self._now, made

    def _snapshot(self, *, threads: int | None = None) -> Snapshot:
        began = time.monotonic()
        self._number += 1
        mark = self._mark()  # before the files are read: what comes meanwhile is seen by the next look
        made = Snapshot(self._address, self._home / f"{self._number}.duckdb", mark, self._seconds, threads=threads)
        self._looked = time.monotonic()
        self._next = self._looked + (self._looked - began) * _SHARE
        return made

    def _mark(self) -> str:
        """What tells one state of the archive from another."""
        names = [name for below in ("units", "removed", "links") for name in self._folder.names(below)]
        return hashlib.sha256("\n".join(names).encode()).hexdigest()


def open_shelf(address: str | Path, *, seconds: float = 10.0) -> Shelf:
    """The shelf of an archive; nothing is read yet.  `seconds` is what one question may take."""
    return Shelf(address, seconds=seconds)
