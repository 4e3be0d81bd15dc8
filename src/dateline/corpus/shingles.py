"""Texts as sets of numbers: the digests of their shingles (runs of words), of which a fixed share is kept.

Kept is what `ONE_OF` divides, so that two texts keep the same of what they share: Broder's sketch modulo m, a MinHash whose
size grows with the text.  Unlike a MinHash of fixed size it tells how much of a short text stands in a long one.
Everything is counted in 64 bits that run over, so that all machines give the same numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Numbers: TypeAlias = npt.NDArray[np.uint64]
Places: TypeAlias = npt.NDArray[np.int64]

WORDS = 4  # of one shingle
ONE_OF = 4  # shingles is kept
VERSION = "1"  # of what is counted here: sketches of other versions are made anew

_BASE = 0x9E3779B97F4A7C15  # odd, so that it has an inverse
_INVERSE = pow(_BASE, -1, 1 << 64)
_MIX = (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))  # those of splitmix64
_STEP = np.uint64(0xD6E8FEB86659FD93)
_LONGEST = 1 << 16  # bytes worked on at once: what a processor keeps near


def sketches(texts: Sequence[str]) -> tuple[npt.NDArray[np.uint32], Places]:
    """The numbers kept of each text, each once and in order, one text after the other, and where each text's begin.

    >>> numbers, starts = sketches(["One two three four five six seven."] * 2)
    >>> numbers[starts[0]:starts[1]].tolist() == numbers[starts[1]:starts[2]].tolist()
    True
    """
    found: list[npt.NDArray[np.uint32]] = []
    counts: list[npt.NDArray[np.int64]] = []
    for part in _parts(texts):
        kept, owners = _kept(part)
        # A text's numbers in order, each once: sorted as one number with the text's own above it.
        ordered = np.sort((owners.astype(np.uint64) << np.uint64(32)) | kept)
        ordered = ordered[np.diff(ordered, prepend=np.uint64(1 << 63)) != 0]
        found.append((ordered & np.uint64(0xFFFFFFFF)).astype(np.uint32))
        counts.append(np.bincount((ordered >> np.uint64(32)).astype(np.int64), minlength=len(part)))
    starts = np.zeros(len(texts) + 1, np.int64)
    if counts:
        np.cumsum(np.concatenate(counts), out=starts[1:])
    return np.concatenate(found) if found else np.empty(0, np.uint32), starts


def _parts(texts: Sequence[str]) -> list[list[bytes]]:
    """The texts in small letters, as runs of bytes that are not too long to be worked on at once."""
    parts: list[list[bytes]] = [[]]
    size = 0
    for text in texts:
        data = text.lower().encode("utf-8", "replace")
        if size and size + len(data) > _LONGEST:
            parts.append([])
            size = 0
        parts[-1].append(data)
        size += len(data) + 1
    return [part for part in parts if part]


def _kept(texts: list[bytes]) -> tuple[Numbers, Places]:
    """The numbers of shingles that are kept, and of each the number of its text."""
    words, owners = _words(texts)
    if len(words) < WORDS:
        return np.empty(0, np.uint64), np.empty(0, np.int64)
    length = len(words) - WORDS + 1
    shingles = words[:length].copy()
    for step in range(1, WORDS):
        shingles *= _STEP
        shingles += words[step : step + length]
    shingles = _mixed(shingles)
    chosen = ((shingles & np.uint64(ONE_OF - 1)) == 0) & (owners[:length] == owners[WORDS - 1 :])
    return shingles[chosen] >> np.uint64(32), owners[:length][chosen]


def _words(texts: list[bytes]) -> tuple[Numbers, Places]:
    """A number for each word, and the number of its text."""
    data = np.frombuffer(b" ".join(texts) + b" ", np.uint8)
    inside = _is_word(data)
    edges = np.flatnonzero(inside[1:] != inside[:-1]) + 1
    if len(data) and inside[0]:
        edges = np.concatenate(([0], edges))
    starts, ends = edges[::2], edges[1::2]
    powers, inverses = _powers(len(data) + 1)
    sums = np.zeros(len(data) + 1, np.uint64)
    np.cumsum((data.astype(np.uint64) + np.uint64(1)) * powers[: len(data)], out=sums[1:])
    words = (sums[ends] - sums[starts]) * inverses[starts]
    lengths = np.fromiter((len(t) + 1 for t in texts), np.int64, len(texts))
    return _mixed(words), np.searchsorted(np.cumsum(lengths), starts, side="right")


def _is_word(data: npt.NDArray[np.uint8]) -> npt.NDArray[np.bool_]:
    """Letters and digits; of what is not ASCII all but spaces, dashes and quotation marks."""
    inside = _LETTERS[data]
    leads = np.flatnonzero(data == 0xE2)  # of three bytes: U+2000 to U+206F are marks
    marks = leads[(data[leads + 1] & 0xFE) == 0x80]
    inside[marks] = inside[marks + 1] = inside[marks + 2] = False
    leads = np.flatnonzero(data == 0xC2)  # of two bytes: U+0080 to U+00BF are marks
    inside[leads] = inside[leads + 1] = False
    return inside


def _letters() -> npt.NDArray[np.bool_]:
    table = np.zeros(256, np.bool_)
    for first, last in (("0", "9"), ("a", "z")):
        table[ord(first) : ord(last) + 1] = True
    table[0x80:] = True
    return table


_LETTERS = _letters()
_power_cache: list[Numbers] = []


def _powers(length: int) -> tuple[Numbers, Numbers]:
    """Powers of the base and of its inverse."""
    if not _power_cache or len(_power_cache[0]) < length:
        _power_cache[:] = [_powers_of(base, max(length, _LONGEST)) for base in (_BASE, _INVERSE)]
    return _power_cache[0], _power_cache[1]


def _powers_of(base: int, length: int) -> Numbers:
    factors = np.full(length, base, np.uint64)
    factors[0] = 1
    return np.multiply.accumulate(factors)


def _mixed(numbers: Numbers) -> Numbers:
    """Spreads numbers evenly, so that a share of them is a fair one."""
    numbers = (numbers ^ (numbers >> np.uint64(30))) * _MIX[0]
    numbers = (numbers ^ (numbers >> np.uint64(27))) * _MIX[1]
    return numbers ^ (numbers >> np.uint64(31))
