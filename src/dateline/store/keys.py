"""Keys by the million: 8 bytes each, in order.

A key is 16 hexadecimal digits in the tables and a number here.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Keys: TypeAlias = npt.NDArray[np.uint64]

_STORED = np.dtype(">u8")
_MOST_NEW = 100_000


def as_keys(written: Iterable[str]) -> Keys:
    """Keys in order, each once.

    >>> [hex(k) for k in as_keys(["00000000000000ff", "0000000000000001"])]
    ['0x1', '0xff']
    """
    return np.unique(np.fromiter((int(key, 16) for key in written), dtype=np.uint64))


def as_written(keys: Keys) -> list[str]:
    """Keys as the tables have them."""
    return [f"{key:016x}" for key in keys.tolist()]


def pack(keys: Keys) -> bytes:
    """Keys as manifests have them."""
    return keys.astype(_STORED).tobytes()


def unpack(packed: bytes) -> Keys:
    """Keys of a manifest."""
    return np.frombuffer(packed, dtype=_STORED).astype(np.uint64)


def joined(parts: Iterable[Keys]) -> Keys:
    """All keys of several, in order, each once."""
    found = list(parts)
    return np.unique(np.concatenate(found)) if found else np.empty(0, np.uint64)


def among(keys: Keys, others: Keys) -> npt.NDArray[np.bool_]:
    """Of each key, whether it is one of the others, which are in order."""
    if not len(others):
        return np.zeros(len(keys), np.bool_)
    at = np.searchsorted(others, keys)
    at[at == len(others)] = 0
    found: npt.NDArray[np.bool_] = others[at] == keys
    return found


class KeySet:
    """A set of keys that grows; takes 8 bytes for each, and some megabytes for the newest."""

    def __init__(self, keys: Iterable[str] = ()) -> None:
        self._old: Keys = as_keys(keys)
        self._new: set[int] = set()

    def add(self, key: str) -> bool:
        """Puts a key in; gives whether it is new."""
        number = int(key, 16)
        if number in self._new or place_of(number, self._old) is not None:
            return False
        self._new.add(number)
        if len(self._new) >= _MOST_NEW:
            self._merge()
        return True

    def __contains__(self, key: str) -> bool:
        number = int(key, 16)
        return number in self._new or place_of(number, self._old) is not None

    def __len__(self) -> int:
        return len(self._old) + len(self._new)

    def keys(self) -> Keys:
        """All of them, in order."""
        self._merge()
        return self._old

    def _merge(self) -> None:
        if self._new:
            new = np.fromiter(self._new, dtype=np.uint64, count=len(self._new))
            self._old = np.union1d(self._old, new)
            self._new = set()


def place_of(number: int, keys: Keys) -> int | None:
    """Where a key stands among keys in order."""
    if not len(keys):
        return None
    at = int(keys.searchsorted(np.uint64(number)))
    return at if at < len(keys) and int(keys[at]) == number else None
