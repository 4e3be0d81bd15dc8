"""What goes wrong, told on stderr: a line each, and a count at the end."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from dateline.record import Problem


class Complaints:
    """Prints problems as they come and counts those that are errors."""

    def __init__(self) -> None:
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
        kind = "" if problem.severity == "error" else "note: "
        self._print(kind + _one_line(str(problem)))

    def note(self, line: str) -> None:
        """A line that is no error."""
        self._print(line)

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
