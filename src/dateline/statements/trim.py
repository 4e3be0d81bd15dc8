"""The edges of content: what the parser hung on it but belongs to the cue, and marks at either end."""

from __future__ import annotations

from dateline.record import Token
from dateline.statements.asides import (
    CLOSING,
    before_aside,
    before_comment,
    before_next_cue,
    before_relative,
    before_report,
    before_setting,
    is_participle_cue,
)
from dateline.statements.cues import Cue, Words
from dateline.statements.frames import Frame
from dateline.statements.lost_parts import (
    TELLING,
    with_listed,
    with_lost_clauses,
    with_lost_subject,
    with_that_clauses,
    with_torn_predicate,
)
from dateline.statements.sheet import Sheet
from dateline.statements.speakers import own_subject

_EDGE = frozenset({",", ";", ":", "—", "–", "-", "--", ".", "...", "…", "(", ")", "and", "but"})
_CLAUSES = frozenset({"that", "bare", "wh", "infinitive", "object-infinitive", "naming", "as"})


def trim_runs(sheet: Sheet, frame: Frame, verb: Token, verbs: dict[str, Cue], words: Words) -> list[tuple[int, int]]:
    """Runs of tokens mended at their right edge and without marks at their edges."""
    kept = []
    for first, last in frame.runs:
        first, last = _within_quotation(sheet, first, last, verb)
        if first > verb.i and frame.name == "bare":
            first = _to_opening_mark(sheet, first, last, verb)
        if first > verb.i:
            first = with_lost_subject(sheet, frame.name, first, verb)
            if frame.name == "bare":
                first = _after_day(sheet, first, last, verb, words)
                last = _to_closing_mark(sheet, first, last)
            if frame.name in _CLAUSES and _leads_in(sheet, verb):
                last = _to_comma(sheet, first, last)
            elif frame.name in _CLAUSES:
                last = with_lost_clauses(sheet, frame.name, last, verb, verbs, words)
                last = with_that_clauses(sheet, last)
                last = with_torn_predicate(sheet, frame.name, last, verb)
                last = with_listed(sheet, last, verb)
            last = before_next_cue(sheet, first, last, verb, verbs)
            last = before_aside(sheet, first, last, verb)
            last = before_setting(sheet, first, last, words)
            last = before_comment(sheet, first, last, verbs)
            if frame.name not in TELLING:
                last = before_relative(sheet, first, last)
            elif frame.name in ("that", "bare"):
                last = before_report(sheet, first, last, verb)
        if frame.name == "parenthetical" and first > verb.i and _opens_next_cue(sheet.tokens[first], verbs):
            continue  # `..., the paper reported, citing two guards`
        if sheet.inside[verb.i] >= 0 and first <= last and sheet.tokens[first].text in CLOSING:
            continue  # the parser read over a quotation in the quotation
        first, last = _strip(sheet, first, last)
        if last >= first:
            kept.append((first, last))
    return kept


def _within_quotation(sheet: Sheet, first: int, last: int, verb: Token) -> tuple[int, int]:
    """What a cue inside a quotation introduces ends with the quotation, whatever the parser made of it."""
    number = sheet.inside[verb.i]
    if number < 0:
        return first, last
    end = sheet.last_token[number] - (1 if sheet.quotations[number].closed else 0)
    return max(first, sheet.first_token[number] + 1), min(last, end)


def _after_day(sheet: Sheet, first: int, last: int, verb: Token, words: Words) -> int:
    """`said Monday | it would wait`, `said on Monday | it`, `said earlier | that it`."""
    tokens = sheet.tokens
    for k in range(first + 1, min(first + 4, last)):
        if tokens[k].lower == "that" and tokens[k].dep == "mark" and tokens[k].head.head is verb:
            return k
    at = first + 1 if tokens[first].lower == "on" else first
    if at < last and tokens[at].lower in words.days and tokens[at + 1].tag != "POS" and tokens[at + 1].text != ",":
        return at + 1
    return first


def _opens_next_cue(word: Token, verbs: dict[str, Cue]) -> bool:
    """Whether a participle is a cue of its own."""
    cue = verbs.get(word.lemma) if word.tag == "VBG" else None
    return cue is not None and is_participle_cue(cue)


def _to_opening_mark(sheet: Sheet, first: int, last: int, verb: Token) -> int:
    """`"The plan," he said with a grin, | "is dead"`: words between the cue and the second piece are the reporter's."""
    subject = own_subject(verb)
    before = (verb.i if subject is None else min(subject.left, verb.i)) - 1
    if before < 0 or sheet.inside[before] < 0 or sheet.inside[verb.i] >= 0:
        return first
    if sheet.tokens[before].sentence != verb.sentence or sheet.text[sheet.quotations[sheet.inside[before]].last - 1] != ",":
        return first
    for k in range(first, last + 1):
        number = sheet.inside[k]
        if number >= 0 and sheet.first_token[number] == k and (k == first or sheet.tokens[k - 1].text in (",", ":")):
            return k
    return first


def _to_closing_mark(sheet: Sheet, first: int, last: int) -> int:
    """`notes "the sea is warmer", and asks for help`: what follows a whole quotation and a comma is the reporter's."""
    number = sheet.inside[first]
    if number < 0 or sheet.first_token[number] != first or sheet.inside[last] >= 0 or not sheet.quotations[number].closed:
        return last
    end = sheet.last_token[number]
    return end if end < last and sheet.tokens[end + 1].text == "," else last


def _leads_in(sheet: Sheet, verb: Token) -> bool:
    """Whether the cue is a participle before its main clause: `Asked whether ..., Orban ...`."""
    if verb.tag == "VBN":
        return not any(c.dep in ("auxpass", "aux") for c in verb.children) and verb.dep in ("advcl", "prep", "ROOT")
    return verb.tag == "VBG" and verb.i == sheet.sentence_edges(verb)[0]


def _to_comma(sheet: Sheet, first: int, last: int) -> int:
    """`Asked whether he would go, Orban shook his head`: the content ends before the main clause."""
    for k in range(first + 1, last + 1):
        if sheet.tokens[k].text == "," and sheet.inside[k] < 0:
            return k - 1
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
