"""Finds expressions of time in text: one pass over the words, rules looked up by the word they begin with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.times.pattern import Compiled, WordClass, first_key
from dateline.times.rules import Rule, Slots, slots_of

_WORD = re.compile(r"[^\W\d_]+|['’]?\d+")
_NEXT = re.compile(r"[^\w]{0,3}([^\W\d_]+|\d+)")
_ORDINAL_ENDS = ("st", "nd", "rd", "th", "s")
_Candidate = tuple[Rule, Compiled]
_JOINTS = ("", "of", "after", "before", "in", "on", "ahead of", "prior to", "following", "beginning", "ending", "starting")
_LEFT = 60  # how far an extension may reach to the left


@dataclass(slots=True)
class Found:
    """An expression of time: where it stands, which rule found it, what it says (not yet on the calendar)."""

    start: int
    end: int
    rule: str
    slots: Slots

    @property
    def kind(self) -> str:
        """What sort of time it is, as the rule names it."""
        return str(self.slots["kind"])

    def grain(self) -> str:
        """The unit it tells: of a date the smallest part given."""
        if self.kind in ("date", "figures"):
            given = self.slots
            if "day" in given or "second" in given:
                return "day"
            return "month" if "month" in given else "year"
        if self.slots.get("needs"):
            return "needy"
        return {"within": "unit", "days": "range"}.get(self.kind, self.kind)


class Finder:
    """All rules, by the words they begin with."""

    def __init__(
        self, rules: Sequence[Rule], left: Sequence[Rule], right: Sequence[Rule], classes: Mapping[str, WordClass]
    ) -> None:
        self._classes = classes
        self._left = left
        self._right = right
        self._index: dict[str, tuple[list[_Candidate], list[_Candidate]]] = {}
        self._words: set[str] = set(_ORDINAL_ENDS)
        # Where two rules match the same words, the one that says "nothing" must come last.
        for rule in sorted(rules, key=lambda r: r.gives.get("kind") == "nothing"):
            for compiled in rule.compiled:
                self._words |= compiled.words
                for key in sorted(compiled.starts):
                    single, longer = self._index.setdefault(key, ([], []))
                    longer.append((rule, compiled))
                    if compiled.items < 2:
                        single.append((rule, compiled))

    def find(self, text: str, low: int, high: int) -> list[Found]:
        """Every expression between two offsets, in order, without overlaps."""
        found: list[Found] = []
        for match in self._scan(text, low, high):
            self._extend_right(text, match, low, high)
            self._extend_left(text, match, found, low, high)
            found.append(match)
        return found

    def _scan(self, text: str, low: int, high: int) -> Iterator[Found]:
        index = self._index
        after = low
        for word in _WORD.finditer(text, low, high):
            start = word.start()
            if start < after:
                continue
            form = word.group()
            candidates = index.get(first_key(form) if not form.isalpha() else form.lower())
            if candidates is None:
                continue
            # most words after "the" or a number belong to no time: only rules of one word need be tried then
            after_word = _NEXT.match(text, word.end(), high)
            known = after_word is not None and ((w := after_word.group(1))[0].isdigit() or w.lower() in self._words)
            tried = candidates[1] if known else candidates[0]
            best = self._longest(text, start, tried, low, high) if tried else None
            if best is not None:
                yield best
                after = best.end

    def _longest(self, text: str, start: int, candidates: Sequence[_Candidate], low: int, high: int) -> Found | None:
        best: tuple[Rule, Compiled, re.Match[str]] | None = None
        end = start
        for rule, compiled in candidates:
            m = compiled.regex.match(text, start, high)
            if m is not None and m.end() > end and rule.suits(text, start, m.end(), low, high):
                best, end = (rule, compiled, m), m.end()
        if best is None:
            return None
        return Found(start, end, best[0].id, slots_of(*best, self._classes))

    def _extend_right(self, text: str, found: Found, low: int, high: int) -> None:
        for rule in self._right:
            if found.grain() not in rule.on:
                continue
            start = found.end
            while start < high and text[start] in " \n\u00a0":
                start += 1
            for compiled in rule.compiled:
                m = compiled.regex.match(text, start, high)
                if m is not None and rule.suits(text, start, m.end(), low, high):
                    extra = slots_of(rule, compiled, m, self._classes)
                    found.slots = {"kind": "offset", "of": found.slots, **extra} if "step" in extra else found.slots | extra
                    found.end = m.end()
                    break

    def _extend_left(self, text: str, found: Found, before: list[Found], low: int, high: int) -> None:
        """Takes what belongs to the time from its left; a duration there is no longer one: "two days after Christmas"."""
        for _ in range(2):  # "early in the spring of", "late on the night of"
            taken = self._take_left(text, found, before, low, high)
            if not taken:
                return

    def _take_left(self, text: str, found: Found, before: list[Found], low: int, high: int) -> bool:
        floor = low
        if before:
            last = before[-1]
            # "the day after" is a time by itself, but not before "Christmas"
            gives_way = last.kind in ("nothing", "within", "unit") and text[last.end : found.start].strip(" \n-") in _JOINTS
            floor = max(low, last.start if gives_way else last.end)
        floor = max(floor, found.start - _LEFT)
        for rule in self._left:
            if found.grain() not in rule.on:
                continue
            for compiled in rule.compiled:
                m = compiled.regex.search(text, floor, found.start)
                if m is None or not rule.suits(text, m.start(), found.start, low, high):
                    continue
                extra = {k: v for k, v in slots_of(rule, compiled, m, self._classes).items() if v is not None}
                extra.setdefault("unit", found.slots.get("unit"))
                if "step" in extra:
                    found.slots = {"kind": "offset", "of": found.slots, **extra}
                else:
                    found.slots |= {k: v for k, v in extra.items() if k not in ("unit", "day_part", "second_part")}
                    found.slots.pop("needs", None)
                found.start = m.start()
                if before and before[-1].end > m.start():
                    before.pop()
                return True
        return False
