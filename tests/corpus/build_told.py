"""Events as articles tell them, and what follows promises, built by hand."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from dateline.corpus.families import Families
from dateline.corpus.joining import find_happenings
from dateline.corpus.told import Party, Spot, Told
from dateline.corpus.wording import Wording
from dateline.lexicon import Tables

ISRAEL = Party(name="Israel", kind="state", country="ISR")
ARMY = Party(name="Israeli army", kind="organization", country="ISR", sector="MIL")
SYRIA = Party(name="Syria", kind="state", country="SYR")
HOMS = Spot(name="Homs", country="SYR", admin1="Homs", resolution="city", lat=34.73, lon=36.71, geonames=169577)
ALEPPO = Spot(name="Aleppo", country="SYR", admin1="Aleppo", resolution="city", lat=36.20, lon=37.16, geonames=170063)


@cache
def families() -> Families:
    return Families.load(Tables())


@cache
def wording() -> Wording:
    return Wording.load(Tables())


def told(article: str, day: str | None, *, published: str | None = None, event: str = "e1", **more: Any) -> Told:
    """An air strike by Israel on Homs, but for what is given otherwise."""
    first = date.fromisoformat(day) if day else None
    fields: dict[str, Any] = {
        "story": article,
        "site": f"{article}.example",
        "published": date.fromisoformat(published) if published else first,
        "type": "ASSAULT",
        "mode": "aerial",
        "quad": 4,
        "score": -9.5,
        "actors": (ISRAEL,),
        "recipients": (SYRIA,),
        "place": HOMS,
        "date": day or "",
        "first_day": first,
        "last_day": first,
        "trigger": "bombed",
        "text": "Israel bombed an airfield near Homs.",
    }
    return Told(article=article, event=event, **(fields | more))


def joined(*tolds: Told) -> list[set[str]]:
    """The articles of each happening that these give."""
    ordered = sorted(tolds, key=lambda t: (t.article, t.trigger_start))
    return sorted(({t.article for t in h.tolds} for h in find_happenings(ordered, families())), key=sorted)
