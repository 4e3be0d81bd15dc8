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


def offsets(span: Span) -> str:
    """Where in the text: `[17-42]`."""
    return f"[{span.start}-{span.end}]"


def quoted(record: Record, span: Span, *, in_quotes: bool = False) -> Text:
    """Words of the article with their offsets behind them."""
    words = clean(record.article.text[span.start : span.end])
    opened = in_quotes and not words.startswith(("“", '"', "'", "‘", "«"))
    return Text.assemble(f"“{words}”" if opened else words, "  ", (offsets(span), FAINT))


def sentence_of(record: Record, start: int, end: int, marks: Sequence[tuple[Span, str]]) -> Text:
    """A sentence of the article, the spans in `marks` in their styles."""
    text = Text(clean(record.article.text[start:end]))
    for span, style in marks:
        text.stylize(style, max(0, span.start - start), max(0, span.end - start))
    return text


def clean(words: str) -> str:
    """The words on one line, character for character, without what would move a terminal's cursor or turn its lines."""
    return "".join(c if c.isprintable() else " " for c in words)


def because(rule: str, why: str) -> Padding:
    """The rule that found it and what it rests on."""
    return indented(Text(joined((rule, why), ": "), style=FAINT), 4)
