"""`dateline tables`: check the tables of facts."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.complaints import count

app = typer.Typer(no_args_is_help=True, help="Check the tables of facts: who is who, what is where.")


@app.command("check")
def check(
    tables: Annotated[
        list[Path] | None, typer.Option("--tables", metavar="FOLDER", help="Tables laid over the package's.")
    ] = None,
) -> None:
    """Check columns, codes, dates, offices and coordinates; a line a fault, status 1 where there is one."""
    from dateline.lexicon import TableError, Tables
    from dateline.rules import check_tables

    try:
        faults = list(check_tables(Tables(*(tables or []))))
    except TableError as e:  # a file so broken that its rows can't be told apart
        faults = [str(e)]
    for fault in faults:
        typer.echo(fault)
    typer.echo(count(len(faults), "fault"), err=True)
    raise typer.Exit(1 if faults else 0)


@app.callback()
def _tables() -> None:
    """Keeps `check` a command of its own, so that others can stand beside it."""
