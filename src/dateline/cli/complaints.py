"""What goes wrong, told on stderr: a line each, and a count at the end."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from dateline.record import Problem


_PARTICULAR = re.compile(r"\([^()]*\)|'[^']*'|\d[\d,.]*")  # what differs between two problems of one kind


class Complaints:
    """Prints problems as they come and counts those that are errors.

    Of one kind (what is said, less numbers and what stands in brackets or quotes) at most `most` are printed.
    """

    def __init__(self, most: int | None = None) -> None:
        self._most = most
        self._kinds: dict[str, tuple[int, str]] = {}  # of each kind of error, how many and where the first is
        self.errors = 0
        self.kept = 0  # errors that left a record all the same
        self._print: Callable[[str], None] = _to_stderr

    def through(self, print_line: Callable[[str], None]) -> None:
        """Prints with `print_line` from now on (a progress bar must stay below what is printed)."""
        self._print = print_line

    def through_stderr(self) -> None:
        """Prints straight to stderr again."""
        self._print = _to_stderr

    def add(self, problem: Problem) -> None:
        """One line: where, what is wrong, what to do."""
        self.errors += problem.severity == "error"
        self.kept += problem.kept
        mark = "" if problem.severity == "error" else "note: "
        kind = mark + _one_line(re.sub(_PARTICULAR, "…", problem.what))
        number, first = self._kinds.get(kind, (0, _one_line(problem.source)))
        self._kinds[kind] = (number + 1, first)
        if self._most is None or number < self._most:
            self._print(mark + _one_line(str(problem)))
        elif number == self._most:
            self._print(f"{mark}more of this kind are only counted")

    def note(self, line: str) -> None:
        """A line that is no error."""
        self._print(line)

    def table(self, at_least: int) -> None:
        """Problems by kind, where there are so many: how many, and where the first one is."""
        if sum(number for number, _ in self._kinds.values()) < at_least:
            return
        rows = sorted(self._kinds.items(), key=lambda item: (-item[1][0], item[0]))
        width = max(len(kind) for kind, _ in rows)
        self._print(f"{'number':>9}  {'what':{width}}  first at")
        for kind, (number, first) in rows:
            self._print(f"{number:>9,}  {kind:{width}}  {first}")

    def close(self, total: str) -> None:
        """Ends the command with `total` and status 1 where there was an error."""
        if self.errors:
            self._print(total)
            raise typer.Exit(1)


def count(number: int, what: str) -> str:
    """`1 record`, `2 records`."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _to_stderr(line: str) -> None:
    typer.echo(line, err=True)


def _one_line(text: str) -> str:
    """Without line ends and control characters, which a broken file may bring into a message."""
    return "".join(c if c.isprintable() else " " for c in text)
