"""Sketches of texts: numbers by which near-copies are found; a file a unit, so that what was sketched is not read again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from dateline.store.folder import Folder
from dateline.store.generations import LINKS, SKETCHES
from dateline.store.holding import Holding
from dateline.store.manifest import Manifest
from dateline.store.parts import part
from dateline.store.unit import table_batches

# Texts in; their numbers one after the other, and where each text's begin.
Sketcher = Callable[[Sequence[str]], tuple[Any, Any]]

_BELOW = f"{LINKS}/{SKETCHES}"


def keep_sketches(folder: Folder, holding: Holding, version: str, sketch: Sketcher) -> dict[str, str]:
    """Sketches the texts of units that have no file of this version yet; gives the file of each unit.

    Files of units that are gone are taken away.  Raises OSError, RecordError.
    """
    units = [m for m in holding.counting() if m.rows.get("articles")]
    wanted = {m.unit: f"{_BELOW}/{m.unit}.{version}.parquet" for m in units}
    there = set(folder.names(_BELOW))
    for manifest in units:
        if wanted[manifest.unit] not in there:
            _write(folder, manifest, wanted[manifest.unit], sketch)
    folder.delete(there - set(wanted.values()))
    return wanted


def sketch_schema() -> Any:
    """The columns of a file of sketches."""
    arrow = part("pyarrow")
    return arrow.schema([("article", arrow.string()), ("shingles", arrow.list_(arrow.uint32()))])


def _write(folder: Folder, manifest: Manifest, name: str, sketch: Sketcher) -> None:
    arrow, parquet = part("pyarrow"), part("pyarrow.parquet")
    options = {"compression": "zstd", "use_dictionary": False}  # numbers like these neither repeat nor shrink
    with folder.put(name) as beside, parquet.ParquetWriter(beside, sketch_schema(), **options) as stream:
        for batch in table_batches(folder, "articles", manifest, columns=["article", "text"]):
            numbers, starts = sketch([text or "" for text in batch.column("text").to_pylist()])
            lists = arrow.ListArray.from_arrays(arrow.array(starts, arrow.int32()), arrow.array(numbers, arrow.uint32()))
            stream.write_batch(arrow.record_batch([batch.column("article"), lists], schema=sketch_schema()))
