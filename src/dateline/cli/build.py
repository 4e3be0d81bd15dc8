"""`dateline build`: from pages to an archive."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.complaints import Complaints, count

if TYPE_CHECKING:
    from dateline.engine import Total


_MOST_OF_A_KIND = 20  # problems told one by one
_FEW = 5  # problems that need no table


class EngineName(StrEnum):
    """What runs the processes that read."""

    local = "local"
    ray = "ray"
    spark = "spark"


def _as_edtf(value: str | None) -> str | None:
    from dateline.record.edtf import is_edtf

    if value is not None and not is_edtf(value):
        raise typer.BadParameter(f"'{value}' is no date; write 2016-12-16, 2016-12 or 2016")
    return value


Into = Annotated[
    str,
    typer.Option(
        metavar="RECORD_DIR", show_default=False, help="The archive: a folder, s3:// or gs://; made where there is none."
    ),
]
Links = Annotated[bool, typer.Option("--links/--no-links", help="Join articles at the end, as `dateline link` does.")]


Sources = Annotated[
    list[str], typer.Argument(metavar="SOURCE...", show_default=False, help="Pages, as `dateline read` takes them.")
]
Workers = Annotated[int, typer.Option(min=1, max=1024, help="Processes that read side by side.")]
RunBy = Annotated[EngineName, typer.Option("--engine", help="What runs them: this machine by itself, or Ray or Spark.")]
Address = Annotated[
    str | None,
    typer.Option(metavar="ADDRESS", help="The cluster: Ray's address, Spark's master (if not given: one started here)."),
]
Refresh = Annotated[bool, typer.Option("--refresh", help="Read again what another version, model or tables read.")]
Repair = Annotated[bool, typer.Option("--repair", help="First take out damaged files, so that their pages are read anew.")]
Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", callback=_as_edtf, help="When the pages appeared, where they don't say: 2016-12-16."),
]
Model = Annotated[str | None, typer.Option(metavar="NAME", help="Another English spaCy pipeline, by package name or path.")]
LaidOver = Annotated[
    list[Path] | None, typer.Option(metavar="FOLDER", help="Tables laid over the package's; may be repeated.")
]
AnyLanguage = Annotated[bool, typer.Option("--any-language", help="Read texts that are not English all the same.")]
AllowLocal = Annotated[bool, typer.Option("--allow-local", help="Fetch addresses of this machine and its network too.")]


def build(
    sources: Sources,
    into: Into,
    workers: Workers = 1,
    kind: RunBy = EngineName.local,
    address: Address = None,
    refresh: Refresh = False,
    repair: Repair = False,
    published: Published = None,
    model: Model = None,
    tables: LaidOver = None,
    any_language: AnyLanguage = False,
    allow_local: AllowLocal = False,
    links: Links = True,
) -> None:
    """Read pages into an archive that can be asked.

    What is there already is passed over, so that a build that was stopped, or killed, is ended by starting it again.

    A page that can't be read gets one line on stderr, the others are read all the same, and the exit status is 1.
    """
    from dateline.cli.answers import writing_plainly
    from dateline.cli.loading import load_reader
    from dateline.cli.progress import timed
    from dateline.cli.repair import take_out_damaged
    from dateline.store import need_parts

    complaints = Complaints(_MOST_OF_A_KIND)
    with writing_plainly(into):
        need_parts()
        if repair:
            take_out_damaged(into)
        reader = load_reader(model, tables or [], [], any_language=any_language)
        from dateline import engine
        from dateline.intake import size_of

        settings = engine.Settings(model=model, tables=tuple(str(t) for t in tables or ()), any_language=any_language)
        runs = engine.Engine(kind=kind.value, workers=workers, address=address)
        options = {
            "engine": runs,
            "refresh": refresh,
            "published": published,
            "allow_local": allow_local,
            "links": links,
        }
        with timed(complaints, lambda: size_of(sources)) as advance:
            tell = {"on_problem": complaints.add, "on_unit": advance}
            try:
                total = engine.build(sources, into, settings, reader=reader, **options, **tell)  # type: ignore[arg-type]
            except engine.EngineError as e:
                complaints.note(str(e))
                raise typer.Exit(2) from None
    _tell(total, complaints)


def _tell(total: Total, complaints: Complaints) -> None:
    there = f", {total.already:,} were there" if total.already else ""
    gone = f", {total.removed:,} out of date taken away" if total.removed else ""
    complaints.note(f"{count(total.read, 'article')} read{there}{gone}")
    if total.older:
        complaints.note(
            f"note: {total.older:,} of these were read by another version, model or tables; --refresh reads them again"
        )
    complaints.table(_FEW)
    complaints.close(f"{count(complaints.errors, 'document')} could not be read")
