"""The edges of content: what the parser hung on it but belongs to the cue, and marks at either end."""

from __future__ import annotations

from dateline.record import Token
from dateline.statements.clauses import Frame
from dateline.statements.cues import Cue
from dateline.statements.sheet import Sheet
from dateline.statements.speakers import own_subject

_EDGE = frozenset({",", ";", ":", "—", "–", "-", "--", ".", "...", "…", "(", ")", "and", "but"})
_PARTICIPLES = ("quote", "naming", "preposition", "object-for", "object-infinitive")
_CONDITIONS = frozenset({"if", "unless", "because", "until", "so"})
_CLAUSES = frozenset({"that", "bare", "wh", "infinitive", "object-infinitive"})
_CLOSING = frozenset({"”", '"', "''", "’", "'"})


def trim_runs(sheet: Sheet, frame: Frame, verb: Token, verbs: dict[str, Cue]) -> list[tuple[int, int]]:
    """Runs of tokens mended at their right edge and without marks at their edges."""
    kept = []
    for first, last in frame.runs:
        if first > verb.i:
            if frame.name in _CLAUSES:
                last = _with_lost_clauses(sheet, frame.name, last, verb, verbs)
            last = _before_next_cue(sheet, first, last, verb, verbs)
            last = _before_aside(sheet, first, last)
        first, last = _strip(sheet, first, last)
        if last >= first:
            kept.append((first, last))
    return kept


def _with_lost_clauses(sheet: Sheet, frame: str, last: int, verb: Token, verbs: dict[str, Cue]) -> int:
    """The last token with clauses of the content that the parser hung on the cue.

    `She said the port was open but no ship had come`, `vowed to stay unless the talks failed`.
    """
    tokens = sheet.tokens
    for c in verb.children:
        if c.left < last + 1 or c.dep == "punct":
            continue
        if c.dep == "cc" and c.i in (last + 1, last + 2):
            continue
        gap = c.left - last - 1
        if c.dep == "advcl" and gap <= 1:
            mark = c.child("mark", "advmod")
            if mark is None or mark.i > c.i or mark.lower not in _CONDITIONS:
                break
            last = c.right
        elif c.dep == "conj" and gap <= 2 and c.tag == "VB" and verb.tag != "VB":
            last = c.right
        elif c.dep == "conj" and gap <= 2:
            comma = any(t.text in (",", ";") for t in tokens[last + 1 : c.left])
            if frame == "infinitive" or c.lemma in verbs and own_subject(c) is None and not _modal(c):
                break
            if (
                _modal(c)
                and own_subject(c) is None
                or (not comma and own_subject(c) is not None and not _cue_like(c, verbs))
            ):
                last = c.right
            else:
                break
        else:
            break
    return last


def _modal(verb: Token) -> bool:
    return any(c.tag == "MD" for c in verb.children) and not any(c.tag == "MD" for c in verb.head.children)


def _cue_like(verb: Token, verbs: dict[str, Cue]) -> bool:
    cue = verbs.get(verb.lemma)
    return cue is not None and "that" in cue.frames


def _before_next_cue(sheet: Sheet, first: int, last: int, verb: Token, verbs: dict[str, Cue]) -> int:
    """The last token before `, and said ...`, `, adding that ...` that the parser hung on the content."""
    tokens = sheet.tokens
    for t in tokens[first + 1 : last + 1]:
        cue = verbs.get(t.lemma)
        if cue is None or t.tag[0] != "V":
            continue
        before = tokens[t.i - 1]
        if t.tag == "VBG" and (before.text == "," or before.text in _CLOSING) and _participle_cue(cue):
            if t.dep in ("advcl", "conj", "acl", "xcomp", "prep", "ccomp") and sheet.inside[t.i] < 0:
                return t.i - 2 if before.text == "," else t.i - 1
        elif t.tag == verb.tag and t.tag in ("VBD", "VBZ", "VBG") and own_subject(t) is None and t.dep == "conj":
            if sheet.inside[t.i] >= 0:
                continue
            start = t.left
            while start - 1 > first and tokens[start - 1].lower in ("and", "but", ",", "also", "then"):
                start -= 1
            if start > first:
                return start - 1
    return last


def _before_aside(sheet: Sheet, first: int, last: int) -> int:
    """The last token before a single dash or `, but`, where the reporter takes the word again."""
    tokens, inside = sheet.tokens, sheet.inside
    dashes = [t.i for t in tokens[first + 1 : last] if sheet.is_dash(t.i) and inside[t.i] < 0]
    if len(dashes) == 1 and dashes[0] - first > 3:
        return dashes[0] - 1
    for t in tokens[first + 3 : last]:
        if t.lower == "but" and tokens[t.i - 1].text == "," and inside[t.i] < 0:
            return t.i - 2
    return last


def _participle_cue(cue: Cue) -> bool:
    return any(f in cue.frames for f in _PARTICIPLES)


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
