"""`dateline compact`: few large files of many small ones."""

from __future__ import annotations

import typer

from dateline.cli.answers import Folder


def compact(record_dir: Folder) -> None:
    """Join the many small files that builds leave into few large ones, which are asked faster.

    Questions may be asked meanwhile.  What holds other versions' readings stays apart.
    """
    from dateline.cli.answers import writing_plainly
    from dateline.store import compact as join
    from dateline.store import folder_at, open_record, writing

    with writing_plainly(record_dir):
        open_record(record_dir)  # says so where there is none
        folder = folder_at(record_dir)
        with writing(folder):
            before, after = join(folder)
    typer.echo(f"{before} units joined into {after}", err=True)
