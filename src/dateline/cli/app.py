"""The commands, put together."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.cli import rules, tables
from dateline.cli.build import build
from dateline.cli.check import check
from dateline.cli.compact import compact
from dateline.cli.count import count
from dateline.cli.events import events
from dateline.cli.happenings import happenings
from dateline.cli.link import link
from dateline.cli.promises import promises
from dateline.cli.query import query
from dateline.cli.read import read
from dateline.cli.remove import remove
from dateline.cli.repair import repair
from dateline.cli.said import said
from dateline.cli.schema import schema
from dateline.cli.search import search
from dateline.cli.serve import serve
from dateline.cli.timeline import timeline
from dateline.cli.watch import watch
from dateline.cli.who import who

app = typer.Typer(
    name="dateline",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("read")(read)
app.command("watch")(watch)
app.command("build")(build)
app.command("link")(link)
app.command("compact")(compact)
app.command("remove")(remove)
app.command("repair")(repair)
app.command("query")(query)
app.command("timeline")(timeline)
app.command("who")(who)
app.command("said")(said)
app.command("search")(search)
app.command("promises")(promises)
app.command("events")(events)
app.command("happenings")(happenings)
app.command("count")(count)
app.command("serve")(serve)
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
