"""`dateline search`: statements and sentences by their words."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from dateline.cli.answers import Folder, Form, Output
from dateline.cli.days import Since, Until


class Within(StrEnum):
    """What is searched."""

    statements = "statements"
    sentences = "sentences"


def search(
    record_dir: Folder,
    words: Annotated[
        str, typer.Argument(metavar="WORDS", show_default=False, help='Words, or beginnings of words; "words in a row".')
    ],
    within: Annotated[Within, typer.Option("--in", help="Search what was said, or every sentence.")] = Within.statements,
    by: Annotated[str | None, typer.Option(metavar="ACTOR", help="Who said it: a name or a country's code.")] = None,
    since: Since = None,
    until: Until = None,
    limit: Annotated[int, typer.Option(min=1, help="How many to show at most, the best first.")] = 20,
    index: Annotated[
        bool | None,
        typer.Option(
            "--index/--no-index", show_default=False, help="Use an index, or none (if not given: where much is there)."
        ),
    ] = None,
    form: Form = None,
    output: Output = None,
) -> None:
    """Search statements or sentences for words; all must be there, and the best come first.

    Upper case and accents don't count.
    """
    from dateline.cli.answers import answer

    options = {"by": by, "since": since, "until": until, "limit": limit, "index": index}
    answer(record_dir, lambda record: record.search(words, within=within.value, **options), form, output)  # type: ignore[arg-type]
