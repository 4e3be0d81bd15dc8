"""`dateline watch`: from feeds to records, again and again."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.complaints import Complaints

if TYPE_CHECKING:
    from dateline.intake.watch import Watch
    from dateline.reader import Reader

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}


def _seconds(value: str) -> str:
    if not re.fullmatch(r"\d{1,6}[smhd]?", value) or _as_seconds(value) < 1:
        raise typer.BadParameter(f"'{value}' is no span of time; write 90s, 15m, 2h or 1d")
    return value


def _as_seconds(value: str) -> int:
    return int(value.rstrip("smhd")) * _UNITS.get(value[-1], 1)


def watch(
    feeds: Annotated[
        list[str],
        typer.Argument(
            metavar="FEED...", show_default=False, help="Addresses of RSS, Atom and JSON feeds and of news sitemaps."
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Append records here, a whole line each (else: print them)."),
    ] = None,
    every: Annotated[str, typer.Option(metavar="TIME", callback=_seconds, help="Time between polls: 90s, 15m, 2h.")] = "15m",
    once: Annotated[bool, typer.Option("--once", help="Poll once and stop.")] = False,
    state: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            show_default=False,
            help="Where it is kept what was read (if not given: beside the output, else dateline-watch.seen).",
        ),
    ] = None,
    allow_local: Annotated[bool, typer.Option("--allow-local", help="Fetch from this machine and its network too.")] = False,
    any_language: Annotated[
        bool, typer.Option("--any-language", help="Read texts that are not English all the same.")
    ] = False,
    model: Annotated[
        str | None, typer.Option(metavar="NAME", help="Another English spaCy pipeline, by package name or path.")
    ] = None,
    tables: Annotated[
        list[Path] | None, typer.Option(metavar="FOLDER", help="Tables laid over the package's; may be repeated.")
    ] = None,
) -> None:
    """Poll feeds and read what is new in them.

    What was read is kept in a file, so that a watch that is stopped and started again reads nothing twice.  Stop it with
    Ctrl-C.
    """
    from dateline.cli.loading import load_reader, plainly
    from dateline.intake.watch import Watch

    reader = load_reader(model, tables or [], [], any_language=any_language)
    state = state or (output.with_name(f"{output.name}.seen") if output else Path("dateline-watch.seen"))
    with plainly():
        watching = Watch(feeds, state=state, allow_local=allow_local)
        last = _mend(output) if output is not None else None
        if last is not None:
            watching.seen.add_id(last)
    complaints = Complaints()
    try:
        _run(watching, reader, output, complaints, seconds=None if once else _as_seconds(every))
    except KeyboardInterrupt:
        raise typer.Exit(0) from None
    except BrokenPipeError:
        sys.stdout = None
        raise typer.Exit(0) from None
    except OSError as e:
        typer.echo(f"{e.filename or output or 'standard output'}: can't be written ({e.strerror or e})", err=True)
        raise typer.Exit(1) from None
    complaints.close(f"{complaints.errors} of what is new could not be read")


def _run(watching: Watch, reader: Reader, output: Path | None, complaints: Complaints, *, seconds: int | None) -> None:
    """Polls for ever, or once where there are no `seconds` between polls."""
    import time

    while True:
        start = time.monotonic()
        _poll(watching, reader, lambda line: _append(output, line), complaints)
        if seconds is None:
            return
        time.sleep(max(seconds - (time.monotonic() - start), 1.0))


def _poll(watching: Watch, reader: Reader, keep: Callable[[bytes], None], complaints: Complaints) -> None:
    from dateline.record import Problem, encode_record

    for found in watching.poll():
        for record in [found] if isinstance(found, Problem) else reader.read_documents([found]):
            if isinstance(record, Problem):
                complaints.add(record)
            else:
                keep(encode_record(record) + b"\n")


def _append(output: Path | None, line: bytes) -> None:
    """Writes a line in one go, and sees to it that it is on the disk before the next page is asked for."""
    import os

    if output is None:
        sys.stdout.buffer.write(line)
        sys.stdout.buffer.flush()
        return
    with output.open("ab", buffering=0) as stream:
        stream.write(line)
        if output.is_file():
            os.fsync(stream.fileno())


def _mend(output: Path) -> str | None:
    """Takes off a last line that was cut when a watch was killed; gives the id of the last whole one."""
    import json

    with output.open("ab"):
        pass  # says at once if it can't be written
    if not output.is_file() or not output.stat().st_size:
        return None
    with output.open("r+b") as stream:
        start = end = stream.seek(0, 2)
        tail = b""
        while start and tail[:-1].count(b"\n") < 2:
            size = min(1 << 20, start)
            start = stream.seek(start - size)
            tail = stream.read(size) + tail
        stream.truncate(end - (len(tail) - (tail.rfind(b"\n") + 1)))
    lines = tail[: tail.rfind(b"\n") + 1].splitlines()
    try:
        found = json.loads(lines[-1]) if lines else None
    except ValueError:
        return None
    return str(found["id"]) if isinstance(found, dict) and "id" in found else None
