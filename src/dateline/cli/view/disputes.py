"""Names in dispute: who calls the place what."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from dateline.cli.view.lines import FAINT, NAME, because, indented, names_of, offsets, place_of
from dateline.record import Record


def contested(record: Record, *, explain: bool) -> Iterator[RenderableType]:
    """The place, a line a name, and its parts."""
    for dispute in record.disputes:
        yield indented(Text(place_of(record, dispute.place) or "a place", style=NAME))
        for called in dispute.names:
            by = names_of(record, [called.by]) if called.by else "some"
            yield indented(Text.assemble((f"{by}: ", FAINT), f"“{called.name}”", (f"  {offsets(called.span)}", FAINT)), 4)
        if dispute.parts:
            yield indented(Text("parts: " + ", ".join(place_of(record, p) or p for p in dispute.parts), style=FAINT), 4)
        if explain and dispute.rule:
            yield because(dispute.rule, dispute.why)
