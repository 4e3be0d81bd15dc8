"""`dateline count`: numbers of events."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.cli.answers import Copies, Folder, Form, Output


def count(
    record_dir: Folder,
    by: Annotated[
        str,
        typer.Option(
            metavar="COLUMNS", help="Of year, month, day, type, mode, quad, status, actor, recipient, place, with commas."
        ),
    ] = "month,type",
    copies: Copies = False,
    form: Form = None,
    output: Output = None,
) -> None:
    """Count events; actor, recipient and place count by country, an event of two actors under both."""
    from dateline.cli.answers import answer

    columns = [name.strip() for name in by.split(",") if name.strip()]
    answer(record_dir, lambda record: record.count(*columns, once=not copies), form, output)
