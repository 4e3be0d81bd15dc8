"""`dateline remove`: sources out of the archive."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.cli.answers import Folder


def remove(
    record_dir: Folder,
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE...", show_default=False, help="Files, folders or addresses, as `build` was given them."
        ),
    ],
) -> None:
    """Take out of the archive what was read from a source.

    Questions may be asked, and builds may go on, meanwhile.  A build over the source reads it again.
    """
    from dateline.cli.answers import writing_plainly
    from dateline.cli.complaints import count
    from dateline.engine import remove_sources
    from dateline.store import open_record

    with writing_plainly(record_dir):
        open_record(record_dir)  # says so where there is none
        found = remove_sources(record_dir, sources)
    for source, number in found.items():
        typer.echo(
            f"{source}: {count(number, 'page')} taken out" if number else f"{source}: nothing is from there", err=True
        )
    raise typer.Exit(0 if all(found.values()) else 1)
