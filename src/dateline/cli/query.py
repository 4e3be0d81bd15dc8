"""`dateline query`: SQL over the archive."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.cli.answers import Folder, Form, Output


def query(
    record_dir: Folder,
    sql: Annotated[str, typer.Argument(metavar="SQL", show_default=False, help="A query in DuckDB's SQL.")],
    form: Form = None,
    output: Output = None,
) -> None:
    """Ask the archive in SQL.

    The tables are articles, sentences, entities, mentions, places, times, events, statements, commitments, disputes and
    problems; and, where articles are linked, copies, identities, identified, happenings, tellings, promises and outcomes,
    and events_once. `DESCRIBE events` lists columns.
    """
    from dateline.cli.answers import answer

    answer(record_dir, lambda record: record.sql(sql), form, output)
