"""The edges of content: what the parser hung on it but belongs to the cue, and marks at either end."""

from __future__ import annotations

from dateline.record import Token
from dateline.statements.cues import Cue
from dateline.statements.sheet import Sheet
from dateline.statements.speakers import own_subject

_EDGE = frozenset({",", ";", ":", "—", "–", "-", "--", ".", "...", "…", "(", ")", "and", "but"})
_SAYING = ("quote", "that")


def trim_runs(sheet: Sheet, runs: list[tuple[int, int]], verb: Token, verbs: dict[str, Cue]) -> list[tuple[int, int]]:
    """Runs of tokens without a coordinated cue at the end and without marks at the edges."""
    kept = []
    for first, last in runs:
        if first > verb.i:
            last = _before_next_cue(sheet, first, last, verb, verbs)
        first, last = _strip(sheet, first, last)
        if last >= first:
            kept.append((first, last))
    return kept


def _before_next_cue(sheet: Sheet, first: int, last: int, verb: Token, verbs: dict[str, Cue]) -> int:
    """The last token before `, and said ...`, `, adding that ...` that the parser hung on the content."""
    tokens = sheet.tokens
    for t in tokens[first + 1 : last + 1]:
        cue = verbs.get(t.lemma)
        if cue is None or sheet.inside[t.i] >= 0 or not any(f in cue.frames for f in _SAYING):
            continue
        before = tokens[t.i - 1]
        if t.tag == "VBG" and before.text == "," and t.dep in ("advcl", "conj", "acl"):
            return t.i - 2
        if t.tag == verb.tag and t.tag in ("VBD", "VBZ") and own_subject(t) is None and t.dep == "conj":
            start = t.left
            while start - 1 > first and tokens[start - 1].lower in ("and", "but", ",", "also", "then"):
                start -= 1
            if start > first and t.head.tag != t.tag:
                return start - 1
    return last


def _strip(sheet: Sheet, first: int, last: int) -> tuple[int, int]:
    tokens, inside = sheet.tokens, sheet.inside
    while first <= last and tokens[first].text in _EDGE and inside[first] < 0 and tokens[first].tag != "IN":
        first += 1
    while last >= first and tokens[last].lower in _EDGE and inside[last] < 0:
        last -= 1
    return first, last


def characters(sheet: Sheet, runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Runs of tokens as runs of characters; a run that cuts a quotation takes all of it."""
    found: list[tuple[int, int]] = []
    for first, last in runs:
        start, end = sheet.tokens[first].start, sheet.tokens[last].end
        number = sheet.inside[last]
        if number >= 0 and sheet.quotations[number].start >= start:
            end = max(end, sheet.quotations[number].end)
        number = sheet.inside[first]
        if number >= 0 and sheet.quotations[number].end <= end:
            start = min(start, sheet.quotations[number].start)
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
