"""A later sentence made ready to be held against promises, and where in it the words of an action stand together."""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec

from dateline.corpus.pledged import Passage
from dateline.corpus.wording import Wording, has, tokens

_TOGETHER = 18  # words over which the telling of one act is spread
_BESIDE = 7  # words between a cue and the act it speaks of


class Heard(msgspec.Struct, frozen=True):
    """A passage made ready once for all the promises it is held against.

    `words` are its words with their beginnings, `terms` what each stands for, `before` those of the sentence in front.
    """

    passage: Passage
    words: list[tuple[int, str]]
    terms: list[set[str]]
    before: set[str]
    cues: Mapping[str, re.Match[str]]
    spoken: bool
    only: frozenset[str]  # what is said only by cues that need the verb: "failed to" tells nothing without "deliver"


class Act(msgspec.Struct, frozen=True):
    """Where a sentence tells an action: the share of its weight, the words it has, and from which word to which."""

    share: float
    found: frozenset[str]
    first: int
    last: int


def hear(passage: Passage, wording: Wording) -> Heard:
    """The passage with its words, and the first cue of each thing that can be said of a promise."""
    words = tokens(passage.text)
    found: dict[str, re.Match[str]] = {}
    whole: set[str] = set()
    spoken = any(w in wording.settings["word_given"] for _, w in words)
    for cue in wording.cues:
        match = cue.pattern.search(passage.text)
        if match is not None:
            found.setdefault(cue.says, match)
            spoken = spoken or cue.spoken
            whole |= {cue.says} if cue.spoken else set()
    before = wording.terms(passage.before) if spoken else set()
    return Heard(passage, words, [wording.terms(w) for _, w in words], before, found, spoken, frozenset({"broken"} - whole))


def find_act(weights: Mapping[str, float], heard: Heard) -> Act:
    """The stretch of the sentence with most of an action's weight."""
    places = [(n, word) for n, terms in enumerate(heard.terms) for word in weights if has(word, terms)]
    total = sum(weights.values())
    best = Act(0.0, frozenset(), 0, 0)
    for start, (first, _) in enumerate(places):
        near = [(n, word) for n, word in places[start:] if n - first < _TOGETHER]
        found = frozenset(word for _, word in near)
        part = sum(weights[word] for word in found) / total
        if part > best.share:
            best = Act(part, found, first, near[-1][0])
    return best


def is_beside(match: re.Match[str], act: Act, heard: Heard) -> bool:
    """Whether a cue stands within the telling of an act or near to it."""
    at = [n for n, (start, word) in enumerate(heard.words) if start < match.end() and match.start() < start + len(word)]
    return bool(at) and at[0] - _BESIDE <= act.last and act.first <= at[-1] + _BESIDE
