"""Many documents: cut into units, read by processes of one machine or many, each unit put into the archive whole.

>>> from dateline.engine import Settings, build
>>> build(["pages/"], "record", Settings(), engine=Engine(workers=2), on_problem=print)   # doctest: +SKIP
"""

from dateline.engine.build import Progress, Total, build
from dateline.engine.engines import Engine
from dateline.engine.errors import EngineError
from dateline.engine.removal import remove_sources
from dateline.engine.unit import Settings

__all__ = ["Engine", "EngineError", "Progress", "Settings", "Total", "build", "remove_sources"]
