"""Reads the times of an article: find, link, resolve in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from dateline.lexicon import Tables
from dateline.record import Block, Reading, Time
from dateline.record.edtf import is_edtf
from dateline.times.anchors import Anchors, find_anchors
from dateline.times.classes import load_classes
from dateline.times.find import Finder, Found
from dateline.times.link import link, part
from dateline.times.moment import Moment
from dateline.times.ranges import join_ranges
from dateline.times.resolve import Context, resolve
from dateline.times.rules import load_rules
from dateline.times.tense import Tenses
from dateline.times.why import explain


class TimesReader:
    """The room with its tables compiled; call it with a reading."""

    def __init__(self, tables: Tables) -> None:
        """Raises TableError."""
        self.classes = classes = load_classes(tables)
        self.months = {form.rstrip("."): number for form, number in classes["month"].values.items()}
        self.rules = load_rules(tables, "times/rules/*.toml", classes)
        self.left = load_rules(tables, "times/extend/left.toml", classes, at_end=True)
        self.right = load_rules(tables, "times/extend/right.toml", classes)
        self._finder = Finder(self.rules, self.left, self.right, classes)
        self._holidays = {row["name"]: row["rule"] for row in tables.rows("times/holidays.tsv")}
        self._tense_words = tables.toml("times/tense.toml")
        self._whole_ranges = tables.toml("times/settings.toml")["ranges"] == "whole"
        self._last: tuple[str, Sequence[Block], list[Found]] | None = None

    def __call__(self, reading: Reading) -> Sequence[Time]:
        """The times of an article, in the order of the text; what has no day in the calendar is left out."""
        found = self.find(reading)
        anchors = find_anchors(reading, found, self.months)
        tenses = Tenses(self._tense_words, reading)
        times: list[Time] = []
        for item in found:
            place = _place(reading.article.text, item)
            moment = self._resolve(item, anchors, tenses, place)
            if moment is None or not is_edtf(moment.value):  # a year past 9999 has no value
                continue
            anchor = explain(item, anchors)
            times.append(_time(reading, item, moment, anchor, len(times) + 1))
            if item.kind != "stretch" and not item.slots.get("ends") and not _looks_back(item):
                if not anchors.narrative and _SINCE.search(place.before):
                    continue  # "its lowest since March 5": the news has not moved there
                aside = place.aside or (anchors.narrative and tenses.at(item.start, item.end) == "future")
                anchors.told(moment, item.start, explicit=_has_year(item), opens=place.opens, aside=aside)
        return join_ranges(reading, times) if self._whole_ranges else times

    def find(self, reading: Reading) -> list[Found]:
        """The expressions of an article, linked but not yet on the calendar, without durations, sets and counts.

        The last article's are kept: an article without a date is read twice, for its date and then for its times.
        """
        text, blocks = reading.article.text, reading.blocks
        last = self._last
        if last is not None and last[0] is text and last[1] is blocks:
            return last[2]
        found = self._find(text, blocks)
        self._last = text, blocks, found
        return found

    def _find(self, text: str, blocks: Sequence[Block]) -> list[Found]:
        found: list[Found] = []
        for block in blocks:
            whole = self._finder.find(text, block.start, block.end)
            real = [p for f in whole for p in part(text, f) if f.kind != "nothing"]
            found += link(text, real)
        return found

    def _resolve(self, item: Found, anchors: Anchors, tenses: Tenses, place: Place) -> Moment | None:
        since = _SINCE.search(place.before) is not None
        context = Context(
            anchors,
            lambda: "past" if since else tenses.at(item.start, item.end),
            self._holidays,
            item.start,
            place.before,
        )
        return resolve(item.slots, context)


def _looks_back(item: Found) -> bool:
    """ "Two years earlier he had left": the story does not go back with it."""
    return item.kind == "unit" and item.slots.get("from") == "focus" and int(item.slots["step"]) < 0


def _has_year(item: Found) -> bool:
    return "year" in item.slots or item.kind in ("decade", "century", "figures")


_OPENS = re.compile(r"(?:^|[.!?:;][\"”’)]*\s+|\n)\W*(?:\w+\W+){0,3}$")
_SINCE = re.compile(r"\bsince\s+$", re.IGNORECASE)
_ASIDE = re.compile(
    r"(?:\b(?:since|than|the|a|an|its|their|his|her|until|by|for|from|of|like|to|after)|['’]s)\s$|\([^)]*$", re.IGNORECASE
)


class Place(NamedTuple):
    """Where an expression stands: whether it opens its sentence, whether it is said as an aside, the text before it."""

    opens: bool
    aside: bool
    before: str


def _place(text: str, item: Found) -> Place:
    before = text[max(0, item.start - 60) : item.start]
    return Place(bool(_OPENS.search(before)), bool(_ASIDE.search(before)), before)


def _time(reading: Reading, item: Found, moment: Moment, why: str, number: int) -> Time:
    span = reading.span(item.start, item.end)
    return Time(id=f"t{number}", value=moment.value, start=span.start, end=span.end, text=span.text, why=why)
