"""The progress bar: on stderr, and only where that is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.cli.complaints import Complaints


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
