"""The readable view of a record: one file a part, each giving something rich can print."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import RenderableType

    from dateline.record import Considered, Record


def lay_out(record: Record, considered: Sequence[Considered] = (), *, explain: bool = False) -> RenderableType:
    """The record's parts one below the other; `explain` adds to each finding its rule and why.

    >>> rich.console.Console().print(lay_out(record))   # doctest: +SKIP
    """
    from rich.console import Group

    from dateline.cli.view.article import head
    from dateline.cli.view.cast import who
    from dateline.cli.view.commitments import promised
    from dateline.cli.view.considered import nearly
    from dateline.cli.view.disputes import contested
    from dateline.cli.view.events import done
    from dateline.cli.view.lines import part
    from dateline.cli.view.places import where
    from dateline.cli.view.statements import said

    return Group(
        *head(record, explain=explain),
        *part("Who", record.entities, who(record, explain=explain)),
        *part("Where", record.places, where(record, explain=explain)),
        *part("Events", record.events, done(record, explain=explain)),
        *part("Statements", record.statements, said(record, explain=explain)),
        *part("Commitments", record.commitments, promised(record, explain=explain)),
        *part("Names in dispute", record.disputes, contested(record, explain=explain)),
        *part("Nearly", considered, nearly(record, considered)),
        "",
    )
