"""The manifest of a unit: by whom it was made, and which articles it holds.  A unit is there when its manifest is."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import TypeVar

import msgspec

from dateline.store.folder import Folder
from dateline.store.parts import RecordError

UNITS = "units"
REMOVED = "removed"
_MOST_LISTINGS = 10  # while a build goes on, units come all the time


class Makers(msgspec.Struct, frozen=True, kw_only=True):
    """What made the rows of a unit: the same makers make the same rows of the same page."""

    dateline: str
    model: str
    tables: str
    any_language: bool = False


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """One unit.

    `rows`: rows by table.  `columns`: a digest of the tables' columns.  `keys`: of the articles and problems that it
    holds; `origins`: of the files and addresses that they stand in (see keys.py).  `turn` and `round` say which unit
    counts where several hold an article (see holding.py): a newer reading has a higher turn, rows that were only written
    again have a higher round.
    """

    unit: str
    made_by: Makers
    rows: dict[str, int]
    columns: str
    keys: bytes
    origins: bytes
    turn: int = 0
    round: int = 0


class Removal(msgspec.Struct, frozen=True, kw_only=True):
    """Articles that were taken away: no unit of a lower turn counts for them."""

    unit: str
    keys: bytes
    turn: int
    round: int = 0


_Kind = TypeVar("_Kind", Manifest, Removal)


def manifest_name(unit: str) -> str:
    """The file of a unit's manifest."""
    return f"{UNITS}/{unit}.json"


def removal_name(unit: str) -> str:
    """The file of a removal."""
    return f"{REMOVED}/{unit}.json"


def read_manifests(folder: Folder) -> list[Manifest]:
    """All manifests, by name; what is taken away while we look is left out.  Raises RecordError."""
    return _read(folder, UNITS, Manifest)


def read_removals(folder: Folder) -> list[Removal]:
    """All removals, by name.  Raises RecordError."""
    return _read(folder, REMOVED, Removal)


def _read(folder: Folder, below: str, kind: type[_Kind]) -> list[_Kind]:
    """Listed again until nothing new is there: what took the place of a file that went meanwhile must not be missed."""
    contents: dict[str, bytes] = {}
    for _ in range(_MOST_LISTINGS):
        new = [name for name in folder.names(below) if name.endswith(".json") and name not in contents]
        if not new:
            break
        contents.update(folder.read(new))
    found = []
    for name, content in sorted(contents.items()):
        try:
            found.append(msgspec.json.decode(content, type=kind))
        except msgspec.DecodeError as e:
            mend = f"`dateline repair {folder.address}` takes it out; build again then"
            raise RecordError(f"{folder.address}/{name}: the manifest is damaged ({e}); {mend}") from None
    return found


def encode_manifest(manifest: Manifest | Removal) -> bytes:
    """As it stands in the file."""
    return msgspec.json.format(msgspec.json.encode(manifest, order="deterministic"), indent=1) + b"\n"


def name_of(parts: Iterable[object]) -> str:
    """A name that says what something is made of: the same parts, the same name."""
    return hashlib.sha256(msgspec.json.encode(list(parts))).hexdigest()[:16]
