"""The passes over the whole archive, in their order: the table of contents of what joins articles."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from dateline.corpus.copies import find_copies
from dateline.corpus.follow import follow_promises, join_happenings
from dateline.corpus.identities import find_identities
from dateline.store import Linking


class Pass(NamedTuple):
    """One pass: its name, the tables it reads and fills, and what it does."""

    name: str
    reads: tuple[str, ...]
    fills: tuple[str, ...]
    run: Callable[[Linking], None]


PASSES: tuple[Pass, ...] = (
    Pass("near-copies", reads=("articles",), fills=("copies",), run=find_copies),
    Pass("identities", reads=("articles", "entities"), fills=("identities", "identified"), run=find_identities),
    Pass(
        "happenings",
        ("articles", "sentences", "mentions", "entities", "places", "events", "copies", "identified"),
        ("happenings", "tellings"),
        join_happenings,
    ),
    Pass(
        "promises",
        (
            "articles",
            "sentences",
            "mentions",
            "entities",
            "times",
            "events",
            "statements",
            "commitments",
            "copies",
            "identified",
            "tellings",
        ),
        ("promises", "outcomes"),
        follow_promises,
    ),
)
