"""Where on a page something stands: XPath from the tables, tried only where the page has what they ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

_ASKED = re.compile(r"contains\(@(?:class|id), '([^']+)'\)|contains\(concat\(' ', @class, ' '\), ' ([^']+) '\)")


class Places:
    """A page's elements by the paths of tables/article/metadata.toml.

    Most paths ask for words in classes (`contains(@class, 'byline')`).  Each costs a walk through all of the page's
    elements; looking for the words in the page's different classes first saves most of these walks.
    """

    def __init__(self, tree: Any) -> None:
        self._tree = tree
        self._names = "\n".join(dict.fromkeys(_classes_and_ids()(tree)))

    def find(self, path: str) -> Sequence[Any]:
        """What stands at a path, in the page's order."""
        words = _words_asked(path)
        if words and not any(word in self._names for word in words):
            return ()
        found: Sequence[Any] = _compiled(path)(self._tree)
        return found

    def find_each(self, paths: Sequence[str], most: int) -> Iterator[Any]:
        """What stands at each of several paths, at most so many of each."""
        for path in paths:
            yield from self.find(path)[:most]


@cache
def _words_asked(path: str) -> tuple[str, ...]:
    """Words of which one must stand in a class or id; none where the path does not ask so."""
    return tuple(part or whole for part, whole in _ASKED.findall(path))


@cache
def _compiled(path: str) -> Any:
    from lxml.etree import XPath

    return XPath(path)


@cache
def _classes_and_ids() -> Any:
    from lxml.etree import XPath

    return XPath("//@class | //@id", smart_strings=False)
