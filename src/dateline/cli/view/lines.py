"""Small pieces that all parts of the view are laid out with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Sized

from rich.console import RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from dateline.record import Record, Span

FAINT = "dim"
NAME = "bold"
COOPERATION = "blue"
CONFLICT = "red"


def part(heading: str, found: Sized, rows: Iterable[RenderableType]) -> Iterator[RenderableType]:
    """A heading with its count and the rows below it; nothing where nothing was found."""
    if len(found):
        yield ""
        yield Rule(Text.assemble((heading, "bold"), (f"  {len(found)} ", FAINT)), align="left", style=FAINT)
        yield from rows


def indented(line: RenderableType, depth: int = 2) -> Padding:
    """Set in from the left; long lines wrap under their own start."""
    return Padding(line, (0, 0, 0, depth))


def joined(parts: Iterable[str | None], between: str = " · ") -> str:
    """The parts that are there."""
    return between.join(p for p in parts if p)


def names_of(record: Record, ids: Sequence[str]) -> str:
    """Names of entities by their ids, or a dash where nobody is named."""
    by_id = {e.id: e.name for e in record.entities}
    return ", ".join(by_id.get(i, i) for i in ids) or "—"


def place_of(record: Record, place_id: str | None) -> str | None:
    """The name of a place by its id."""
    return next((p.name for p in record.places if p.id == place_id), None)


def time_of(record: Record, time_id: str | None) -> str | None:
    """The EDTF value of a time by its id."""
    return next((t.value for t in record.times if t.id == time_id), None)


def offsets(start: int, end: int) -> str:
    """Where in the text: `[17-42]`."""
    return f"[{start}-{end}]"


def quoted(record: Record, start: int, end: int, marks: Sequence[tuple[Span, str]]) -> Text:
    """Words of the article on one line of their own, the spans in `marks` in their styles, with their offsets behind."""
    text = Text(record.article.text[start:end])
    for span, style in marks:
        text.stylize(style, max(0, span.start - start), max(0, span.end - start))
    text.plain = "".join(" " if c.isspace() or not c.isprintable() else c for c in text.plain)
    return Text.assemble(text, "  ", (offsets(start, end), FAINT))


def because(rule: str, why: str) -> Padding:
    """The rule that found it and what it rests on."""
    return indented(Text(joined((rule, why), ": "), style=FAINT), 4)
