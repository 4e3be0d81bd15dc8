"""A reader that is killed by some texts, for tests of the pool; processes started anew find it here."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from dateline.engine import Settings
from dateline.record import Document, MadeBy, Problem


class DyingSettings(Settings, frozen=True, kw_only=True):
    """Settings whose reader loads nothing."""

    marks: str  # a folder: what was tried leaves a file there

    def reader(self) -> Any:
        return DyingReader(Path(self.marks))


class DyingReader:
    """Gives a note for each document; `always` kills its process, `once` does so the first time;
    `slow` leaves the number of its process and takes its time."""

    made_by = MadeBy(dateline="0", model="none", tables="none")

    def __init__(self, marks: Path) -> None:
        self._marks = marks

    def readings(self, items: Sequence[Document | Problem]) -> Iterator[Problem]:
        for item in items:
            text = item.text if isinstance(item, Document) else None
            if text == "always" or (text == "once" and not (self._marks / "once").exists()):
                (self._marks / "once").touch()
                os.kill(os.getpid(), signal.SIGKILL)
            if text and text.startswith("slow"):
                (self._marks / f"slow-{os.getpid()}").touch()
                time.sleep(0.5)
            yield Problem(source=item.source, what=f"seen {text}", mend="", severity="note")
