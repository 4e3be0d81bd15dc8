"""Makes a reader from options, and ends the command in plain words where they are wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from dateline.reader import Reader
    from dateline.record.checker import Ontology


def load_ontology(tables: Sequence[Path] = ()) -> Ontology:
    """The codes of the tables; a faulty table ends the command with one line and status 2."""
    from dateline.lexicon import Tables
    from dateline.reader import ontology_of

    with plainly():
        return ontology_of(Tables(*tables))


def load_reader(
    model: str | None = None,
    tables: Sequence[Path] = (),
    actors: Sequence[Path] = (),
    *,
    any_language: bool = False,
    only_speech: bool = False,
) -> Reader:
    """The reader; a missing model or a faulty table ends the command with one line and status 2."""
    from dateline.language import DEFAULT_MODEL
    from dateline.reader import Reader

    with plainly():
        return Reader(model or DEFAULT_MODEL, tables, actors=actors, any_language=any_language, only_speech=only_speech)


@contextmanager
def plainly() -> Iterator[None]:
    """Turns what is wrong with a request into one line on stderr and status 2."""
    from dateline.language import ModelMissingError
    from dateline.lexicon import TableError

    try:
        yield
    except (ModelMissingError, TableError) as e:
        typer.echo(str(e), err=True)
        raise typer.Exit(2) from None
    except OSError as e:
        typer.echo(f"{e.filename}: can't be read ({e.strerror}); check the path", err=True)
        raise typer.Exit(2) from None
