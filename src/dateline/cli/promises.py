"""`dateline promises`: the ledger of commitments, and what became of them."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.cli.answers import Folder, Form, Output
from dateline.cli.days import AsOf


def promises(
    record_dir: Folder,
    by: Annotated[str | None, typer.Option(metavar="ACTOR", help="By whom: a name or a country's code.")] = None,
    to: Annotated[str | None, typer.Option(metavar="ACTOR", help="To whom: a name or a country's code.")] = None,
    due: Annotated[bool, typer.Option("--due", help="Only what falls due at a date, in the order of these.")] = False,
    state: Annotated[
        str | None,
        typer.Option(metavar="STATE", help="Only kept, broken, overtaken, disputed, open, due or overdue ones."),
    ] = None,
    asof: AsOf = None,
    form: Form = None,
    output: Output = None,
) -> None:
    """Show what was promised, agreed, proposed, asked, refused or threatened, and what was said of it later."""
    from dateline.cli.answers import answer

    answer(record_dir, lambda record: record.promises(by=by, to=to, due=due, state=state, asof=asof), form, output)
