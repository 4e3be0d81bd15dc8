"""Options that name a first and a last day; a year or a month stands for all of its days."""

from __future__ import annotations

import re
from typing import Annotated

import typer


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


Since = Annotated[
    str | None,
    typer.Option("--from", metavar="DATE", callback=_first_day, help="On this day or later: 2016-12-16, 2016."),
]
Until = Annotated[
    str | None, typer.Option("--to", metavar="DATE", callback=_last_day, help="On this day or before: 2016-12-31, 2016.")
]
AsOf = Annotated[
    str | None,
    typer.Option("--asof", metavar="DATE", callback=_last_day, help="As they stood on this day (else: the archive's last)."),
]
