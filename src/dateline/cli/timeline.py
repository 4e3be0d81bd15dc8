"""`dateline timeline`: what an actor did, or two did to each other."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.cli.answers import Copies, Folder, Form, Output


def timeline(
    record_dir: Folder,
    actors: Annotated[
        list[str],
        typer.Argument(metavar="ACTOR [ACTOR]", show_default=False, help="A name or a country's code: Putin, Japan, JPN."),
    ],
    copies: Copies = False,
    form: Form = None,
    output: Output = None,
) -> None:
    """Show in order of day what an actor did and what was done to it; of two actors, what passed between them.

    A state's name stands for all that act for it.
    """
    from dateline.cli.answers import answer

    if len(actors) > 2:
        raise typer.BadParameter("name one actor or two; put names of several words in quotes", param_hint="ACTOR")
    answer(record_dir, lambda record: record.timeline(*actors, once=not copies), form, output)
