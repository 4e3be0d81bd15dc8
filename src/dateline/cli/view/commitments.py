"""Commitments: who bound whom, to what, by when."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from dateline.cli.view.lines import FAINT, NAME, because, indented, joined, names_of, quoted, time_of
from dateline.record import Commitment, Record


def promised(record: Record, *, explain: bool) -> Iterator[RenderableType]:
    """The parties' line, the words of the action, and the condition where there is one."""
    for number, commitment in enumerate(record.commitments):
        if number:
            yield ""
        yield indented(_parties(record, commitment))
        yield indented(quoted(record, commitment.action), 4)
        if commitment.condition:
            yield indented(Text.assemble(("on condition: ", FAINT), quoted(record, commitment.condition)), 4)
        if explain:
            yield because(commitment.rule, commitment.why)


def _parties(record: Record, commitment: Commitment) -> Text:
    to = f" → {names_of(record, commitment.to)}" if commitment.to else ""
    due = time_of(record, commitment.due)
    described = joined((f"due {due}" if due else None, commitment.event, commitment.statement))
    return Text.assemble(
        (f"{commitment.id} ", FAINT),
        (commitment.kind, "bold"),
        (" · ", FAINT),
        (names_of(record, commitment.by) + to, NAME),
        (f" · {described}" if described else "", FAINT),
    )
