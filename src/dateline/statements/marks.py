"""Finds quotations by their marks, paragraph by paragraph, and survives odd ones.

Straight and curly, double and single marks, `''` and guillemets.  A mark's part (opening, closing, either) follows from its
shape and its neighbours; marks are paired inside their paragraph only, so that a forgotten one spoils nothing after it.
A quotation left open runs on where the next paragraph opens with a mark again, as print does it:

    "We came here to talk.
    "We will go home with a paper," the envoy said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from dateline.record import Block

_MARK = re.compile(r"''|``|[\"“”„‟«»‘’'‚‹›`]")
_KIND = {"''": '"', "``": '"', "“": '"', "”": '"', "„": '"', "‟": '"', '"': '"', "«": "«", "»": "«", "‹": "'", "›": "'"}
_OPENS = frozenset("“„«‹‟") | {"``"}
_CLOSES = frozenset("”»›")
_BEFORE_OPEN = frozenset(" \t\n\r\xa0([{—–-/…:,\"“'‘")
_AFTER_CLOSE = frozenset(" \t\n\r\xa0)]}—–-/.,;:!?…\"”'’")
_END_OF_SENTENCE = frozenset(".!?,…—–-")
_ENDS = frozenset(",.!?…")
_SHORTEST_OPEN_ENDED = 3  # words; a stray mark before one word is no quotation


class Quotation(NamedTuple):
    """One outermost pair of marks: `start`/`end` with the marks, `first`/`last` the words between them.

    `closed` is False where it runs to its paragraph's end without a closing mark, `carried` True where it continues the
    quotation of the paragraph before.
    """

    start: int
    end: int
    first: int
    last: int
    block: int
    closed: bool
    carried: bool


class _Mark(NamedTuple):
    start: int
    end: int
    kind: str  # '"' double, "'" single, "«" guillemet
    may_open: bool
    may_close: bool


def find_quotations(text: str, blocks: Sequence[Block]) -> list[Quotation]:
    """The outermost quotations of a text, in order, none over the edge of a block."""
    found: list[Quotation] = []
    shape = ""  # the mark of the quotation that the block before left open
    for number, block in enumerate(blocks):
        marks = _marks(text, block.start, block.end)
        own = _pair(text, marks, block, number, shape) if marks else []
        if shape and found and not (own and own[0].carried) and not _is_introduced(text, found[-1]):
            found.pop()  # nothing goes on: its mark was a slip
        shape = text[own[-1].start] if own and not own[-1].closed else ""
        found += own
    return found


def _is_introduced(text: str, q: Quotation) -> bool:
    """Whether a quotation that nothing closes follows a colon or comma: `He said: "We have ...`."""
    return text[max(0, q.start - 3) : q.start].rstrip()[-1:] in (":", ",")


def _marks(text: str, start: int, end: int) -> list[_Mark]:
    found = []
    for m in _MARK.finditer(text, start, end):
        s, e = m.span()
        before = text[s - 1] if s > start else " "
        after = text[e] if e < end else " "
        mark = _classify(m.group(), s, e, before, after)
        if mark is not None:
            found.append(mark)
    return _without_apostrophes(text, found)


def _classify(shape: str, start: int, end: int, before: str, after: str) -> _Mark | None:
    kind = _KIND.get(shape, "'")
    if before.isalnum() and after.isalnum():  # inside a word: an apostrophe, or a slip of the hand
        return None
    room_before, room_after = before in _BEFORE_OPEN, after in _AFTER_CLOSE
    if shape in _OPENS:
        odd = before in _ENDS and after.isspace()  # an opening shape typed for a closing one
        return _Mark(start, end, kind, not odd, odd)
    if shape in _CLOSES:
        odd = room_before and not room_after and not before.isalnum()  # a closing shape typed for an opening one
        return _Mark(start, end, kind, odd, not odd)
    if kind == "'":
        may_open = room_before and not after.isspace() and (after.isalnum() or after in "[$£€…")
        may_close = shape != "‘" and not before.isspace() and not after.isalnum()
        return _Mark(start, end, kind, may_open, may_close) if may_open or may_close else None
    if before.isdigit() and not room_after:
        return None
    may_open = not after.isspace() and (room_before or not room_after)
    may_close = not before.isspace() and (room_after or not room_before or before in _ENDS)
    if not may_open and not may_close:  # a mark with spaces on both sides
        return _Mark(start, end, kind, True, True)
    return _Mark(start, end, kind, may_open, may_close)


def _without_apostrophes(text: str, marks: list[_Mark]) -> list[_Mark]:
    """Single marks only where an opening one has a partner: `the ministers' plan` and `'90s` have none."""
    kept: list[_Mark] = []
    taken: set[int] = set()
    doubles = [m for m in marks if m.kind != "'"]
    for n, mark in enumerate(marks):
        if mark.kind != "'":
            kept.append(mark)
        elif n in taken:
            kept.append(mark._replace(may_open=False, may_close=True))
        elif mark.may_open and not _within(doubles, mark):
            partner = _single_partner(text, marks, n)
            if partner is not None:
                taken.add(partner)
                kept.append(mark._replace(may_open=True, may_close=False))
    return kept


def _within(doubles: list[_Mark], mark: _Mark) -> bool:
    """Whether a single mark stands between double ones, where it can only be nested."""
    before = sum(1 for d in doubles if d.start < mark.start)
    return before % 2 == 1


def _single_partner(text: str, marks: list[_Mark], n: int) -> int | None:
    plain = None
    for k in range(n + 1, len(marks)):
        mark = marks[k]
        if mark.kind != "'":
            continue
        if mark.may_close:
            if text[mark.start - 1] in _END_OF_SENTENCE:
                return k
            if plain is None:
                plain = k
        elif mark.may_open:
            break
    # `'the envoys' plan was late,' he said`: a plural's apostrophe stands before a word, the partner after a comma
    return plain


def _pair(text: str, marks: list[_Mark], block: Block, number: int, running: str) -> list[Quotation]:
    """Quotations of one block.  Marks of another kind than the one that is open are nested and passed over."""
    pairs: list[tuple[int, int, int, int]] = []
    opened: list[_Mark] = []
    unmarked = bool(running) and not marks[0].may_open
    if unmarked:
        opened.append(_Mark(block.start, block.start, marks[0].kind, True, False))  # only its end has a mark
    for mark in marks:
        if opened and mark.kind != opened[0].kind:
            continue
        nested = opened and mark.may_open and not mark.may_close
        if not opened or nested:
            if mark.may_open:
                opened.append(mark)
        elif mark.may_close:
            last = opened.pop()
            pairs.append((last.start, last.end, mark.start, mark.end))
    found = [_quotation(p, number, text) for p in _outermost(pairs)]
    left = _left_open(text, opened, found, block, number)
    if left is not None:
        found = [q for q in found if q.end <= left.start] + [left]
    goes_on = unmarked or (found and running and text[found[0].start] == running)
    if goes_on and found and found[0].start <= _first_character(text, block):
        found[0] = found[0]._replace(carried=True)
    return [q for q in found if q.last > q.first]


def _outermost(pairs: list[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    out: list[tuple[int, int, int, int]] = []
    for pair in sorted(pairs, key=lambda p: (p[0], -p[3])):
        if not out or pair[0] >= out[-1][3]:
            out.append(pair)
    return out


def _quotation(pair: tuple[int, int, int, int], number: int, text: str) -> Quotation:
    start, first, last, end = pair
    first, last = _strip(text, first, last)
    return Quotation(start, end, first, last, number, True, False)


def _left_open(text: str, opened: list[_Mark], found: list[Quotation], block: Block, number: int) -> Quotation | None:
    """The quotation a paragraph leaves open; one with pairs inside it lost its closing mark and is given up."""
    doubles = [m for m in opened if m.kind != "'"]
    if not doubles:
        return None
    mark = doubles[-1]
    if any(q.start > mark.start for q in found):
        return None
    first, last = _strip(text, mark.end, block.end)
    if len(text[first:last].split()) < _SHORTEST_OPEN_ENDED:
        return None
    return Quotation(mark.start, last, first, last, number, False, False)


def _first_character(text: str, block: Block) -> int:
    at = block.start
    while at < block.end and text[at].isspace():
        at += 1
    return at


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
