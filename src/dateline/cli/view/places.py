"""Where: places with coordinates."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from dateline.cli.view.lines import FAINT, NAME, indented, joined
from dateline.record import Place, Record


def where(record: Record, *, explain: bool) -> Iterator[RenderableType]:
    """One table, a row a place."""
    table = Table.grid(padding=(0, 2))
    table.add_column(overflow="fold", ratio=2)
    table.add_column(overflow="fold", ratio=2)
    table.add_column(no_wrap=True, justify="right")
    for place in record.places:
        described = joined((place.resolution, place.admin1, place.country))
        table.add_row(Text(place.name, style=NAME), Text(described, style=FAINT), Text(_coordinates(place), style=FAINT))
        if explain and place.why:
            table.add_row("", Text(place.why, style=FAINT), "")
    yield indented(table)


def _coordinates(place: Place) -> str:
    """`55.75 N 37.62 E`."""
    if place.lat is None or place.lon is None:
        return ""
    return f"{abs(place.lat):.2f} {'N' if place.lat >= 0 else 'S'} {abs(place.lon):.2f} {'E' if place.lon >= 0 else 'W'}"
