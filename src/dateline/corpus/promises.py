"""Promises followed: restatements joined, outcomes gathered, and where each promise stands on a day."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import msgspec

from dateline.corpus.hearing import hear
from dateline.corpus.outcomes import Finding, Followed, can_be_followed, find_outcome, follow, says_the_same
from dateline.corpus.pledged import Passage, Pledge
from dateline.corpus.wording import Wording

Row = dict[str, Any]
_TELLING = 4  # of an action's weightiest words, of which a sentence must have two to be read closely
_OFTEN = 200  # of the promises under one key the latest so many are looked at

Key = tuple[str, str, str]


class Outcome(msgspec.Struct, frozen=True):
    """What one passage says of a promise."""

    passage: Passage
    finding: Finding


class Promise(msgspec.Struct, eq=False):
    """One promise: all commitments that give it, and all that was said of it later."""

    told: list[Followed]
    outcomes: list[Outcome]

    @property
    def key(self) -> str:
        """Named after the first commitment, so restating does not rename it."""
        first = self.told[0].pledge
        return hashlib.sha256(f"{first.article}/{first.commitment}".encode()).hexdigest()[:16]


class Ledger:
    """All promises, found by who acts and the words of the act."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording
        self.promises: list[Promise] = []
        self._by_words: dict[Key, list[Promise]] = {}
        self._known: set[str] = set()

    def enter(self, pledges: Iterable[Pledge]) -> None:
        """Takes commitments, in order of day; one that gives an earlier promise again joins it."""
        for pledge in pledges:
            followed = follow(pledge, self._wording)
            keys = _keys_of(followed) if can_be_followed(followed) else []
            found = next((p for p in self._near(keys) if says_the_same(p.told[-1], followed, self._wording)), None)
            if found is None:
                found = Promise([followed], [])
                self.promises.append(found)
                for key in keys:
                    self._by_words.setdefault(key, []).append(found)
                    self._known.update(key[1:])
            else:
                found.told.append(followed)

    def read(self, passages: Iterable[Passage]) -> None:
        """Holds each later sentence against the promises that share parties and words with it."""
        for passage in passages:
            heard = None
            for promise in self._near(self._keys_in(passage)):
                if self._is_later(passage, promise):
                    heard = heard or hear(passage, self._wording)
                    finding = find_outcome(promise.told[-1], heard, self._wording)
                    if finding is not None:
                        promise.outcomes.append(Outcome(passage, finding))

    def _keys_in(self, passage: Passage) -> list[Key]:
        terms = sorted(self._wording.terms(f"{passage.text} {passage.before}") & self._known)
        whose = {k for _, p in passage.parties for k in (p.country, p.name.lower()) if k} | {""}
        pairs = [(a, b) for n, a in enumerate(terms) for b in ("", *terms[n + 1 :])]
        return [(w, a, b) for w in sorted(whose) for a, b in pairs]

    def _near(self, keys: Iterable[Key]) -> list[Promise]:
        """The promises under these keys, each once, the latest first."""
        found = {id(promise): promise for key in keys for promise in self._by_words.get(key, ())[-_OFTEN:]}
        return list(reversed(found.values()))

    def _is_later(self, passage: Passage, promise: Promise) -> bool:
        pledge = promise.told[0].pledge
        if passage.day is None or pledge.day is None or any(f.pledge.article == passage.article for f in promise.told[:1]):
            return False
        last = max(pledge.day, pledge.due_last or pledge.day) + timedelta(days=self._wording.settings["followed"])
        return pledge.day <= passage.day <= last


def _keys_of(followed: Followed) -> list[Key]:
    """Who acts, with every two of the weightiest words; with one word where there is only one."""
    whose = {p.country or p.name.lower() for p in followed.doers} or {""}
    heavy = sorted(followed.weights, key=lambda w: (-followed.weights[w], w))[:_TELLING]
    words = [(name, number) for number, word in enumerate(heavy) for name in word.split("|")]
    pairs = {(min(a, b), max(a, b)) for a, n in words for b, m in words if n < m}
    return sorted((w, a, b) for w in whose for a, b in pairs or {(name, "") for name, _ in words})


def find_state(promise: Promise, asof: date, wording: Wording) -> tuple[str, str]:
    """Where a promise stands on a day, and why."""
    known = [
        o for o in promise.outcomes if o.passage.day is not None and o.passage.day <= asof and o.finding.says != "restated"
    ]
    known.sort(key=lambda o: (o.passage.day or date.min, o.passage.article, o.passage.sentence))
    if known:
        last = known[-1]
        day = last.passage.day or date.min
        settled = timedelta(days=wording.settings["settled"])
        near = [o for o in known if day - (o.passage.day or date.min) <= settled]
        sides = {o.finding.says for o in near}
        if {"kept", "broken"} <= sides:
            return "disputed", "; ".join(
                f"{o.finding.says} by {o.passage.article} on {o.passage.day}: {o.finding.why}" for o in near
            )
        return last.finding.says, f"{last.finding.why} on {day}"
    pledge = promise.told[-1].pledge
    if pledge.due_last is None or pledge.due_last == date.max:
        return "open", "no date, and nothing said of it since"
    if pledge.due_last < asof:
        return "overdue", f"due {pledge.due}, and nothing said of it by {asof}"
    if pledge.due_last <= asof + timedelta(days=wording.settings["due_soon"]):
        return "due", f"due {pledge.due}"
    return "open", f"due {pledge.due}"


def rows_of(promise: Promise, asof: date, wording: Wording) -> tuple[list[Row], list[Row]]:
    """The rows of `promises` (one a commitment) and of `outcomes`."""
    state, why = find_state(promise, asof, wording)
    key = promise.key
    rows = []
    for followed in promise.told:
        p = followed.pledge
        rows.append(
            {
                "promise": key,
                "article": p.article,
                "commitment": p.commitment,
                "kind": p.kind,
                "by_keys": [x.key for x in p.by],
                "to_keys": [x.key for x in p.to],
                "by_names": [x.name for x in p.by],
                "to_names": [x.name for x in p.to],
                "action": p.action,
                "day": p.day,
                "due": p.due or None,
                "due_last": p.due_last,
                "state": state,
                "state_why": why,
            }
        )
    again = [_again(key, f.pledge) for f in promise.told[1:]]
    return rows, again + [_outcome(key, o) for o in promise.outcomes]


def _again(key: str, pledge: Pledge) -> Row:
    return {
        "promise": key,
        "article": pledge.article,
        "what": "commitment",
        "id": pledge.commitment,
        "day": pledge.day,
        "says": "restated",
        "why": "the same is promised again",
        "text": pledge.action,
    }


def _outcome(key: str, outcome: Outcome) -> Row:
    passage = outcome.passage
    deed = next((d for d in passage.deeds if d.event in outcome.finding.why), None)
    what, name = "sentence", str(passage.sentence)
    if passage.statement:
        what, name = "statement", passage.statement
    if deed is not None:
        what, name = ("happening", deed.happening) if deed.happening else ("event", deed.event)
    return {
        "promise": key,
        "article": passage.article,
        "what": what,
        "id": name,
        "day": passage.day,
        "says": outcome.finding.says,
        "why": outcome.finding.why,
        "text": passage.text,
    }
