"""The progress bar: on stderr, and only where that is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.cli.complaints import Complaints
    from dateline.engine import Progress as Done


@contextmanager
def counted(complaints: Complaints, *, shown: bool) -> Iterator[Callable[..., None]]:
    """Gives a function to call after each document, or with a number of them.

    Complaints are printed above the bar while it is there.
    """
    if not shown or not sys.stderr.isatty():
        yield lambda documents=1: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("reading"),
        BarColumn(bar_width=30),
        TextColumn("{task.completed} documents"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading", total=None)
        complaints.through(lambda line: progress.console.print(line, highlight=False, markup=False, soft_wrap=True))
        yield lambda documents=1: progress.advance(task, documents)
    complaints.through_stderr()


@contextmanager
def timed(complaints: Complaints, size: Callable[[], int]) -> Iterator[Callable[[Done], None]]:
    """Gives a function to call with each unit that a build has put in place; shows rate, errors and time left.

    `size` gives the bytes of all sources; it is asked only where the bar is shown.
    """
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    columns = (
        SpinnerColumn(),
        BarColumn(bar_width=30),
        TextColumn("{task.fields[articles]:,} articles, {task.fields[rate]}/s, {task.fields[errors]:,} errors"),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True, speed_estimate_period=600) as progress:
        task = progress.add_task("", total=size() or None, articles=0, rate="-", errors=0)
        shown = progress.tasks[0]
        complaints.through(lambda line: progress.console.print(line, highlight=False, markup=False, soft_wrap=True))

        def advance(done: Done) -> None:
            articles = shown.fields["articles"] + done.articles
            rate = f"{articles / max(shown.elapsed or 0, 0.001):.1f}"
            progress.update(task, completed=done.bytes, articles=articles, rate=rate, errors=complaints.errors)

        yield advance
    complaints.through_stderr()
