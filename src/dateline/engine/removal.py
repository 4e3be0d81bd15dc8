"""Sources taken out of an archive by name."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from dateline.engine.keys import origin_of
from dateline.store import as_keys, folder_at, held_sources, need_parts, remove, writing


def remove_sources(into: str | Path, sources: Iterable[str]) -> dict[str, int]:
    """Takes away what was read from files, folders and addresses; gives the number of articles and problems of each.

    A source is named as the build was given it, or as `source` in the tables has it (`docs.jsonl`, `docs.jsonl:17`,
    `pages`).  Raises ArchiveMissingError, RecordError and OSError.
    """
    need_parts()
    folder = folder_at(into)
    wanted = {source.rstrip("/") or source: 0 for source in sources}
    dropped: list[str] = []
    with writing(folder):
        for _, held in held_sources(folder):
            for key, source in held.items():
                name = _named(source, wanted)
                if name is not None:
                    wanted[name] += 1
                    dropped.append(key)
        remove(folder, as_keys(dropped))
    return wanted


def _named(source: str, wanted: Iterable[str]) -> str | None:
    """The name by which a source is wanted: its own, its file's, or that of a folder above."""
    return next((w for w in wanted if source == w or origin_of(source) == w or source.startswith(f"{w}/")), None)
