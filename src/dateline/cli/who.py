"""`dateline who`: somebody in the archive."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.cli.answers import Folder, Form, Output


def who(
    record_dir: Folder,
    person: Annotated[str, typer.Argument(metavar="PERSON", show_default=False, help="A name or a part of it: Kerry.")],
    form: Form = None,
    output: Output = None,
) -> None:
    """Show under which names, countries and roles somebody appears, in how many articles, from when to when."""
    from dateline.cli.answers import answer

    answer(record_dir, lambda record: record.who(person), form, output)
