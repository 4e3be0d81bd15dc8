"""HTML to a tree, within bounds: a page made to do harm costs no more than a long one."""

from __future__ import annotations

import logging
import re
from typing import Any

LONGEST_HTML = 12_000_000  # characters
MOST_ELEMENTS = 100_000  # long pages of news have some ten thousand; the parser itself stops at a depth of 256

_LONG_VALUE = re.compile(r"""=\s*(?:"[^"<>]{2000,}"|'[^'<>]{2000,}')""")
_LONG = 4000  # characters
_LONG_TAG = re.compile(
    rf"<([a-zA-Z][a-zA-Z0-9]*)[\s/][^<>]{{{_LONG},}}>"
)  # the parser compares each attribute with all others
_MOST_LINKS = 5_000  # the engines compare links with what stands round them; the longest front pages have a thousand
_LARGE = 2_000_000  # characters; in pages beyond this, pictures stand in the attributes as text


class TreeError(ValueError):
    """HTML that is not taken; the message says why."""


def parse_html(html: str) -> Any:
    """The tree of a page (an lxml element).  Raises TreeError where it is too big or no HTML."""
    from trafilatura.utils import load_html

    _hush()
    if len(html) > _LARGE:
        html = _LONG_VALUE.sub('=""', html)
    if len(html) > LONGEST_HTML:
        raise TreeError(f"the HTML has {len(html):,} characters, more than is read ({LONGEST_HTML:,})")
    if _has_long_tag(html):
        html = _LONG_TAG.sub(r"<\1>", html)
    head = html[:3000].lower()
    if "<html" not in head and "<body" not in head and "<head" not in head:
        html = f"<html><body><div>{html}</div></body></html>"
    try:
        tree = load_html(html)
    except Exception as e:  # the parser's errors are of many kinds, and none may stop the pages beside this one
        raise TreeError(f"it is no HTML that can be read ({type(e).__name__})") from None
    if tree is None:
        raise TreeError("it is no HTML that can be read")
    if tree.xpath("count(//*)") > MOST_ELEMENTS:
        raise TreeError(f"it has more than {MOST_ELEMENTS:,} elements")
    for link in tree.xpath(f"(//a)[position() > {_MOST_LINKS}]"):
        link.drop_tree()
    return tree


def _has_long_tag(html: str) -> bool:
    """Whether a tag may be longer than the pattern's bound: asking so costs a third of looking with the pattern."""
    return any(len(part) > _LONG and part.find(">", 0, _LONG + 1) < 0 for part in html.split("<"))


def _hush() -> None:
    """Keeps what the engines log from being printed where the program has set up no logging."""
    for name in ("trafilatura", "htmldate", "courlan", "justext"):
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
