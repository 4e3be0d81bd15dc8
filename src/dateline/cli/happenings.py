"""`dateline happenings`: events each once, with all their sources."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.cli.answers import Folder, Form, Output
from dateline.cli.days import Since, Until


def happenings(
    record_dir: Folder,
    type: Annotated[str | None, typer.Option(metavar="TYPE", help="A type of PLOVER: CONSULT, ASSAULT.")] = None,
    actor: Annotated[str | None, typer.Option(metavar="ACTOR", help="Who did it: a name or a country's code.")] = None,
    recipient: Annotated[str | None, typer.Option(metavar="ACTOR", help="To whom: a name or a country's code.")] = None,
    since: Since = None,
    until: Until = None,
    place: Annotated[str | None, typer.Option(metavar="PLACE", help="A place by name, or a country's code.")] = None,
    reports: Annotated[int, typer.Option(min=1, help="Told by at least so many stories, copies not counted.")] = 1,
    disputed: Annotated[bool, typer.Option("--disputed", help="Only those on which sources disagree.")] = False,
    of: Annotated[
        str | None,
        typer.Option("--of", metavar="KEY", help="All tellings of one happening, by its key."),
    ] = None,
    form: Form = None,
    output: Output = None,
) -> None:
    """Show what happened, each event once, with the reports that tell of it and where they disagree."""
    from dateline.cli.answers import answer

    wanted = {"type": type, "actor": actor, "recipient": recipient, "since": since, "until": until, "place": place}
    if of is not None:
        answer(record_dir, lambda record: record.tellings(of), form, output)
    else:
        answer(record_dir, lambda r: r.happenings(**wanted, reports=reports, disputed=disputed), form, output)
