"""What one article tells of each event: its mentions of the same event put together."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.corpus.days import VAGUE, find_days
from dateline.corpus.families import Families
from dateline.corpus.likeness import Judge
from dateline.corpus.portrait import Portrait, draw, join
from dateline.corpus.told import Told

_BESIDE = 2  # "the attack" speaks of what was told at most so many sentences before


def find_accounts(tolds: Sequence[Told], families: Families, judge: Judge) -> list[Portrait]:
    """The portraits of an article's events, each of one event, in order of the text."""
    accounts: list[Portrait] = []
    days = find_days(tolds, families)
    for told in sorted(tolds, key=lambda t: (t.sentence, t.salience != "main", t.trigger_start, t.event)):
        drawn = draw(told, families, days[told.event], words=False)
        best, score = None, 0.0
        for account in accounts:
            if account.family is drawn.family:
                found = _within(account, drawn, judge)
                if found > score:
                    best, score = account, found
        if best is None:
            accounts.append(drawn)
        else:
            drawn.reasons[told.article, told.event] = ("within",)
            join(best, drawn)
    return accounts


def _within(account: Portrait, drawn: Portrait, judge: Judge) -> float:
    """How sure it is that an article's next mention is of an event it told before; 0 where it is not."""
    told = drawn.tolds[0]
    if drawn.fresh and told.sentence != account.tolds[-1].sentence:
        return 0.0
    likeness = judge.compare(account, drawn)
    findings = set(likeness.findings)
    against = {"day-apart", "day-beside", "place-other", "actor-other", "size-other", "mode-other", "act-other"}
    if told.status == "historical" and any(t.status != "historical" for t in account.tolds):
        against |= {"day-vague"}
    if findings & against:
        return 0.0
    if "recipient-other" in findings and not findings & {"size-same"}:
        return 0.0
    away = min(abs(told.sentence - t.sentence) for t in account.tolds)
    bare = not (drawn.actors or drawn.recipients or drawn.sizes)
    score = 2.0 - 0.5 * away + 0.5 * len(findings & {"actor-same", "recipient-same", "size-same", "day-same"})
    if bare and drawn.when.kind == VAGUE:
        return score if away <= _BESIDE else 0.0
    if "strangers" in findings and not (away == 0 or (bare and away <= _BESIDE)):
        return 0.0
    return max(score, 0.1)
