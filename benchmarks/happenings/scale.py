"""CPU seconds and memory that joining events into happenings costs, on made-up events.

    python benchmarks/happenings/scale.py [EVENTS ...]

Countries are as unequal as in the news (a few have most of the events), a happening is told by one to thirty articles of
its own day and the days after, a fifth of all events give no day of their own.  Reading the archive is not measured here.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta

from dateline.corpus.families import Families
from dateline.corpus.joining import find_happenings
from dateline.corpus.told import Party, Spot, Told
from dateline.lexicon import Tables

TYPES = [
    "ASSAULT",
    "CONSULT",
    "AGREE",
    "ACCUSE",
    "REQUEST",
    "AID",
    "SANCTION",
    "COERCE",
    "PROTEST",
    "RETREAT",
    "THREATEN",
    "MOBILIZE",
]
MODES = {"ASSAULT": ["aerial", "heavy-weapons", "firearms", ""], "COERCE": ["arrest", "seize", ""], "CONSULT": ["visit", ""]}
START = date(2023, 1, 1)
WORDS = [f"word{n}" for n in range(20_000)]


def make_events(wanted: int, seed: int = 1) -> Iterator[Told]:
    """Events in the order of their articles, five an article."""
    chance = random.Random(seed)
    countries = [f"C{n:02d}" for n in range(150)]
    weights = [1 / (n + 1) for n in range(150)]
    pending: list[Told] = []
    for number in range(wanted):
        pending.append(_event(number, chance, countries, weights))
    pending.sort(key=lambda t: t.article)
    yield from pending


def _event(number: int, chance: random.Random, countries: list[str], weights: list[float]) -> Told:
    happening = int(number * chance.random() ** 0.5) // 3
    own = random.Random(happening)
    one, other = own.choices(countries, weights, k=2)
    kind = own.choice(TYPES)
    day = START + timedelta(days=own.randrange(365))
    town = own.randrange(30)
    published = day + timedelta(days=chance.choice([0, 0, 1, 1, 2, 7]))
    dated = chance.random() < 0.8
    words = own.sample(WORDS, 8) + chance.sample(WORDS, 8)
    return Told(
        article=f"{chance.randrange(wanted_articles(number)):016x}",
        event=f"e{number}",
        story=f"s{number}",
        published=published,
        type=kind,
        mode=own.choice(MODES.get(kind, [""])),
        actors=(Party(name=one, kind="state", country=one),),
        recipients=(Party(name=other, kind="state", country=other),) if chance.random() < 0.7 else (),
        place=Spot(name=f"T{town}", country=other, resolution="city", lat=town * 1.0, lon=town * 1.0, geonames=town)
        if chance.random() < 0.5
        else None,
        date=str(day) if dated else "",
        first_day=day if dated else None,
        last_day=day if dated else None,
        trigger=own.choice(["struck", "met", "said", "sent"]),
        sentence=chance.randrange(20),
        dead=own.randrange(40) if kind == "ASSAULT" and chance.random() < 0.5 else None,
        text=" ".join(words),
    )


def wanted_articles(number: int) -> int:
    """Five events an article."""
    return max(1, number // 5)


def main() -> None:
    """Prints a line a size."""
    families = Families.load(Tables())
    for wanted in [int(n) for n in sys.argv[1:]] or [20_000, 100_000]:
        events = list(make_events(wanted))
        begun = time.process_time()
        happenings = sum(1 for _ in find_happenings(events, families))
        spent = time.process_time() - begun
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        rate = f"{spent:.1f} s of CPU, {spent * 1e6 / wanted:.0f} s a million"
        print(f"{wanted:>9,} events: {happenings:,} happenings, {rate}, {peak:.0f} MB")


if __name__ == "__main__":
    main()
