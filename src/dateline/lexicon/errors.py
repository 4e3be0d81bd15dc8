"""What is wrong with a table, where, and what to do."""

from __future__ import annotations


class TableError(ValueError):
    """A table that can't be used as it is: file, line, what is wrong and how to mend it."""

    def __init__(self, file: str, line: int, what: str, mend: str = "") -> None:
        self.file, self.line, self.what, self.mend = file, line, what, mend
        super().__init__(f"{file}:{line}: {what}" + (f"; {mend}" if mend else ""))
