"""One event in many reports: accounts joined into happenings, day by day.

Accounts come in the order of their days.  Each is held against the happenings that share a country with it on its days
(or, where it gives no day, a name or a pair of countries in its months), and joins the likeliest, if likely enough.  What is
held against it is all that was told of a happening, and its day is what most stories say: so nothing creeps from one day
to the next.  What lies too far back to be met again is given out and forgotten, so memory is bounded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dateline.corpus.days import COARSE, DAY, VAGUE
from dateline.corpus.likeness import Judge, Likeness
from dateline.corpus.portrait import Portrait, final, join

Key = tuple[str, ...]
Shelf = dict[int, dict[Key, list[Portrait]]]
_KEPT = 400  # days for which a happening can be met again
_ALONE = 60  # days for which one can be met again that a single story told
_MONTH = 30
_OFTEN = 300  # of the happenings under one key the newest so many are looked at
_LONG = 10  # days over which a search goes day by day


def anchor(account: Portrait) -> int:
    """The day at which an account is dealt with: when all that it may speak of has been seen."""
    when = account.when
    return when.first if when.kind == DAY else when.last


def sweep(accounts: Iterable[Portrait], judge: Judge) -> Iterator[Portrait]:
    """The happenings.  `accounts` are of one family and in the order of `anchor`."""
    days: Shelf = {}
    months: Shelf = {}
    begun: dict[int, list[Portrait]] = {}
    today = 0
    for account in accounts:
        if anchor(account) != today:
            yield from _let_go(begun, today - _ALONE, anchor(account) - _ALONE, alone=True)
            yield from _let_go(begun, today - _KEPT, anchor(account) - _KEPT, alone=False)
            if anchor(account) // _MONTH != today // _MONTH:
                _clear(months, (anchor(account) - _KEPT) // _MONTH)
                _thin(months)
            today = anchor(account)
            _clear(days, today - _LONG - 1)
        happening = _place(account, _candidates(account, days, months), judge)
        if happening is account:
            begun.setdefault(today, []).append(account)
        _shelve(happening, account, days, months)
    for day in sorted(begun):
        yield from (h for h in begun[day] if h.merged is None)


def _let_go(begun: dict[int, list[Portrait]], since: int, until: int, *, alone: bool) -> Iterator[Portrait]:
    """Gives out what began in these days and cannot be met any more; `alone`: what only one story told."""
    for day in sorted(d for d in begun if d < until and (d >= since or not alone)):
        here = [h for h in begun.pop(day) if h.merged is None]
        kept = [h for h in here if alone and len({t.story for t in h.tolds}) > 1]
        if kept:
            begun[day] = kept
        for happening in here:
            if happening not in kept:
                happening.closed = True
                yield happening


def _clear(shelf: Shelf, old: int) -> None:
    """Takes away what nothing will look for any more."""
    for number in [n for n in shelf if n < old]:
        del shelf[number]


def _thin(shelf: Shelf) -> None:
    """Takes away what was given out."""
    for number, keys in shelf.items():
        left = {key: [h for h in there if not final(h).closed] for key, there in keys.items()}
        shelf[number] = {key: there for key, there in left.items() if there}


def _place(account: Portrait, candidates: Iterable[Portrait], judge: Judge) -> Portrait:
    """Joins the account to the likeliest happening; it is one itself where none is likely enough."""
    threshold = account.family.threshold
    likely: list[tuple[float, int, Portrait, Likeness]] = []
    for number, happening in enumerate(candidates):
        found = judge.compare(happening, account)
        if found.score >= threshold:
            likely.append((-found.score, number, happening, found))
    if not likely:
        return account
    likely.sort(key=lambda found: found[:2])
    _, _, best, why = likely[0]
    for told in account.tolds:
        account.reasons.setdefault((told.article, told.event), why.findings)
    join(best, account)
    for _, _, other, _ in likely[1:]:
        if judge.compare(best, other).score >= threshold:
            join(best, other)
    return best


def _candidates(account: Portrait, days: Shelf, months: Shelf) -> list[Portrait]:
    """The happenings that may be meant, each once, the oldest first."""
    when = account.when
    found: dict[int, Portrait] = {}
    by_day = when.kind == DAY or when.last - when.first <= _LONG
    shelf = days if by_day else months
    keys = broad_keys(account, looking=True) if by_day else narrow_keys(account)
    spread = range(when.first - 1, when.last + 2) if by_day else range(when.first // _MONTH, when.last // _MONTH + 1)
    if len(spread) > len(shelf):
        spread = sorted(n for n in shelf if spread.start <= n < spread.stop)  # type: ignore[assignment]
    for number in spread:
        there = shelf.get(number)
        if there:
            for key in keys:
                for happening in there.get(key, ())[-_OFTEN:]:
                    last = final(happening)
                    if not last.closed:
                        found.setdefault(id(last), last)
    return list(found.values())


def _shelve(
    happening: Portrait,
    account: Portrait,
    days: Shelf,
    months: Shelf,
) -> None:
    """Puts a happening where later accounts will look for it."""
    when = account.when
    if when.kind != COARSE and when.last - when.first <= _LONG:
        for day in range(when.first, when.last + 1):
            _put(days.setdefault(day, {}), broad_keys(account, looking=False), happening)
    if not (when.kind == VAGUE and when.last - when.first > _LONG):
        for month in range(when.first // _MONTH, when.last // _MONTH + 1):
            _put(months.setdefault(month, {}), narrow_keys(account), happening)


def _put(shelf: dict[Key, list[Portrait]], keys: Iterable[Key], happening: Portrait) -> None:
    for key in keys:
        there = shelf.setdefault(key, [])
        if not there or there[-1] is not happening:
            there.append(happening)


def broad_keys(account: Portrait, *, looking: bool) -> list[Key]:
    """What accounts of one day must share: two countries where both have two, else one; a town or a name without a country.

    An account that names no country is held against all of its days.
    """
    parties = account.actors | account.recipients
    countries = sorted({p.country for p in parties if p.country} | account.lands)
    keys: list[Key] = [("name", p.key or p.name.lower()) for p in parties if not p.country]
    keys += [("spot", s.name, s.country) for s in account.spots]
    if not countries:
        return [*sorted(set(keys)), *([("nowhere",), ("anywhere",)] if looking else [("nowhere",)])]
    keys += pairs(countries)
    if len(countries) == 1 or looking:
        keys += [("solo", c) for c in countries]
    if len(countries) > 1 or looking:
        keys += [("wide", c) for c in countries if len(countries) == 1 or not looking]
    return [*sorted(set(keys)), ("nowhere",) if looking else ("anywhere",)]


def pairs(countries: Sequence[str]) -> list[Key]:
    """Every two of them."""
    return [("pair", a, b) for n, a in enumerate(countries) for b in countries[n + 1 :]]


def narrow_keys(account: Portrait) -> list[Key]:
    """What accounts without a day must share: a person or body, a town, or two countries."""
    parties = account.actors | account.recipients
    keys: set[Key] = {("name", p.key or p.name.lower()) for p in parties if p.kind != "state"}
    keys |= {("spot", s.name, s.country) for s in account.spots if s.resolution != "country"}
    countries = sorted({p.country for p in parties if p.country})
    return sorted(keys | set(pairs(countries)))
