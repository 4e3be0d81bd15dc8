"""`dateline said`: statements of an actor."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.cli.answers import Folder, Form, Output


def said(
    record_dir: Folder,
    actor: Annotated[
        str, typer.Argument(metavar="ACTOR", show_default=False, help="A name or a country's code: Putin, Japan, JPN.")
    ],
    about: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Keep what has all of these words or beginnings of words.")
    ] = None,
    form: Form = None,
    output: Output = None,
) -> None:
    """Show what an actor said, thought or wanted, in order of day."""
    from dateline.cli.answers import answer

    answer(record_dir, lambda record: record.said(actor, about=about), form, output)
