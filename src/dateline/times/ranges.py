"""Makes one interval of the two ends of a range, for those who set `ranges = "whole"`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.record import Reading, Time
from dateline.record.edtf import is_edtf

_DASH = re.compile(r"\s*[-\u2010-\u2015]\s*")
_TO = re.compile(r"\s+(?:to|until|till|through)\s+(?:the\s+)?", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+(?:the\s+)?", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+(?:the\s+)?$", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)


def join_ranges(reading: Reading, times: Sequence[Time]) -> list[Time]:
    """The times with the ends of each range joined: `from May 3 to June 5` as `2016-05-03/2016-06-05`."""
    joined: list[Time] = []
    for time in times:
        whole = _whole(reading, joined[-1], time) if joined else None
        if whole is not None:
            joined[-1] = whole
        else:
            joined.append(time)
    return [_numbered(t, n) for n, t in enumerate(joined, 1)]


def _whole(reading: Reading, first: Time, last: Time) -> Time | None:
    text = reading.article.text
    gap, before = text[first.end : last.start], text[max(0, first.start - 16) : first.start]
    from_to = _TO.fullmatch(gap) and _FROM.search(before)
    between = _AND.fullmatch(gap) and _BETWEEN.search(before)
    ranged = _DASH.fullmatch(gap) or from_to or between
    value = f"{first.value}/{last.value}"
    if not ranged or "T" in value or not is_edtf(value):
        return None
    span = reading.span(first.start, last.end)
    why = f"{first.why}; range to {last.value}"
    return Time(id=first.id, value=value, start=span.start, end=span.end, text=span.text, why=why)


def _numbered(time: Time, number: int) -> Time:
    return Time(id=f"t{number}", value=time.value, start=time.start, end=time.end, text=time.text, why=time.why)
