"""The archive: a folder of Parquet tables, asked through DuckDB.  The only room that writes SQL.

>>> from dateline.store import open_record
>>> open_record("record").sql("SELECT count(*) FROM articles").fetchall()   # doctest: +SKIP
[(1204,)]
"""

from dateline.store.compaction import compact, remove, settle, writing
from dateline.store.derived import DERIVED
from dateline.store.folder import Folder, folder_at
from dateline.store.generations import Generation, generation_name, put_generation
from dateline.store.keys import Keys, KeySet, as_keys
from dateline.store.linking import Linking
from dateline.store.manifest import Makers, Manifest
from dateline.store.opened import OpenRecord, open_record
from dateline.store.parts import ArchiveMissingError, RecordError, UnreadableError, need_parts
from dateline.store.repair import Damage, find_damage, take_out
from dateline.store.rows import Rows
from dateline.store.there import There, held_sources, out_of_date, there
from dateline.store.unit import put_unit

__all__ = [
    "DERIVED",
    "ArchiveMissingError",
    "Damage",
    "Folder",
    "Generation",
    "KeySet",
    "Keys",
    "Linking",
    "Makers",
    "Manifest",
    "OpenRecord",
    "RecordError",
    "Rows",
    "There",
    "UnreadableError",
    "as_keys",
    "compact",
    "find_damage",
    "folder_at",
    "generation_name",
    "held_sources",
    "need_parts",
    "open_record",
    "out_of_date",
    "put_generation",
    "put_unit",
    "remove",
    "settle",
    "take_out",
    "there",
    "writing",
]
