"""Many documents: cut into units, read by a pool of processes, each unit put into the archive whole.

>>> from dateline.engine import Settings, build
>>> build(["pages/"], "record", Settings(), workers=2, on_problem=print)   # doctest: +SKIP
"""

from dateline.engine.build import Total, build
from dateline.engine.unit import Settings

__all__ = ["Settings", "Total", "build"]
