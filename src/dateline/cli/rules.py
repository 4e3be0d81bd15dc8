"""`dateline rules`: check the rules, try a sentence on them, list them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.complaints import count
from dateline.cli.loading import load_reader, plainly

app = typer.Typer(no_args_is_help=True, help="Check the rules, try a sentence on them, list them.")

_Folders = Annotated[list[Path] | None, typer.Option("--tables", metavar="FOLDER", help="Tables laid over the package's.")]


@app.command("check")
def check(tables: _Folders = None) -> None:
    """Check that every rule does what its own sentences say; a line a fault, status 1 where there is one."""
    from dateline.rules import check_rules, list_rules

    reader = load_reader(tables=tables or [])
    faults = list(check_rules(reader))
    for fault in faults:
        typer.echo(fault)
    typer.echo(f"{count(len(list_rules(reader.tables)), 'rule')}, {count(len(faults), 'fault')}", err=True)
    raise typer.Exit(1 if faults else 0)


@app.command("try")
def try_(
    sentence: Annotated[str, typer.Argument(help="The sentence, in quotation marks.", show_default=False)],
    tables: _Folders = None,
) -> None:
    """Show what fires on a sentence, why, and what nearly did."""
    from rich.console import Console

    from dateline.cli.view import lay_out
    from dateline.reader import ReadError
    from dateline.rules import try_sentence

    try:
        record, considered = try_sentence(load_reader(tables=tables or []), sentence)
    except ReadError as e:
        typer.echo(str(e), err=True)
        raise typer.Exit(1) from None
    Console().print(lay_out(record, considered, explain=True))


@app.command("list")
def list_(
    words: Annotated[list[str] | None, typer.Argument(metavar="[WORD...]", help="Only rules with these words.")] = None,
    tables: _Folders = None,
) -> None:
    """List every rule: id, meaning, file and line."""
    from dateline.lexicon import Tables
    from dateline.rules import list_rules

    with plainly():
        rules = list_rules(Tables(*(tables or [])))
    for rule_id, means, where in rules:
        line = f"{rule_id}\t{means}\t{where}"
        if all(w.lower() in line.lower() for w in words or []):
            typer.echo(line)
