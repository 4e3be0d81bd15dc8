"""`dateline repair`: damaged files out of the archive."""

from __future__ import annotations

import typer

from dateline.cli.answers import Folder


def repair(record_dir: Folder) -> None:
    """Read every file of the archive, name what is damaged, and take it out.

    The next build over the same sources reads the pages again that stood there.
    """
    from dateline.cli.answers import writing_plainly
    from dateline.cli.complaints import count

    with writing_plainly(record_dir):
        units = take_out_damaged(record_dir)
    told = f"{count(units, 'unit')} taken out; build again to read their pages anew" if units else "nothing is damaged"
    typer.echo(told, err=True)


def take_out_damaged(record_dir: str) -> int:
    """Names and takes out; gives the number of units."""
    from dateline.store import find_damage, folder_at, need_parts, take_out

    need_parts()
    folder = folder_at(record_dir)
    units: set[str] = set()
    for damage in find_damage(folder):
        units.add(damage.unit)
        held = "" if damage.articles is None else f"; {damage.articles} articles"
        origins = dict.fromkeys(source.rpartition(":")[0] or source for source in damage.sources)
        where = f" from {', '.join(list(origins)[:3])}{' ...' if len(origins) > 3 else ''}" if origins else ""
        typer.echo(f"{record_dir}/{damage.file}: damaged ({damage.what}){held}{where}", err=True)
    with folder.sharing():
        take_out(folder, units)
    return len(units)
