"""Accounts put by on disk, by family and month, and taken up again in the order of their days."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from dateline.corpus.told import Told

_MONTH = 30
_HELD = 2000  # accounts in memory before they are written


class Shelved(msgspec.Struct, frozen=True):
    """An account on its way: the day it is dealt with, its events, and their days."""

    anchor: int
    tolds: list[Told]
    days: list[tuple[int, int, int]]


class Shelves:
    """Files of accounts by family and month.  A month of a family is all that is ever in memory at once.

    >>> with Shelves() as shelves:                                  # doctest: +SKIP
    ...     shelves.put("force", account)
    ...     for account in shelves.take("force"): ...
    """

    def __init__(self) -> None:
        self._folder = TemporaryDirectory(prefix="dateline-accounts-")
        self._waiting: dict[tuple[str, int], list[Shelved]] = {}
        self._months: dict[str, set[int]] = {}
        self._count = 0
        self._encoder = msgspec.msgpack.Encoder()

    def __enter__(self) -> Shelves:
        return self

    def __exit__(self, *_: object) -> None:
        self._folder.cleanup()

    @property
    def families(self) -> list[str]:
        """The families of what was put by."""
        return sorted(self._months)

    def put(self, family: str, account: Shelved) -> None:
        """Puts an account by."""
        month = account.anchor // _MONTH
        self._months.setdefault(family, set()).add(month)
        self._waiting.setdefault((family, month), []).append(account)
        self._count += 1
        if self._count >= _HELD:
            self._write()

    def take(self, family: str) -> Iterator[Shelved]:
        """The accounts of a family in the order of their days; of one day, in the order of articles and texts."""
        self._write()
        decoder = msgspec.msgpack.Decoder(list[Shelved])
        for month in sorted(self._months.get(family, ())):
            found: list[Shelved] = []
            with self._path(family, month).open("rb") as stream:
                while size := stream.read(8):
                    found += decoder.decode(stream.read(int.from_bytes(size, "big")))
            found.sort(key=lambda a: (a.anchor, a.tolds[0].article, a.tolds[0].trigger_start, a.tolds[0].event))
            yield from found

    def _write(self) -> None:
        for (family, month), accounts in self._waiting.items():
            data = self._encoder.encode(accounts)
            with self._path(family, month).open("ab") as stream:
                stream.write(len(data).to_bytes(8, "big") + data)
        self._waiting = {}
        self._count = 0

    def _path(self, family: str, month: int) -> Path:
        return Path(self._folder.name) / f"{family}-{month}"
