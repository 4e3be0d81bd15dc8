"""The archive: a folder of Parquet tables, asked through DuckDB.  The only room that writes SQL.

>>> from dateline.store import open_record
>>> open_record("record").sql("SELECT count(*) FROM articles").fetchall()   # doctest: +SKIP
[(1204,)]
"""

from dateline.store.compaction import compact, settle, without
from dateline.store.folder import BusyError, writing
from dateline.store.manifest import Makers, Manifest
from dateline.store.opened import OpenRecord, open_record
from dateline.store.parts import ArchiveMissingError, RecordError, need_parts
from dateline.store.rows import Rows
from dateline.store.there import There, held_rows, there
from dateline.store.unit import put_unit

__all__ = [
    "ArchiveMissingError",
    "BusyError",
    "Makers",
    "Manifest",
    "OpenRecord",
    "RecordError",
    "Rows",
    "There",
    "compact",
    "held_rows",
    "need_parts",
    "open_record",
    "put_unit",
    "settle",
    "there",
    "without",
    "writing",
]
