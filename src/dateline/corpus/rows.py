"""Rows of the archive as what happenings and promises are made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dateline.corpus.pledged import Deed, Passage, Pledge
from dateline.corpus.told import SIZES, Party, Spot, Told

Row = Mapping[str, Any]
_PLAIN = ("article", "event", "story", "type", "status", "trigger", "trigger_start", "sentence", "salience", "text")
_OR_EMPTY = ("site", "mode", "act_type", "act_mode", "date", "claimed_by")
_DAYS = ("published", "first_day", "last_day")


def told_of(row: Row) -> Told:
    """An event's row of `told_events`."""
    plain: dict[str, Any] = {
        **{name: row[name] for name in (*_PLAIN, *_DAYS)},
        **{name: row[name] or "" for name in _OR_EMPTY},
        **{name: row[f"size_{name}"] for name in SIZES},
    }
    return Told(
        **plain,
        quad=row["quad"] or 0,
        score=row["score"] or 0.0,
        actors=parties_of(row, "actors", "actor"),
        recipients=parties_of(row, "recipients", "recipient"),
        place=spot_of(row["spot"]) if row["spot"] else None,
        near=tuple(spot_of(s) for s in row["near"] or ()),
    )


def parties_of(row: Row, names: str, of: str) -> tuple[Party, ...]:
    """Parties from lists of one order."""
    found = row[names] or ()
    columns: list[Sequence[str]] = [row[f"{of}_{what}"] or () for what in ("keys", "kinds", "countries", "sectors")]
    padded = [[*column, *[""] * (len(found) - len(column))] for column in columns]
    return tuple(
        Party(name=name, key=key or "", kind=kind or "", country=country or "", sector=sector or "")
        for name, key, kind, country, sector in zip(found, *padded, strict=False)
    )


def spot_of(place: Row) -> Spot:
    """A place's columns."""
    texts = {name: place[name] or "" for name in ("country", "admin1", "resolution")}
    return Spot(name=place["name"], lat=place["lat"], lon=place["lon"], geonames=place["geonames"], **texts)


def pledge_of(row: Row) -> Pledge:
    """A commitment's row of `pledges`."""
    plain: dict[str, Any] = {
        **{name: row[name] for name in ("article", "commitment", "story", "kind", "action", "due_last", "day")},
        **{name: row[name] or "" for name in ("lead", "due", "due_text", "type", "mode")},
    }
    return Pledge(**plain, by=parties_of(row, "by_names", "by"), to=parties_of(row, "to_names", "to"))


def passage_of(row: Row) -> Passage:
    """A sentence's row of `passages`."""
    parties = ((p["at"], _party(p)) for p in row["parties"] or ())
    return Passage(
        **{name: row[name] for name in ("article", "sentence", "story", "day", "text")},
        before=row["before"] or "",
        statement=row["statement"] or "",
        parties=tuple(sorted(parties, key=lambda p: (p[0], p[1].name))),
        deeds=tuple(_deed(d) for d in sorted(row["deeds"] or (), key=lambda d: (len(d["event"]), d["event"]))),
    )


def _party(row: Row) -> Party:
    return Party(name=row["name"], **{name: row[name] or "" for name in ("key", "kind", "country", "sector")})


def _deed(row: Row) -> Deed:
    texts = {name: row[name] or "" for name in ("happening", "mode")}
    return Deed(
        event=row["event"],
        type=row["type"],
        status=row["status"],
        actors=tuple(
            Party(name=name, country=country or "")
            for name, country in zip(row["actors"] or (), row["countries"] or (), strict=False)
        ),
        **texts,
    )
