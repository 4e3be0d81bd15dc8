"""`dateline promises`: the ledger of commitments."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.cli.answers import Folder, Form, Output


def promises(
    record_dir: Folder,
    by: Annotated[str | None, typer.Option(metavar="ACTOR", help="By whom: a name or a country's code.")] = None,
    to: Annotated[str | None, typer.Option(metavar="ACTOR", help="To whom: a name or a country's code.")] = None,
    due: Annotated[bool, typer.Option("--due", help="Only what falls due at a date, in the order of these.")] = False,
    form: Form = None,
    output: Output = None,
) -> None:
    """Show what was promised, agreed, proposed, asked, refused or threatened."""
    from dateline.cli.answers import answer

    answer(record_dir, lambda record: record.promises(by=by, to=to, due=due), form, output)
