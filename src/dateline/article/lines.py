"""The lines of a plain text, hard-wrapped ones joined into paragraphs, each with its shape."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from dateline.article.furniture import Furniture, Rule

_STOPS = frozenset(".?!…。！？।؟۔")
_END = re.compile(r"""[.?!…。！？।؟۔]["'”’»)\]*」』]*(?:\[\d+\])*$""")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
_COLON = re.compile(r"""[:;,—–-]["'”’]*$""")
_BULLET = re.compile(r"(?:[-–—*•‣▪◦·●○■□]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+\S")
_BULLET_MARKS = frozenset("-–—*•‣▪◦·●○■□(0123456789")  # what an item may begin with; a letter has its mark behind it
_COLON_MARKS = frozenset(":;,—–-\"'”’")
_WIDEST = 110  # characters; a line that is longer was not wrapped by hand or by mail


def is_closed(text: str) -> bool:
    """Whether a line ends as a sentence does."""
    last = text[-1:]
    return last in _STOPS or (not last.isalnum() and _END.search(text[-8:]) is not None)


def _is_item(text: str) -> bool:
    """Whether a line opens as an item of a list does; most lines show by their first two characters that they do not."""
    may = text[0] in _BULLET_MARKS or text[1:2] in {".", ")"}
    return may and _BULLET.match(text) is not None


class Line:
    """A line or paragraph: its place in the text as found, its words, and what it looks like."""

    __slots__ = ("closed", "end", "item", "prose", "repeated", "rule", "short", "start", "text", "words")

    def __init__(self, text: str, start: int, rule: Rule | None) -> None:
        self.text = text
        self.start = start
        self.end = start + len(text)
        self.rule = rule
        self.words = text.count(" ") + 1
        if len(text) > self.words * 12 and not text.isascii():
            self.words += len(_UNSPACED.findall(text)) // 2  # scripts that put no space between words
        self.closed = is_closed(text)
        self.prose = self.closed and self.words >= 6  # reads as a sentence or more
        self.short = not self.closed and self.words <= 15  # no sentence and not long: a heading, a headline, a button
        self.repeated = False
        self.item = _is_item(text)

    def is_of(self, kind: str) -> bool:
        """Whether a rule of this kind takes the line."""
        return self.rule is not None and self.rule.kind == kind

    @property
    def furniture(self) -> bool:
        """Whether it is no part of the article wherever it stands."""
        return self.rule is not None and self.rule.sure

    @property
    def open(self) -> bool:
        """Whether it ends in a mark that something follows: `He named three conditions:`."""
        return self.text[-1] in _COLON_MARKS and _COLON.search(self.text[-4:]) is not None


def split_lines(text: str, furniture: Furniture) -> list[Line]:
    """The lines that hold something, in order, without the spaces at their edges."""
    spans = _spans(text)
    if _is_wrapped(text, [line for _, line in spans]):
        spans = _paragraphs(text)
    lines: list[Line] = []
    for start, raw in spans:
        bare = raw.strip()
        if bare:
            if len(bare) < len(raw):
                start += len(raw) - len(raw.lstrip())
            lines.append(Line(bare, start, furniture.rule_of(bare)))
    _mark_repeated(lines)
    return lines


def _spans(text: str) -> list[tuple[int, str]]:
    """Every line that is not empty, with where it starts."""
    found: list[tuple[int, str]] = []
    at = 0
    for line in text.split("\n"):
        if line:
            found.append((at, line))
        at += len(line) + 1
    return found


def _mark_repeated(lines: Sequence[Line]) -> None:
    """Marks lines that stand more than once: titles, captions, teasers; but not where half the page does, for then it
    holds the article twice."""
    texts = [line.text for line in lines if line.words >= 4]
    if len(set(texts)) == len(texts):
        return
    times = Counter(texts)
    often = {text for text, n in times.items() if n > 1}
    words = sum(line.words for line in lines if line.prose)
    if sum(line.words for line in lines if line.prose and line.text in often) > words * 0.4:
        return
    for line in lines:
        line.repeated = line.text in often


def _is_wrapped(text: str, lines: Sequence[str]) -> bool:
    """Whether lines are broken where the next word would not have fitted, as in mail of 72 columns."""
    if len(lines) < 3 or len(text) > len(lines) * _WIDEST:
        return False
    if "\n\n" not in text and max(map(len, lines[:-1])) > _WIDEST * 2:
        return False  # the common case of scraped pages: paragraphs a line each
    runs = [r.split("\n") for r in re.split(r"\n[ \t]*\n", text.strip("\n"))]
    pairs = [(a.rstrip(), b.strip()) for run in runs for a, b in itertools.pairwise(run) if a.strip() and b.strip()]
    widest = max((len(a) for a, _ in pairs), default=0)
    if len(pairs) < 2 or not 40 <= widest <= _WIDEST:
        return False
    full = sum(len(a) + 1 + len(b.split(" ", 1)[0]) > widest - 4 for a, b in pairs)
    goes_on = sum(b[0].islower() for _, b in pairs)
    return full >= len(pairs) * 0.75 and goes_on >= len(pairs) * 0.4


def _paragraphs(text: str) -> list[tuple[int, str]]:
    """Runs of lines between blank ones; a line that is indented more than the one before begins a new one."""
    found: list[tuple[int, str]] = []
    start = end = -1
    for m in re.finditer(r"[^\n]*(?:\n|$)", text):
        line = m.group().rstrip("\n")
        if not line.strip():
            start = _close(found, text, start, end)
            continue
        if start >= 0 and (line.startswith(("  ", "\t")) or _BULLET.match(line.strip())):
            start = _close(found, text, start, end)
        if start < 0:
            start = m.start()
        end = m.start() + len(line)
    _close(found, text, start, end)
    return found


def _close(found: list[tuple[int, str]], text: str, start: int, end: int) -> int:
    if start >= 0:
        found.append((start, text[start:end]))
    return -1
