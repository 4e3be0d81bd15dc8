"""What one article tells of each event: its mentions of the same event put together."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.corpus.days import VAGUE, find_days
from dateline.corpus.families import Families
from dateline.corpus.likeness import Judge
from dateline.corpus.portrait import Portrait, draw, join
from dateline.corpus.told import Told

_BESIDE = 2  # "the attack" speaks of what was told at most so many sentences before
_AGAIN = 6  # sentences over which an event without a day is spoken of by the same word
_AGAINST = {"day-apart", "day-beside", "day-coarse", "place-other", "actor-other", "size-other", "mode-other", "act-other"}


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
    """How sure it is that an article's next mention is of an event it told before; 0 where it is not.

    A long article tells of many attacks by the same on the same: only a day, a number, the sentence, or the same word
    near by makes them one.
    """
    told = drawn.tolds[0]
    away = min(abs(told.sentence - t.sentence) for t in account.tolds)
    if drawn.fresh and away:
        return 0.0
    findings = set(judge.compare(account, drawn).findings)
    if away == 0 and told.salience == "side" and {"day-same", "actor-same"} <= findings:
        findings.discard("mode-other")  # "bombed the town, killing 30": the effect has the mode that its own words give
    if findings & _AGAINST or ("recipient-other" in findings and "size-same" not in findings):
        return 0.0
    if (told.status == "historical") != (account.tolds[0].status == "historical") and "day-same" not in findings:
        return 0.0
    bare = not (drawn.actors or drawn.recipients or drawn.sizes)
    score = 2.0 - 0.1 * away + 0.5 * len(findings & {"actor-same", "recipient-same", "size-same", "day-same"})
    if away == 0:
        return score
    if bare and drawn.when.kind == VAGUE:
        return score if away <= _BESIDE else 0.0
    if "strangers" in findings:
        return score if bare and away <= _BESIDE else 0.0
    if findings & {"day-same", "size-same"} or ("trigger-same" in findings and away <= _AGAIN):
        return max(score, 0.1)
    return 0.0
