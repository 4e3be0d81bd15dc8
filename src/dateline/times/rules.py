"""Rules: patterns with what they mean and the words that must or must not stand beside them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dateline.lexicon import RuleSource, Tables
from dateline.times.classes import value_of
from dateline.times.pattern import Compiled, PatternError, WordClass, compile_pattern

Slots = dict[str, Any]
_BESIDE = 40  # characters looked at on either side

_FIELDS = {
    "id",
    "means",
    "pattern",
    "gives",
    "before",
    "not_before",
    "after",
    "not_after",
    "on",
    "note",
    "yes",
    "no",
    "todo",
}
_LIST_FIELDS = ("before", "not_before", "after", "not_after")


@dataclass(slots=True, frozen=True)
class Rule:
    """One compiled rule.

    `before`/`not_before` are tested on the text to the left of a match, `after`/`not_after` on the text to its right.
    `on` names the kinds of time that an extending rule may extend.
    """

    id: str
    compiled: tuple[Compiled, ...]
    gives: Mapping[str, Any]
    on: frozenset[str]
    before: re.Pattern[str] | None
    not_before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    not_after: re.Pattern[str] | None
    source: RuleSource

    def suits(self, text: str, start: int, end: int, low: int, high: int) -> bool:
        """Whether what stands beside a match, between `low` and `high`, lets it be one."""
        if self.before is not None or self.not_before is not None:
            left = text[max(low, start - _BESIDE) : start]
            if self.before is not None and not self.before.search(left):
                return False
            if self.not_before is not None and self.not_before.search(left):
                return False
        if self.after is not None and not self.after.match(text, end, min(high, end + _BESIDE)):
            return False
        return not (self.not_after is not None and self.not_after.match(text, end, min(high, end + _BESIDE)))


def load_rules(tables: Tables, pattern: str, classes: Mapping[str, WordClass], *, at_end: bool = False) -> list[Rule]:
    """The rules of the files that match.  Raises TableError."""
    lists = tables.toml("times/lists.toml")
    return [_compile(source, classes, lists, at_end=at_end) for source in tables.rules(pattern)]


def _compile(source: RuleSource, classes: Mapping[str, WordClass], lists: Mapping[str, list[str]], *, at_end: bool) -> Rule:
    fields = source.fields
    unknown = set(fields) - _FIELDS
    if unknown:
        raise source.fault(f"unknown field '{sorted(unknown)[0]}'", f"fields are {', '.join(sorted(_FIELDS))}")
    patterns = fields.get("pattern", [])
    patterns = [patterns] if isinstance(patterns, str) else patterns
    if not patterns or not isinstance(fields.get("gives"), dict):
        raise source.fault(f"rule '{fields['id']}' needs `pattern` and `gives`")
    try:
        compiled = tuple(compile_pattern(p, classes, at_end=at_end) for p in patterns)
    except PatternError as e:
        raise source.fault(f"rule '{fields['id']}': {e}") from None
    beside = {f: _beside(source, f, lists) for f in _LIST_FIELDS}
    return Rule(fields["id"], compiled, fields["gives"], frozenset(fields.get("on", ())), source=source, **beside)


def _beside(source: RuleSource, field: str, lists: Mapping[str, list[str]]) -> re.Pattern[str] | None:
    """A regular expression for words beside a match: words, `$lists`, or `/regex/`; `^` is the edge of the block."""
    wanted = source.fields.get(field)
    if wanted is None:
        return None
    parts: list[str] = []
    words: list[str] = []
    before = field.endswith("before")
    for entry in _expanded(wanted, lists, source):
        if entry == "^":
            parts.append(r"^\s*" if before else r"\s*$")
        elif len(entry) > 1 and entry[0] == entry[-1] == "/":
            parts.append(entry[1:-1])
        else:
            words.append(_spaced(entry))
    if words:  # all under one look at what stands before or after them: most positions need no more
        either = "|".join(words)
        parts.append(rf"(?i:(?<!\w)(?:{either}))[\s\"“‘(-]*" if before else rf"[\s-]*(?i:(?:{either})(?!\w))")
    body = "|".join(parts)
    try:
        return re.compile(f"(?:{body})$") if before else re.compile(body)
    except re.error as e:
        raise source.fault(f"`{field}`: {e}") from None


def _spaced(entry: str) -> str:
    return r"\s+".join(re.escape(word) for word in entry.split())


def _expanded(entries: list[str], lists: Mapping[str, list[str]], source: RuleSource) -> list[str]:
    out: list[str] = []
    for entry in entries:
        if not entry.startswith("$"):
            out.append(entry)
        elif entry[1:] in lists:
            out.extend(lists[entry[1:]])
        else:
            raise source.fault(f"no list is called '{entry}'", "see times/lists.toml")
    return out


def slots_of(rule: Rule, compiled: Compiled, found: re.Match[str], classes: Mapping[str, WordClass]) -> Slots:
    """What a match says: the rule's constants and the values of its groups."""
    slots: Slots = dict(rule.gives)
    for group, name in compiled.slots:
        form = found.group(group)
        if form is not None:
            slots[group] = value_of(classes[name], form)
    return slots
