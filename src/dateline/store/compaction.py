"""Many small units made into few large ones; articles taken away.

Nothing here waits for others: see holding.py for why several may do it at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import numpy as np

from dateline.store.folder import Folder
from dateline.store.generations import sweep_generations
from dateline.store.holding import read_holding
from dateline.store.keys import Keys, among, as_written, joined, pack, unpack
from dateline.store.manifest import Makers, Manifest, Removal, name_of, removal_name
from dateline.store.parts import part
from dateline.store.schema import TABLES, arrow_schema, columns_digest
from dateline.store.unit import put_manifest, remove_units, table_batches, table_name

_MOST_ARTICLES = 50_000  # of one compacted unit
_ROWS_AT_ONCE = 100_000  # of one row group
_BYTES_AT_ONCE = 64 << 20  # of one row group, which is what is held in memory


@contextmanager
def writing(folder: Folder) -> Iterator[None]:
    """Held while something is written; what killed builds left is put in order before.  Raises OSError."""
    _tidy(folder)
    with folder.sharing():
        yield
    _tidy(folder)


def compact(folder: Folder) -> tuple[int, int]:
    """Joins units by the same makers; gives the number of units before and after.  Raises OSError, RecordError."""
    settle(folder)
    manifests = read_holding(folder).manifests
    groups = list(_groups(manifests))
    for group in groups:
        if len(group) > 1:
            _rewrite(folder, group, {})
            remove_units(folder, group)
    return len(manifests), len(groups)


def settle(folder: Folder) -> None:
    """Takes away what other units stand above: units as a whole, or by writing them again without some articles."""
    holding = read_holding(folder)
    for manifest in holding.manifests:
        if manifest.unit in holding.hidden:
            left = holding.visible(manifest)
            if len(left):
                _rewrite(folder, [manifest], {manifest.unit: holding.hidden[manifest.unit]})
            remove_units(folder, [manifest])


def remove(folder: Folder, dropped: Keys) -> None:
    """Takes the articles of these keys away, whichever units hold them by now."""
    if not len(dropped):
        return
    holding = read_holding(folder)
    turns: dict[int, list[Keys]] = {}
    for manifest in holding.counting():
        keys = holding.visible(manifest)
        turns.setdefault(manifest.turn + 1, []).append(keys[among(keys, dropped)])
    for turn, parts in turns.items():
        keys = joined(parts)
        if len(keys):
            put_manifest(folder, Removal(unit=name_of(["removed", turn, *as_written(keys)]), keys=pack(keys), turn=turn))
    settle(folder)


def _tidy(folder: Folder) -> None:
    """What only somebody may do who is alone: files without a manifest, removals that have nothing left to remove."""
    with folder.alone() as alone:
        if not alone:
            return
        folder.sweep()
        holding = read_holding(folder)
        folder.delete(removal_name(r.unit) for r in holding.removals if not _removes(r, holding.manifests))
        sweep_generations(folder)
        units = {m.unit for m in holding.manifests}
        for table in TABLES:
            files = (name for name in folder.names(table) if name.split("/")[1].removesuffix(".parquet") not in units)
            folder.delete(folder.left_over(files))


def _removes(removal: Removal, manifests: list[Manifest]) -> bool:
    """Whether some unit still holds what was removed."""
    return bool(among(unpack(removal.keys), joined(unpack(m.keys) for m in manifests if m.turn <= removal.turn)).any())


def _groups(manifests: Iterable[Manifest]) -> Iterator[list[Manifest]]:
    """Units that become one, in order of name; a unit that is large enough stays as it is."""
    alike: dict[tuple[Makers, int], list[Manifest]] = {}
    for manifest in manifests:
        alike.setdefault((manifest.made_by, manifest.turn), []).append(manifest)
    for units in alike.values():
        group: list[Manifest] = []
        size = 0
        for manifest in sorted(units, key=lambda m: (-m.rows["articles"], m.unit)):
            if group and size + manifest.rows["articles"] > _MOST_ARTICLES:
                yield group
                group, size = [], 0
            group.append(manifest)
            size += manifest.rows["articles"]
        if group:
            yield group


def _rewrite(folder: Folder, group: list[Manifest], without: Mapping[str, Keys]) -> None:
    """One unit of the rows of several (of the same makers and turn), or of one without some articles."""
    group = sorted(group, key=lambda m: m.unit)
    keys = joined(_less(unpack(m.keys), without.get(m.unit)) for m in group)
    unit = name_of([[m.unit for m in group], *as_written(joined(without.values()))])
    rows = {table: _write_again(folder, table, unit, group, without) for table in TABLES}
    put_manifest(
        folder,
        Manifest(
            unit=unit,
            made_by=group[0].made_by,
            rows=rows,
            columns=columns_digest(),
            keys=pack(keys),
            origins=pack(joined(unpack(m.origins) for m in group)),
            turn=group[0].turn,
            round=1 + max(m.round for m in group),
        ),
    )


def _less(keys: Keys, without: Keys | None) -> Keys:
    return keys if without is None else keys[~among(keys, without)]


def _write_again(folder: Folder, table: str, unit: str, group: list[Manifest], without: Mapping[str, Keys]) -> int:
    """Gives the number of rows."""
    arrow, parquet = part("pyarrow"), part("pyarrow.parquet")
    batches = _batches(folder, table, group, without)
    first = next(batches, None)
    if first is None:
        return 0
    rows = 0
    with (
        folder.put(table_name(table, unit)) as beside,
        parquet.ParquetWriter(beside, arrow_schema(table), compression="zstd", write_page_checksum=True) as writer,
    ):
        for some in _gathered(first, batches):
            rows += sum(b.num_rows for b in some)
            writer.write_table(arrow.Table.from_batches(some), row_group_size=_ROWS_AT_ONCE)
    return rows


def _batches(folder: Folder, table: str, group: list[Manifest], without: Mapping[str, Keys]) -> Iterator[Any]:
    arrow, compute = part("pyarrow"), part("pyarrow.compute")
    for manifest in group:
        dropped = arrow.array(as_written(without.get(manifest.unit, np.empty(0, np.uint64))), arrow.string())
        for batch in table_batches(folder, table, manifest):
            if len(dropped):
                batch = batch.filter(compute.invert(compute.is_in(batch["article"], value_set=dropped)))
            if batch.num_rows:
                yield batch


def _gathered(first: Any, batches: Iterable[Any]) -> Iterator[list[Any]]:
    held: list[Any] = [first]
    for batch in batches:
        if sum(b.num_rows for b in held) >= _ROWS_AT_ONCE or sum(b.nbytes for b in held) >= _BYTES_AT_ONCE:
            yield held
            held = []
        held.append(batch)
    yield held
