"""`dateline events`: events that meet conditions."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from dateline.cli.answers import Folder, Form, Output


def _first_day(value: str | None) -> str | None:
    return _days(value)[0] if value else None


def _last_day(value: str | None) -> str | None:
    return _days(value)[1] if value else None


def _days(value: str) -> tuple[str, str]:
    from dateline.record.edtf import bounds

    found = bounds(value) if re.fullmatch(r"\d{4}(-\d\d){0,2}", value) else None
    if found is None:
        raise typer.BadParameter(f"'{value}' is no date; write 2016-12-16, 2016-12 or 2016")
    return found[0].isoformat(), found[1].isoformat()


def events(
    record_dir: Folder,
    type: Annotated[str | None, typer.Option(metavar="TYPE", help="A type of PLOVER: CONSULT, ASSAULT.")] = None,
    actor: Annotated[str | None, typer.Option(metavar="ACTOR", help="Who did it: a name or a country's code.")] = None,
    recipient: Annotated[str | None, typer.Option(metavar="ACTOR", help="To whom: a name or a country's code.")] = None,
    since: Annotated[
        str | None,
        typer.Option("--from", metavar="DATE", callback=_first_day, help="On this day or later: 2016-12-16, 2016."),
    ] = None,
    until: Annotated[
        str | None, typer.Option("--to", metavar="DATE", callback=_last_day, help="On this day or before: 2016-12-31, 2016.")
    ] = None,
    place: Annotated[str | None, typer.Option(metavar="PLACE", help="A place by name, or a country's code.")] = None,
    form: Form = None,
    output: Output = None,
) -> None:
    """Show events in order of day, with their sentences; conditions are combined.

    An event whose day the text does not give is filed under the day its article appeared.
    """
    from dateline.cli.answers import answer

    wanted = {"type": type, "actor": actor, "recipient": recipient, "since": since, "until": until, "place": place}
    answer(record_dir, lambda record: record.events(**wanted), form, output)
