"""When an article appeared: the best evidence there is, and why; where evidence disagrees, that too.

Given beats metadata, metadata the URL, the URL the dateline.  A page's clock, a copyright year and the times of comments
are never evidence.  Where there is none, the times room infers a date from the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from dateline.intake import edtf_day
from dateline.record import Published
from dateline.record.article import PublishedFrom

_IN_URL = re.compile(r"[/_-]((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?=[/_.?#-]|$)")
_MONTH_IN_URL = re.compile(r"/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])/")
_NAMED_IN_URL = re.compile(r"/((?:19|20)\d\d)/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/(\d\d?)/")
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_ORDER: tuple[PublishedFrom, ...] = ("given", "metadata", "url", "dateline")


class Evidence(NamedTuple):
    """A date, the kind of evidence, and the evidence in words."""

    value: str
    from_: PublishedFrom
    why: str


def date_in_url(url: str | None) -> Evidence | None:
    """The date that an address carries: `/2016/12/16/`, `/20161216`, `/2019/nov/20/`."""
    if not url:
        return None
    folded = url.lower()
    value: str | None = None
    if m := _IN_URL.search(folded):
        value = edtf_day("-".join(m.groups()))
    elif m := _NAMED_IN_URL.search(folded):
        value = edtf_day(f"{m.group(1)}-{_MONTHS.index(m.group(2)) + 1:02}-{int(m.group(3)):02}")
    elif m := _MONTH_IN_URL.search(folded):
        value = f"{m.group(1)}-{m.group(2)}"
    return Evidence(value, "url", f"the address holds {value}") if value else None


def choose_published(evidence: Sequence[Evidence | None]) -> Published | None:
    """The first evidence in the order of trust; what disagrees by more than a day is named in `why`."""
    found = sorted((e for e in evidence if e is not None), key=lambda e: _ORDER.index(e.from_))
    if not found:
        return None
    best = found[0]
    # An address or a dateline may be less exact (2016-12) and still agree.
    others = [e for e in found[1:] if not (best.value.startswith(e.value) or e.value.startswith(best.value))]
    doubts = [f"but {e.why}" for e in others if _apart(best.value, e.value)]
    return Published(value=best.value, from_=best.from_, why="; ".join([best.why, *dict.fromkeys(doubts)]))


def _apart(one: str, other: str) -> bool:
    """Whether two days differ by more than one: time zones make a day of difference."""
    try:
        return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) > 1
    except ValueError:
        return True
