"""Where the tellings of a happening differ, in words: who says 12 dead, who 15; who says it did not happen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from dateline.corpus.days import DAY, When
from dateline.corpus.told import SIZES, Told

_CLOSE = 0.1  # figures so near each other are rounded, not disputed


def find_disagreements(tolds: Sequence[Told], when: When, own: dict[tuple[str, str], When]) -> list[str]:
    """A line for each matter on which tellings differ."""
    found = [line for name in SIZES if (line := _figures(name, tolds))]
    denied = [t for t in tolds if t.status == "negation"]
    if denied and len(denied) < len(tolds):
        found.append(f"did not happen according to {_sources(denied)}")
    days = _days(tolds, when, own)
    return [*found, days] if days else found


def source(told: Told) -> str:
    """On whose word a telling stands, and where it was read."""
    where = told.site or told.article
    day = f", {told.published}" if told.published else ""
    return f"{told.claimed_by} ({where}{day})" if told.claimed_by else f"{where}{day}"


def _sources(tolds: Iterable[Told]) -> str:
    return "; ".join(dict.fromkeys(source(t) for t in tolds))


def figures(name: str, tolds: Iterable[Told]) -> list[tuple[int, Told]]:
    """One figure a story, of tellings that say that it happened, in order of their reports."""
    found: dict[tuple[str, int], Told] = {}
    for told in sorted(tolds, key=lambda t: (str(t.published or ""), t.article, t.trigger_start)):
        value = getattr(told, name)
        if value is not None and told.status != "negation":
            found.setdefault((told.story, value), told)
    return [(value, told) for (_, value), told in found.items()]


def _figures(name: str, tolds: Iterable[Told]) -> str:
    told = figures(name, tolds)
    values = [value for value, _ in told]
    if not values or max(values) - min(values) <= max(values) * _CLOSE:
        return ""
    by_value: dict[int, list[Told]] = {}
    for value, one in told:
        by_value.setdefault(value, []).append(one)
    days = [(str(one.published or ""), value) for value, one in told]
    rose = all(a[1] <= b[1] and a[0] < b[0] for a, b in pairwise(days) if a[1] != b[1])
    joint = ", later " if rose else ", but "
    return f"{name}: " + joint.join(f"{value} according to {_sources(ones)}" for value, ones in by_value.items())


def _days(tolds: Iterable[Told], when: When, own: dict[tuple[str, str], When]) -> str:
    if when.kind != DAY:
        return ""
    other = [
        t
        for t in tolds
        if (w := own.get((t.article, t.event))) and w.kind == DAY and (w.first > when.last or w.last < when.first)
    ]
    by_day: dict[str, list[Told]] = {}
    for told in other:
        by_day.setdefault(told.date, []).append(told)
    return "day: " + ", ".join(f"{day} according to {_sources(ones)}" for day, ones in by_day.items()) if by_day else ""
