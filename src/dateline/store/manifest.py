"""The manifest of a unit: by whom it was made, and what it stands in for.  A unit is there when its manifest is."""

from __future__ import annotations

from pathlib import Path

import msgspec

from dateline.store.parts import RecordError

UNITS = "units"


class Makers(msgspec.Struct, frozen=True, kw_only=True):
    """What made the rows of a unit: the same makers make the same rows of the same page."""

    dateline: str
    model: str
    tables: str
    any_language: bool = False


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """One unit.

    `rows`: rows by table.  `replaces`: units whose rows all stand in this one.  `hides`: keys of articles that this unit
    holds anew, by the unit that holds them from before.
    """

    unit: str
    made_by: Makers
    rows: dict[str, int]
    replaces: tuple[str, ...] = ()
    hides: dict[str, list[str]] = {}


def manifest_path(folder: Path, unit: str) -> Path:
    """Where the manifest of a unit stands."""
    return folder / UNITS / f"{unit}.json"


def read_manifests(folder: Path) -> list[Manifest]:
    """The manifests of all units that count, by name; those that another replaces are left out.  Raises RecordError."""
    found: list[Manifest] = []
    for path in sorted((folder / UNITS).glob("*.json")):
        try:
            found.append(msgspec.json.decode(path.read_bytes(), type=Manifest))
        except FileNotFoundError:  # replaced just now: what replaces it was put in place before, perhaps behind our back
            return read_manifests(folder)
        except msgspec.DecodeError as e:
            raise RecordError(f"{path}: the manifest is damaged ({e}); delete it and build again") from None
    gone = {unit for m in found for unit in m.replaces}
    return [m for m in found if m.unit not in gone]


def encode_manifest(manifest: Manifest) -> bytes:
    """As it stands in the file."""
    return msgspec.json.format(msgspec.json.encode(manifest, order="deterministic"), indent=1) + b"\n"
