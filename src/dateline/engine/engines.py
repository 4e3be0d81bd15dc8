"""Who reads the units: this process, others of this machine, a Ray cluster, a Spark cluster.  The archive is the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec

from dateline.engine.unit import Done, Settings, Unit, read_unit
from dateline.store import Folder, folder_at

if TYPE_CHECKING:
    from dateline.reader import Reader


class Engine(msgspec.Struct, frozen=True, kw_only=True):
    """Who reads.

    `workers`: processes that read side by side; on a cluster, of which `address` is the address, all that it has.
    """

    kind: Literal["local", "ray", "spark"] = "local"
    workers: int = 1
    address: str | None = None


LOCAL = Engine()


def read_units(units: Iterable[Unit], settings: Settings, into: Folder, *, engine: Engine, reader: Reader) -> Iterator[Done]:
    """What came of each unit, in their order.  Raises EngineError, and OSError where a unit can't be written."""
    if engine.kind != "local":  # their processes work in folders of their own
        into = into if into.filesystem is not None else folder_at(Path(into.address).absolute())
        settings = settings.anywhere()
    if engine.kind == "ray":
        from dateline.engine.on_ray import read_on_ray

        return read_on_ray(units, settings, into, workers=engine.workers, address=engine.address)
    if engine.kind == "spark":
        from dateline.engine.on_spark import read_on_spark

        return read_on_spark(units, settings, into, workers=engine.workers, address=engine.address)
    if engine.workers > 1:
        from dateline.engine.pool import read_in_pool

        return read_in_pool(units, settings, into, workers=engine.workers)
    return (read_unit(unit, reader, settings, into) for unit in units)
