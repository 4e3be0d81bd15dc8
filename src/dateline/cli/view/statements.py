"""Statements: who said it, and the words."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from dateline.cli.view.lines import FAINT, NAME, because, clean, indented, joined, names_of, quoted
from dateline.record import Record, Statement


def said(record: Record, *, explain: bool) -> Iterator[RenderableType]:
    """The speaker's line, then the content, a line for each of its pieces."""
    for number, statement in enumerate(record.statements):
        if number:
            yield ""
        yield indented(_speaker(record, statement))
        for span in statement.content:
            yield indented(quoted(record, span, in_quotes=statement.kind == "direct"), 4)
        if explain:
            yield because(statement.rule, statement.why)


def _speaker(record: Record, statement: Statement) -> Text:
    span = statement.speaker_span
    in_text = clean(span.text) if span else ""
    name = names_of(record, [statement.speaker]) if statement.speaker else in_text or "unnamed"
    described = joined(
        (
            f"“{in_text}”" if in_text and in_text != name else None,
            clean(statement.cue.text) if statement.cue else None,
            statement.kind,
            statement.class_ if statement.class_ != "speech" else None,
            f"to {names_of(record, [statement.addressee])}" if statement.addressee else None,
        )
    )
    return Text.assemble((f"{statement.id} ", FAINT), (name, NAME), (f" · {described}", FAINT))
