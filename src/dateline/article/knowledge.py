"""The room's tables, compiled once."""

from __future__ import annotations

from typing import NamedTuple

from dateline.article.body import Weights, load_weights
from dateline.article.byline import ReadByline, build_byline
from dateline.article.datelines import FindDateline, build_dateline
from dateline.article.furniture import Furniture
from dateline.article.labels import ReadHeader, build_header
from dateline.article.printed_date import FindDate, IsStamp, build_date, build_opening_date, build_stamp
from dateline.article.tongue import TellLanguage, build_tongue
from dateline.lexicon import Tables


class Knowledge(NamedTuple):
    """What the room knows: rules for lines, weights, and readers of small things."""

    furniture: Furniture
    weights: Weights
    find_dateline: FindDateline
    find_date: FindDate
    is_stamp: IsStamp
    opens_with_date: IsStamp
    read_byline: ReadByline
    read_header: ReadHeader
    tell_language: TellLanguage
    metadata: dict[str, list[str]]  # names of tags and places in a page's HTML


def load_knowledge(tables: Tables) -> Knowledge:
    """Compiles every table of the room.  Raises TableError."""
    find_date, read_byline = build_date(tables), build_byline(tables)
    return Knowledge(
        furniture=Furniture(tables),
        weights=load_weights(tables),
        find_dateline=build_dateline(tables),
        find_date=find_date,
        is_stamp=build_stamp(tables),
        opens_with_date=build_opening_date(tables),
        read_byline=read_byline,
        read_header=build_header(tables, read_byline, find_date),
        tell_language=build_tongue(tables),
        metadata=tables.toml("article/metadata.toml"),
    )
