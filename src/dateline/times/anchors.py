"""What expressions are counted from: publication, the dateline's day, the time told before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.record import Published, Reading
from dateline.record.edtf import bounds
from dateline.times.clues import dateline_day
from dateline.times.find import Found
from dateline.times.moment import Moment, of_date, of_day, of_month, of_year

_NARRATIVE_YEARS = 6  # explicit years it takes to call a text a story of the past
_NARRATIVE_SHARE = 0.6
_NARRATIVE_DATES = 8  # expressions that name a month or season
_DEICTIC_SHARE = 0.15
_DEICTIC = ("weekday", "day", "weekend")


@dataclass(slots=True)
class Anchors:
    """The points a text is told from; `focus` moves as the text is read.

    `now` is publication as told (a day, month or year), None where it is not known.  `focus` is the last time told,
    `day` the last day.  `narrative` marks a story of the past, where undated days follow the story and not publication.
    """

    now: Moment | None
    narrative: bool
    ancient: bool = False
    focus: Moment | None = None
    day: Moment | None = None
    day_at: int = -10_000
    focus_at: int = -10_000
    explicit: Moment | None = None
    explicit_at: int = -10_000
    pending: int | None = None

    def told(self, moment: Moment, at: int, *, explicit: bool, opens: bool = False, aside: bool = False) -> None:
        """Moves the focus to a time just told.

        `explicit`: its year was written; `opens`: it begins its sentence; `aside`: it stands in brackets or names a
        thing ("the 1783 treaty").  In a story a year far from the focus is taken for an aside until a second one
        agrees, or it opens a sentence: "It was the largest battle of horse since 1813."
        """
        if explicit:
            self.explicit, self.explicit_at = moment, at
        if moment.unit in ("decade", "century") and self.focus is not None:
            return
        if self.narrative and explicit and self.focus is not None and not self._moves(moment, opens, aside):
            self.pending = moment.year
            return
        self.pending = None
        self.focus, self.focus_at = moment, at
        if moment.unit in ("day", "clock"):
            self.day, self.day_at = moment, at

    def _moves(self, moment: Moment, opens: bool, aside: bool) -> bool:
        """Whether a year written in a story is where the story now stands."""
        if opens or self.focus is None:
            return True
        ahead = moment.year - self.focus.year
        if moment.unit == "year":
            return self.pending == moment.year or (not aside and 0 <= ahead <= 1)
        near = -1 <= ahead <= 3 if aside else -2 <= ahead <= 5
        return near or (self.pending is not None and abs(self.pending - moment.year) <= 1)


def find_anchors(reading: Reading, found: Sequence[Found], months: Mapping[str, int | str]) -> Anchors:
    """The anchors of an article before its first expression is resolved.

    Where only the year or month of publication is known, a dateline's day (`GENEVA, March 3`) makes it a day.
    """
    now = moment_of(reading.article.published)
    line = dateline_day(reading, months)
    if now is not None and not now.day and line is not None and now.month in (0, line[0]):
        now = of_day(now.year, *line) or now
    return Anchors(now=now, narrative=_is_narrative(now, found), ancient=any(f.slots.get("bc") for f in found))


def moment_of(published: Published | None) -> Moment | None:
    """Publication as a moment: a day, a month or a year; None where it is not known."""
    if published is None:
        return None
    value = published.value.rstrip("~?%")
    days = bounds(value.partition("/")[0])
    if days is None:
        return None
    first = days[0]
    length = len(value)
    if length == 4:
        return of_year(first.year)
    return of_month(first.year, first.month) if length == 7 else of_date(first)


def _is_narrative(now: Moment | None, found: Sequence[Found]) -> bool:
    dated = [f for f in found if isinstance(f.slots.get("year"), int)]
    if any(f.slots.get("bc") for f in dated):
        return True
    # News that looks back has years, but hardly days and months with years, and it says "on Tuesday", "last week".
    if sum("month" in f.slots or "season" in f.slots for f in found) < _NARRATIVE_DATES:
        return False
    deictic = sum(f.kind in _DEICTIC or f.slots.get("from") == "now" for f in found)
    if deictic > _DEICTIC_SHARE * len(found):
        return False
    years: list[int] = [f.slots["year"] for f in dated]
    if now is None:
        return len(years) >= _NARRATIVE_YEARS
    past = sum(abs(now.year - y) > 1 for y in years)
    return past >= _NARRATIVE_YEARS and past >= _NARRATIVE_SHARE * len(years)
