"""`dateline schema`: the shape of a record."""

from __future__ import annotations

import json

import typer


def schema() -> None:
    """Print the JSON Schema of a record."""
    from dateline.record import record_schema

    typer.echo(json.dumps(record_schema(), indent=2))
