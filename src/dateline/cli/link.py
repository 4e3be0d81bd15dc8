"""`dateline link`: what joins the articles of an archive."""

from __future__ import annotations

import typer

from dateline.cli.answers import Folder


def link(record_dir: Folder) -> None:
    """Join articles: near-copies, who is who, one event in many reports, promises and what became of them.

    `build` does this at its end; run it where links are out of date, or were left out. Questions may be asked meanwhile.
    """
    from dateline import corpus
    from dateline.cli.answers import writing_plainly

    with writing_plainly(record_dir):
        linked = corpus.link(record_dir, on_pass=lambda name: typer.echo(f"{name} ...", err=True))
    rows = ", ".join(f"{count:,} {table}" for table, count in linked.rows.items())
    typer.echo(f"{'up to date: ' if linked.already else ''}{rows or 'nothing to join'}", err=True)
