"""Draws docs/view.svg, the picture of the terminal view: `make picture`.  It is a few paragraphs of the sample page."""

from __future__ import annotations

import io
import re
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme

from dateline import read
from dateline.cli.view import lay_out

HERE = Path(__file__).resolve().parent
SHOWN = ("PSARADES", "Athens promised", "our own appointment", "tear gas")
THEME = TerminalTheme(
    (250, 250, 247),
    (30, 41, 59),
    [
        (30, 41, 59),
        (176, 48, 42),
        (60, 110, 60),
        (150, 110, 20),
        (14, 90, 140),
        (110, 60, 120),
        (20, 110, 120),
        (90, 100, 115),
    ],
)


def main() -> None:
    """Writes the picture."""
    paragraphs = (HERE / "sample" / "page.txt").read_text(encoding="utf-8").split("\n\n")
    text = "\n\n".join(p.strip() for p in paragraphs if any(words in p for words in SHOWN))
    console = Console(record=True, width=104, file=io.StringIO(), force_terminal=True, highlight=False)
    console.print(lay_out(read(text, title="Greece and Its Neighbour Sign an Accord", published="2018-06-17")))
    svg = console.export_svg(title="dateline read page.txt", theme=THEME)
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)  # nothing is loaded from elsewhere
    (HERE / "view.svg").write_text(re.sub(r"[ \t]+\n", "\n", svg), encoding="utf-8")


if __name__ == "__main__":
    main()
