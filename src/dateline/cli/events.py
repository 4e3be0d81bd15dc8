"""`dateline events`: events that meet conditions."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.cli.answers import Copies, Folder, Form, Output
from dateline.cli.days import Since, Until


def events(
    record_dir: Folder,
    type: Annotated[str | None, typer.Option(metavar="TYPE", help="A type of PLOVER: CONSULT, ASSAULT.")] = None,
    actor: Annotated[str | None, typer.Option(metavar="ACTOR", help="Who did it: a name or a country's code.")] = None,
    recipient: Annotated[str | None, typer.Option(metavar="ACTOR", help="To whom: a name or a country's code.")] = None,
    since: Since = None,
    until: Until = None,
    place: Annotated[str | None, typer.Option(metavar="PLACE", help="A place by name, or a country's code.")] = None,
    copies: Copies = False,
    form: Form = None,
    output: Output = None,
) -> None:
    """Show events in order of day, with their sentences; conditions are combined.

    An event whose day the text does not give is filed under the day its article appeared.
    """
    from dateline.cli.answers import answer

    wanted = {"type": type, "actor": actor, "recipient": recipient, "since": since, "until": until, "place": place}
    answer(record_dir, lambda record: record.events(**wanted, once=not copies), form, output)
