"""Sentences beside a rule, with the parts it must find marked: `{actor:Kerry} {verb:flew} to {recipient:Geneva}.`"""

from __future__ import annotations

import re
from typing import NamedTuple

_MARK = re.compile(r"\{(\w+):([^{}]*)\}")


class Mark(NamedTuple):
    """A marked part: what it is, and where it stands in the plain sentence."""

    name: str
    start: int
    end: int


class Example(NamedTuple):
    """A plain sentence and its marks."""

    text: str
    marks: tuple[Mark, ...]


def parse_example(marked: str) -> Example:
    """The sentence without its marks, and the marks with offsets into it.

    >>> parse_example("{actor:Kerry} flew.")
    Example(text='Kerry flew.', marks=(Mark(name='actor', start=0, end=5),))
    """
    parts: list[str] = []
    marks: list[Mark] = []
    length = last = 0
    for m in _MARK.finditer(marked):
        before, inside = marked[last : m.start()], m.group(2)
        parts += [before, inside]
        start = length + len(before)
        marks.append(Mark(m.group(1), start, start + len(inside)))
        length, last = start + len(inside), m.end()
    parts.append(marked[last:])
    return Example("".join(parts), tuple(marks))
