"""The commands, put together."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.cli import rules, tables
from dateline.cli.check import check
from dateline.cli.read import read
from dateline.cli.schema import schema
from dateline.cli.watch import watch

app = typer.Typer(
    name="dateline",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("read")(read)
app.command("watch")(watch)
app.command("check")(check)
app.command("schema")(schema)
app.add_typer(rules.app, name="rules")
app.add_typer(tables.app, name="tables")


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"dateline {version('dateline')}")
        raise typer.Exit


@app.callback()
def dateline(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Reads news on international affairs and keeps a sourced record."""
