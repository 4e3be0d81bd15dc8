"""Who said what: direct, indirect and mixed speech with cue, speaker and whole content."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dateline.lexicon import Tables
from dateline.record import Reading, Statement
from dateline.statements.find import build_finder


def build(tables: Tables) -> Callable[[Reading], Sequence[Statement]]:
    """Compiles the room's tables; the function gives the statements of a reading in order of their content."""
    return build_finder(tables)
