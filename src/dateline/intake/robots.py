"""robots.txt as RFC 9309 has it: the longest rule that fits wins, `*` stands for anything and `$` for the end."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import quote, unquote, urlsplit

_MOST_RULES = 5_000
_LONGEST_RULE = 500  # characters; a longer one is left out


class Robots(NamedTuple):
    """What a host allows one agent: rules as (allowed, pattern), and seconds between requests, if it asks for any."""

    rules: tuple[tuple[bool, str], ...] = ()
    delay: float | None = None

    def allows(self, url: str) -> bool:
        """Whether an address may be fetched.

        >>> parse_robots("User-agent: *\\nDisallow: /a\\nAllow: /a/b", "dateline").allows("https://example.org/a/b/c")
        True
        """
        parts = urlsplit(url)
        path = _plain((parts.path or "/") + (f"?{parts.query}" if parts.query else ""))
        if path == "/robots.txt":
            return True
        fitting = [(len(pattern), allowed) for allowed, pattern in self.rules if _fits(pattern, path)]
        return max(fitting)[1] if fitting else True  # of two as long the one that allows wins


NOTHING = Robots(((False, "/"),))  # what a server that fails allows


def parse_robots(text: str, agent: str) -> Robots:
    """The rules of the groups that name `agent`, else of those for everybody.  Lines that say nothing are passed over."""
    own: list[tuple[str, str]] = []
    everybody: list[tuple[str, str]] = []
    named = False
    into: list[list[tuple[str, str]]] = []
    heading = False  # inside a run of User-agent lines
    for line in text.removeprefix("\ufeff").splitlines():
        field, mark, value = line.split("#", 1)[0].partition(":")
        field, value = field.strip().lower(), value.strip()
        if not mark:
            continue
        if field == "user-agent":
            into = into if heading else []
            heading = True
            if value == "*":
                into.append(everybody)
            elif value.lower().split("/", 1)[0] == agent:
                named = True
                into.append(own)
        elif field in {"allow", "disallow", "crawl-delay"}:
            heading = False
            for group in into:
                group.append((field, value))
    return _robots((own if named else everybody)[:_MOST_RULES])


def _robots(lines: list[tuple[str, str]]) -> Robots:
    rules = [(field == "allow", _plain(value)) for field, value in lines if field != "crawl-delay" and value]
    delays = [float(value) for field, value in lines if field == "crawl-delay" and re.fullmatch(r"\d{1,6}(?:\.\d+)?", value)]
    return Robots(tuple(r for r in rules if len(r[1]) <= _LONGEST_RULE), max(delays, default=None))


def _plain(path: str) -> str:
    """A path with every character written one way: `/caf%c3%a9` and `/café` are the same."""
    return quote(unquote(path, errors="replace"), safe="/?=&*$:;,+@!'()~-._%")


def _fits(pattern: str, path: str) -> bool:
    """Whether a pattern fits the start of a path.  No regular expression: a hostile `*a*a*a*` must cost nothing."""
    ends = pattern.endswith("$")
    parts = pattern.removesuffix("$").split("*")
    if not path.startswith(parts[0]):
        return False
    at = len(parts[0])
    for part in parts[1:-1]:
        found = path.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    last = parts[-1] if len(parts) > 1 else ""
    if not ends:
        return path.find(last, at) >= 0
    return path.endswith(last) and len(path) - len(last) >= at if len(parts) > 1 else at == len(path)
