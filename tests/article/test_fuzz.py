"""Line rules and HTML intake tried on texts put together at random, for seconds here and for a minute in CI.

What once broke something is kept in corpus/ and tried first.  `DATELINE_FUZZ=60` gives the seconds for each test; a text
that fails is written there to be kept: name it after what is odd about it.
"""

from __future__ import annotations

import hashlib
import os
import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from article.test_any_text import check_sound
from build import tables
from dateline.article import build
from dateline.article.furniture import Furniture
from dateline.article.lines import split_lines
from dateline.record import Document

CORPUS = Path(__file__).parent / "corpus"
SECONDS = float(os.environ.get("DATELINE_FUZZ", "4"))
SLOWEST = 2.0  # seconds of the processor for one text

clean = build(tables())
furniture = Furniture(tables())
LINES = [
    line
    for source in tables().rules("article/furniture.toml")
    for key in ("yes", "no")
    for line in source.fields.get(key, [])
]
TAGS = ["p", "div", "a", "b", "ul", "li", "table", "tr", "td", "h1", "h2", "script", "style", "article", "section"]
TAGS += ["br", "img", "time", "blockquote", "svg", "iframe", "template"]
NAMES = ["class", "id", "href", "src", "content", "property", "name", "datetime", "itemprop", "type", "rel", "data-x"]
VALUES = [
    "article-body",
    "og:title",
    "headline",
    "datePublished",
    "application/ld+json",
    "2021-03-03",
    "byline",
    "' \"",
    "&quot;",
]
ODD = [
    "&#0;",
    "&#xD800;",
    "&unknown;",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<",
    ">",
    "\x00",
    "\ud800",
    "\u202e",
    "\u2028",
    "و",
    "一",
    "\t",
]


def some_line(rng: random.Random) -> str:
    """A line of the rules' examples, cut, doubled, joined with another, or spoilt at one place."""
    line = rng.choice(LINES)
    match rng.randrange(6):
        case 0:
            return line[: rng.randrange(len(line) + 1)]
        case 1:
            return line * rng.randrange(1, 40)
        case 2:
            return line + rng.choice(["", " ", "|", " · ", "\n"]) + rng.choice(LINES)
        case 3:
            at = rng.randrange(len(line) + 1)
            return line[:at] + rng.choice(ODD) + line[at:]
        case 4:
            return rng.choice([line.upper(), line.lower(), line.title(), line.replace(" ", "")])
    return line


def some_text(rng: random.Random) -> str:
    return "\n".join(some_line(rng) for _ in range(rng.randrange(1, 60)))


def some_html(rng: random.Random) -> str:
    parts: list[str] = []
    for _ in range(rng.randrange(1, 80)):
        tag = rng.choice(TAGS)
        attributes = "".join(f' {rng.choice(NAMES)}="{rng.choice(VALUES)}"' for _ in range(rng.randrange(3)))
        parts.append(
            rng.choice([f"<{tag}{attributes}>", f"</{tag}>", some_line(rng), rng.choice(ODD), f"<{tag}{attributes}"])
        )
    return "<html><body>" + "".join(parts)


def try_lines(text: str) -> None:
    for line in text.split("\n"):
        assert furniture.rule_of(line) == Furniture.rule_of(furniture, line)  # the second from memory
    for found in split_lines(text, furniture):
        assert " ".join(text[found.start : found.end].split()) == " ".join(found.text.split())
    check_sound(clean(Document(source="x", text=text)))


def try_html(html: str) -> None:
    check_sound(clean(Document(source="x", html=html)))


def try_in_time(attempt: Callable[[str], None], text: str) -> None:
    start = time.process_time()
    attempt(text)
    assert time.process_time() - start < SLOWEST


KEPT = sorted(CORPUS.iterdir())


@pytest.mark.parametrize("path", KEPT, ids=[p.name for p in KEPT])
def test_what_is_kept(path: Path) -> None:
    text = path.read_bytes().decode("utf-8", "surrogatepass")
    try_in_time(try_html if path.suffix == ".html" else try_lines, text)


@pytest.mark.parametrize(
    ("make", "attempt", "suffix"), [(some_text, try_lines, ".txt"), (some_html, try_html, ".html")], ids=["lines", "html"]
)
def test_what_is_made_at_random(make: Callable[[random.Random], str], attempt: Callable[[str], None], suffix: str) -> None:
    """The same texts in the same order each time: only how many there are depends on the time given."""
    rng = random.Random(20161216)
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        text = make(rng)
        try:
            try_in_time(attempt, text)
        except BaseException:
            data = text.encode("utf-8", "surrogatepass")
            (CORPUS / f"found-{hashlib.sha256(data).hexdigest()[:12]}{suffix}").write_bytes(data)
            raise
