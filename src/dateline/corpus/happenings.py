"""A happening and its tellings as rows: the best of what was told of one event, with all its sources."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from dateline.corpus.days import DAY, VAGUE, When, best_when, published_day
from dateline.corpus.disagreements import figures, find_disagreements
from dateline.corpus.portrait import Portrait
from dateline.corpus.told import SIZES, Party, Spot, Told

Row = dict[str, Any]
_STATUS = ("actual", "historical", "future", "hypothetical", "negation")  # the first that some source gives holds
_FINE = {"feature": 0, "city": 0, "region": 1, "country": 2, "": 3}


def rows_of(portrait: Portrait, phrases: Mapping[str, str]) -> tuple[Row, list[Row]]:
    """The row of `happenings` and the rows of `tellings` that a portrait gives."""
    tolds = sorted(portrait.tolds, key=lambda t: (published_day(t), t.article, t.trigger_start, t.event))
    key = _key(tolds)
    best = min(tolds, key=_merit)
    when = _when(portrait)
    disagreements = find_disagreements(tolds, when, portrait.days)
    happening = {
        "happening": key,
        "type": best.type,
        "mode": best.mode or _most(t.mode for t in tolds if t.type == best.type and t.mode),
        "status": best.status if best.status != "historical" else "actual",
        "quad": best.quad,
        "score": best.score,
        **_side("actor", [t.actors for t in tolds]),
        **_side("recipient", [t.recipients for t in tolds]),
        **_date(when, tolds),
        **_place(tolds),
        "tellings": len(tolds),
        "articles": len({t.article for t in tolds}),
        "reports": len({t.story for t in tolds}),
        "sites": sorted({t.site for t in tolds if t.site}),
        **{k: v for name in SIZES for k, v in _range(name, tolds).items()},
        "disputed": any(t.status == "negation" for t in tolds) and best.status != "negation",
        "disagreements": disagreements,
        "text": best.text,
        "article": best.article,
        "event": best.event,
    }
    return happening, _tellings(tolds, key, happening, portrait, phrases)


def _key(tolds: Sequence[Told]) -> str:
    """The first telling's name stands for the happening, so more reports do not rename it."""
    first = min(tolds, key=lambda t: (published_day(t), t.article, t.trigger_start, t.event))
    return hashlib.sha256(f"{first.article}/{first.event}".encode()).hexdigest()[:16]


def _merit(told: Told) -> tuple[object, ...]:
    """What a best telling has: it happened, told as a main event, with day, parties and place; the earliest of equals."""
    missing = (not told.date) + (not told.actors) + (not told.recipients) + (told.place is None)
    return (_STATUS.index(told.status), told.salience != "main", missing, published_day(told), told.article, told.event)


def _when(portrait: Portrait) -> When:
    """The day that most tellings give, of those that say that it happened where there are any."""
    return best_when(portrait.votes)


def _date(when: When, tolds: Iterable[Told]) -> Row:
    if when.kind == VAGUE:
        return {"date": None, "first_day": None, "last_day": None}
    first, last = date.fromordinal(when.first), date.fromordinal(when.last)
    told = Counter(t.date for t in tolds if (t.first_day, t.last_day) == (first, last))
    plain = str(first) if first == last else f"{first}/{last}"
    return {"date": told.most_common(1)[0][0] if told else plain, "first_day": first, "last_day": last}


def _side(of: str, told: Iterable[tuple[Party, ...]]) -> Row:
    """The parties that most tellings name, names before descriptions."""
    votes = Counter(parties for parties in told if parties)
    best = min(votes, key=lambda p: (not _named(p), -votes[p], -sum(len(x.name) for x in p), str(p)), default=())
    return {
        f"{of}s": [p.name for p in best],
        f"{of}_keys": [p.key for p in best],
        f"{of}_countries": [p.country for p in best],
    }


def _named(parties: Iterable[Party]) -> bool:
    return all(p.kind != "group" and p.name.rsplit(" ", 1)[-1][:1].isupper() for p in parties)


def _place(tolds: Sequence[Told]) -> Row:
    votes: Counter[Spot] = Counter(t.place for t in tolds if t.place)
    if not votes:  # of the places of the sentences the one named first: what comes last is often the source's
        votes = Counter(fine[0] for t in tolds if (fine := [s for s in t.near if s.resolution != "country"]))
    if not votes:
        return dict.fromkeys(("place", "place_country", "lat", "lon", "geonames"))
    best = min(votes, key=lambda s: (_FINE.get(s.resolution, 3), -votes[s], s.name))
    return {
        "place": best.name,
        "place_country": best.country or None,
        "lat": best.lat,
        "lon": best.lon,
        "geonames": best.geonames,
    }


def _range(name: str, tolds: Iterable[Told]) -> Row:
    values = [value for value, _ in figures(name, tolds)]
    return {f"{name}_low": min(values, default=None), f"{name}_high": max(values, default=None)}


def _most(values: Iterable[str]) -> str | None:
    votes = Counter(values)
    return min(votes, key=lambda v: (-votes[v], v), default=None)


def _tellings(tolds: Sequence[Told], key: str, happening: Row, portrait: Portrait, phrases: Mapping[str, str]) -> list[Row]:
    rows = []
    seen: set[str] = set()
    for told in tolds:
        rows.append(
            {
                "happening": key,
                "article": told.article,
                "event": told.event,
                "story": told.story,
                "independent": told.story not in seen,
                "status": told.status,
                "day": told.first_day or told.published,
                **{f"size_{name}": getattr(told, name) for name in SIZES},
                "claimed_by": told.claimed_by or None,
                "agrees": _agrees(told, happening, portrait),
                "why": _why(portrait.reasons.get((told.article, told.event)), phrases),
            }
        )
        seen.add(told.story)
    return rows


def _agrees(told: Told, happening: Row, portrait: Portrait) -> bool:
    """Whether a telling says neither that it did not happen, nor another day, nor another number than the last known."""
    if (told.status == "negation") != (happening["status"] == "negation"):
        return False
    own, best = portrait.days.get((told.article, told.event)), _when(portrait)
    if own and own.kind == DAY == best.kind and (own.first > best.last or own.last < best.first):
        return False
    for name in SIZES:
        value, high = getattr(told, name), happening[f"{name}_high"]
        if value is not None and high is not None and value < high * 0.9:
            return False
    return True


def _why(findings: tuple[str, ...] | None, phrases: Mapping[str, str]) -> str:
    if not findings:
        return phrases["first"]
    return "; ".join(phrases.get(name, name) for name in findings if phrases.get(name, name))
