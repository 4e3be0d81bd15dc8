"""`dateline read`: from pages to records."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.complaints import Complaints
from dateline.cli.formats import Format

if TYPE_CHECKING:
    from dateline.reader import Reader
    from dateline.record import Document, Problem


class Statements(StrEnum):
    """Which statements are kept: those said or written, or thoughts, attitudes and evidence too."""

    all = "all"
    speech = "speech"


def _as_edtf(value: str | None) -> str | None:
    from dateline.record.edtf import is_edtf

    if value is not None and not is_edtf(value):
        raise typer.BadParameter(f"'{value}' is no date; write 2016-12-16, 2016-12 or 2016")
    return value


def read(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCES...",
            show_default=False,
            help="Pages: .txt, .html, .jsonl, .jsonl.gz, folders of these, or - for standard input.",
        ),
    ],
    form: Annotated[
        Format | None,
        typer.Option("--format", show_default=False, help="How to write (if not given: view on a terminal, else jsonl)."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here; the file is put in place whole.")
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", callback=_as_edtf, help="When the pages appeared, where they don't say: 2016-12-16."),
    ] = None,
    model: Annotated[
        str | None, typer.Option(metavar="NAME", help="Another English spaCy pipeline, by package name or path.")
    ] = None,
    tables: Annotated[
        list[Path] | None, typer.Option(metavar="FOLDER", help="Tables laid over the package's; may be repeated.")
    ] = None,
    actors: Annotated[
        list[Path] | None, typer.Option(metavar="FILE", help="Actor dictionaries in PETRARCH's format; may be repeated.")
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="In the view: the rule of each finding, why, and what nearly fired.")
    ] = False,
    statements: Annotated[
        Statements, typer.Option(help="Keep only what was said or written, or thoughts, attitudes and evidence too.")
    ] = Statements.all,
    any_language: Annotated[
        bool, typer.Option("--any-language", help="Read texts that are not English all the same.")
    ] = False,
    allow_local: Annotated[
        bool, typer.Option("--allow-local", help="Fetch addresses of this machine and its network too.")
    ] = False,
) -> None:
    """Read pages into records.

    Records come in the order of the sources.

    A page that can't be read gets one line on stderr, the others are read all the same, and the exit status is 1.
    """
    from dateline.cli.loading import load_reader
    from dateline.intake import open_sources

    reader = load_reader(
        model, tables or [], actors or [], any_language=any_language, only_speech=statements is Statements.speech
    )
    to_terminal = output is None and sys.stdout.isatty()
    form = form or (Format.view if to_terminal else Format.jsonl)
    documents = open_sources(sources, published=published, allow_local=allow_local)
    _write(reader, documents, output, form, explain=explain, to_terminal=to_terminal)


def _write(
    reader: Reader,
    documents: Iterator[Document | Problem],
    output: Path | None,
    form: Format,
    *,
    explain: bool,
    to_terminal: bool,
) -> None:
    from dateline.cli.formats import writer
    from dateline.cli.progress import counted
    from dateline.cli.writing import opened
    from dateline.record import Problem

    complaints = Complaints()
    written = 0
    try:
        with opened(output) as stream, counted(complaints, shown=not to_terminal) as advance:
            write_to = writer(form, stream, to_terminal=to_terminal, explain=explain)
            for reading in reader.readings(documents):
                found = reading if isinstance(reading, Problem) else reader.finish(reading)
                if isinstance(found, Problem):
                    complaints.add(found)
                else:
                    write_to.write(found, () if isinstance(reading, Problem) else tuple(reading.considered))
                    written += 1
                advance()
            write_to.finish()
    except BrokenPipeError:  # `dateline read DOCS | head`: whoever read us has enough
        sys.stdout = None  # or the interpreter would try to flush it and complain
        raise typer.Exit(0) from None
    except OSError as e:
        what = f"can't be written ({e.strerror or e})"
        complaints.add(Problem(source=str(output or "standard output"), what=what, mend="nothing was put there"))
        raise typer.Exit(1) from None
    complaints.close(f"{complaints.errors} of {complaints.errors + written - complaints.kept:,} documents could not be read")
