"""What tells one document from all others: a digest of all that its reading depends on."""

from __future__ import annotations

import hashlib
from functools import lru_cache

import msgspec

from dateline.record import Document, Problem

_ABOUT = ("id", "text", "html", "published", "url", "title")


def key_of(item: Document | Problem) -> str:
    """16 hexadecimal digits, the same on every machine.

    The same page under the same id, address and date is the same document, wherever it lies.
    """
    if isinstance(item, Problem):
        held = msgspec.json.encode(item)
    else:
        held = msgspec.json.encode([_plain(getattr(item, name)) for name in _ABOUT])
    return hashlib.sha256(held).hexdigest()[:16]


def _plain(value: str | None) -> str | None:
    """Text that JSON can hold: half of a character (`\\ud83d` alone) becomes a mark."""
    return value.encode("utf-8", "replace").decode() if value is not None else None


def origin_of(source: str) -> str:
    """The file or address that a document stands in: `docs.jsonl` of `docs.jsonl:17`."""
    head, _, number = source.rpartition(":")
    return head if head and number.isdigit() else source


def origin_key(source: str) -> str:
    """The origin of a document as a key."""
    return _key_of_origin(origin_of(source))


@lru_cache(maxsize=16)  # a million documents of one file follow one another
def _key_of_origin(origin: str) -> str:
    return hashlib.sha256(origin.encode("utf-8", "replace")).hexdigest()[:16]
