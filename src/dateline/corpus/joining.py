"""From all events of an archive to happenings: accounts article by article, then happenings family by family."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.corpus.accounts import find_accounts
from dateline.corpus.days import When
from dateline.corpus.families import Families
from dateline.corpus.likeness import Judge
from dateline.corpus.portrait import Portrait, Rarity, draw, find_words, join
from dateline.corpus.shelves import Shelved, Shelves
from dateline.corpus.sweep import anchor, sweep
from dateline.corpus.told import Told


def find_happenings(tolds: Iterable[Told], families: Families) -> Iterator[Portrait]:
    """The happenings of all events, which come article by article."""
    rarity = Rarity()
    judge = Judge(families, rarity)
    with Shelves() as shelves:
        for events in _runs(tolds):
            for told in events:
                rarity.note(set(find_words(told.text, families)))
            for account in find_accounts(events, families, judge):
                days = [account.days[t.article, t.event] for t in account.tolds]
                shelved = Shelved(anchor(account), account.tolds, [(w.first, w.last, w.kind) for w in days])
                shelves.put(account.family.id, shelved)
        for family in shelves.families:
            yield from sweep((_again(s, families) for s in shelves.take(family)), judge)


def _runs(tolds: Iterable[Told]) -> Iterator[list[Told]]:
    held: list[Told] = []
    for told in tolds:
        if held and held[0].article != told.article:
            yield held
            held = []
        held.append(told)
    if held:
        yield held


def _again(shelved: Shelved, families: Families) -> Portrait:
    """The portrait of an account that was put by."""
    drawn = [draw(t, families, When(*day)) for t, day in zip(shelved.tolds, shelved.days, strict=True)]
    for other in drawn[1:]:
        other.reasons[other.tolds[0].article, other.tolds[0].event] = ("within",)
        join(drawn[0], other)
    return drawn[0]
