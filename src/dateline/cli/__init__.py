"""The command line: parses the request, calls, prints.  One file a command; `app.py` puts them together."""

from __future__ import annotations


def main() -> None:
    """Runs `dateline`."""
    from dateline.cli.app import app

    app()


__all__ = ["main"]
