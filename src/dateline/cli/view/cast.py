"""Who: entities with their codes and how often the text speaks of them."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from dateline.cli.view.lines import FAINT, NAME, clean, indented, joined
from dateline.record import Entity, Record


def who(record: Record, *, explain: bool) -> Iterator[RenderableType]:
    """One table, a row an entity."""
    table = Table.grid(padding=(0, 2))
    table.add_column(overflow="fold", ratio=3)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold", ratio=3)
    table.add_column(justify="right", no_wrap=True)
    for entity in record.entities:
        count = len(entity.mentions)
        table.add_row(
            Text(entity.name, style=NAME),
            joined((entity.country, entity.sector, *entity.other_sectors), " "),
            Text(joined((entity.role or entity.kind, _called(entity) if explain else None)), style=FAINT),
            Text(f"{count} mention{'' if count == 1 else 's'}", style=FAINT),
        )
        if explain and entity.why:
            table.add_row("", "", Text(entity.why, style=FAINT), "")
    yield indented(table)


def _called(entity: Entity) -> str:
    """Every way the text names or describes it, in the text's order: 'the Russian leader', 'Putin'."""
    ways = dict.fromkeys(clean(m.text) for m in sorted(entity.mentions) if m.kind != "pronoun")
    return ", ".join(f"“{w}”" for w in ways)
