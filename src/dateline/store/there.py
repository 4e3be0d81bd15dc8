"""What an archive holds already: which articles, of which pages, by which makers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from dateline.record import Problem
from dateline.store.manifest import Makers, Manifest, read_manifests
from dateline.store.unit import read_table


@dataclass(slots=True)
class There:
    """Keys that are there by the same makers, keys by others (with their unit), and the problems by key."""

    same: set[str] = field(default_factory=set)
    other: dict[str, str] = field(default_factory=dict)
    problems: dict[str, list[Problem]] = field(default_factory=dict)


def there(folder: Path, makers: Makers) -> There:
    """What the archive holds.  Raises RecordError where a manifest is damaged."""
    found = There()
    for manifest in read_manifests(folder):
        keys = {key for key, _ in _keys_of(folder, manifest)}
        if manifest.made_by == makers:
            found.same |= keys
        else:
            found.other.update(dict.fromkeys(keys, manifest.unit))
        _add_problems(folder, manifest, found)
    return found


def held_rows(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Unit, key and source of every article and problem of the archive."""
    for manifest in read_manifests(folder):
        for key, source in _keys_of(folder, manifest):
            yield manifest.unit, key, source


def _keys_of(folder: Path, manifest: Manifest) -> Iterator[tuple[str, str]]:
    """Key and source of all articles and problems of a unit."""
    for table in ("articles", "problems"):
        rows = read_table(folder, table, manifest, columns=["article", "source"])
        yield from zip(rows["article"].to_pylist(), rows["source"].to_pylist(), strict=True)


def _add_problems(folder: Path, manifest: Manifest, found: There) -> None:
    for row in read_table(folder, "problems", manifest).to_pylist():
        key = row.pop("article")
        found.problems.setdefault(key, []).append(msgspec.convert(row, Problem))
