"""Links the articles of an archive: runs the passes one by one and puts what they filled in place as one generation."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import msgspec

from dateline.corpus.passes import PASSES
from dateline.lexicon import Tables
from dateline.store import Folder, Generation, Linking, folder_at, generation_name, open_record, put_generation, writing


class Linked(msgspec.Struct, frozen=True, kw_only=True):
    """What linking gave: rows by derived table, and whether they were there already."""

    rows: dict[str, int]
    already: bool = False


def link(folder: str | Path, *, on_pass: Callable[[str], None] = lambda _: None) -> Linked:
    """Makes the derived tables of an archive anew where they are not up to date.  Readers see the old ones meanwhile.

    `on_pass` gets the name of each pass as it begins.  Raises ArchiveMissingError, RecordError and OSError.
    """
    open_record(folder)  # says so where there is none, before a folder is made
    at = folder_at(folder)
    with writing(at):
        return link_held(at, on_pass=on_pass)


def link_held(folder: Folder, *, on_pass: Callable[[str], None] = lambda _: None) -> Linked:
    """As `link`, for who holds `writing(folder)`."""
    record = open_record(folder.address)
    made_by = f"dateline {version('dateline')}, tables {Tables().digest}"
    covers = record.covers
    if record.links is not None and (record.links.made_by, record.links.covers) == (made_by, covers):
        return Linked(rows=record.links.rows, already=True)
    name = generation_name(covers, made_by)
    linking = Linking(record, folder, name)
    for one in PASSES:
        on_pass(one.name)
        with linking.filling(one.fills):
            one.run(linking)
    put_generation(folder, Generation(generation=name, covers=covers, made_by=made_by, rows=linking.counts))
    return Linked(rows=linking.counts)
