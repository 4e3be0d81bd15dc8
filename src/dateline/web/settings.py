"""How the reading room is run: one place for every limit."""

from __future__ import annotations

import ipaddress
from pathlib import Path

import msgspec


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What the server shows and what it allows.

    `archive` is a folder that `dateline build` wrote; without one the room only reads what is pasted.  `password` is
    asked for where it is set.  `addresses` lets people have pages fetched by their address.  `warm`: the reading
    processes load before anybody asks.  Sizes are characters and bytes, times are seconds, rates are requests a minute
    and client.
    """

    archive: Path | None = None
    host: str = "127.0.0.1"
    port: int = 8017
    password: str | None = None
    addresses: bool = True
    workers: int = 1
    warm: bool = True
    most_text: int = 300_000
    most_bytes: int = 6_000_000
    reading_seconds: float = 60.0
    question_seconds: float = 10.0
    changes_a_minute: int = 60
    pages_a_minute: int = 1_200
    model: str | None = None
    tables: tuple[str, ...] = ()
    any_language: bool = False

    @property
    def exposed(self) -> bool:
        """Whether others than this machine can reach the server."""
        return not is_loopback(self.host)


def is_loopback(host: str) -> bool:
    """Whether a host name or address is this machine's own.

    >>> is_loopback("127.0.0.1"), is_loopback("0.0.0.0")
    (True, False)
    """
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
