"""What nearly fired, for `--explain`: rules that found their words but lacked something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from dateline.cli.view.lines import FAINT, clean, indented, offsets
from dateline.record import Considered, Record


def nearly(record: Record, considered: Sequence[Considered]) -> Iterator[RenderableType]:
    """A line a rule: its words, and what was missing."""
    for near in considered:
        words = f"“{clean(near.trigger.text)}” "
        yield indented(Text.assemble(words, (f"{offsets(near.trigger)} {near.rule}: {near.missing}", FAINT)))
