from __future__ import annotations

import time

import pytest

from dateline.intake.robots import parse_robots

ROBOTS = """
User-agent: other
Disallow: /

User-agent: *
Crawl-delay: 2.5
Disallow: /closed # not for machines
Disallow: /*.pdf$
Disallow: /search?
Disallow: /café
Allow: /closed/but/this
Disallow:
Sitemap: https://example.org/sitemap.xml
"""


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", True),
        ("", True),
        ("/robots.txt", True),
        ("/closed", False),
        ("/closed-not", False),
        ("/closed/but/this/page", True),
        ("/Closed", True),
        ("/a.pdf", False),
        ("/a.pdf.html", True),
        ("/search?q=a", False),
        ("/search", True),
        ("/caf%C3%A9/menu", False),
        ("/open/closed", True),
    ],
)
def test_the_longest_rule_that_fits_wins(path: str, allowed: bool) -> None:
    assert parse_robots(ROBOTS, "dateline").allows(f"https://example.org{path}") is allowed


def test_pauses_are_read() -> None:
    assert parse_robots(ROBOTS, "dateline").delay == 2.5
    assert parse_robots("User-agent: *\nCrawl-delay: soon", "dateline").delay is None


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("User-agent: *\nDisallow: /\n\nUser-agent: Dateline\nDisallow: /x", True),
        ("User-agent: a\nUser-agent: dateline/1.0\nDisallow: /\nUser-agent: *\nDisallow:", False),
        ("User-agent: a\nDisallow: /", True),
        ("<html>no such page</html>", True),
        ("", True),
        ("Disallow: /", True),
    ],
)
def test_our_own_group_comes_before_that_for_everybody(text: str, allowed: bool) -> None:
    assert parse_robots(text, "dateline").allows("https://example.org/page") is allowed


def test_a_hostile_rule_costs_nothing() -> None:
    start = time.process_time()
    robots = parse_robots("User-agent: *\n" + f"Disallow: /{'*a' * 240}b\n" * 1000, "dateline")
    assert robots.allows("https://example.org/" + "a" * 2000)
    assert time.process_time() - start < 10
