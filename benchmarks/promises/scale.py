"""CPU seconds that following promises costs, on made-up commitments and sentences.

    python benchmarks/promises/scale.py [SENTENCES ...]

One commitment to twenty sentences, by countries as unequal as in the news, with words of a vocabulary of twenty thousand
of which some are far more frequent than others.  Reading the archive is not measured here.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta

from dateline.corpus.pledged import Passage, Pledge
from dateline.corpus.promises import Ledger
from dateline.corpus.told import Party
from dateline.corpus.wording import Wording
from dateline.lexicon import Tables

START = date(2023, 1, 1)
COUNTRIES = [f"C{n:02d}" for n in range(150)]
WEIGHTS = [1 / (n + 1) for n in range(150)]
LETTERS = "abcdefghijklmnopqrstuvwxyz"
WORDS = ["".join(random.Random(n).choices(LETTERS, k=7)) for n in range(20_000)]
FREQUENT = [1 / (n + 20) for n in range(20_000)]


def state(code: str) -> Party:
    """A state of that code."""
    return Party(name=code, kind="state", country=code)


def make_pledges(number: int) -> Iterator[Pledge]:
    """Commitments in the order of their days."""
    chance = random.Random(2)
    days = sorted(chance.randrange(300) for _ in range(number))
    for n, day in enumerate(days):
        by = state(chance.choices(COUNTRIES, WEIGHTS)[0])
        action = " ".join(["deliver", *chance.choices(WORDS, FREQUENT, k=5)])
        yield Pledge(
            article=f"a{n}", commitment="c1", kind="promise", by=(by,), action=action, day=START + timedelta(days=day)
        )


def make_passages(number: int) -> Iterator[Passage]:
    """Sentences in the order of their days."""
    chance = random.Random(3)
    for n in range(number):
        parties = tuple((p, state(code)) for p, code in enumerate(chance.choices(COUNTRIES, WEIGHTS, k=2)))
        text = " ".join(["They", "delivered", *chance.choices(WORDS, FREQUENT, k=18)]) + "."
        yield Passage(
            article=f"b{n // 10}", sentence=n % 10, day=START + timedelta(days=n * 365 // number), text=text, parties=parties
        )


def main() -> None:
    """Prints a line a size."""
    wording = Wording.load(Tables())
    for number in [int(n) for n in sys.argv[1:]] or [50_000, 200_000]:
        pledges, passages = list(make_pledges(number // 20)), list(make_passages(number))
        begun = time.process_time()
        ledger = Ledger(wording)
        ledger.enter(pledges)
        entered = time.process_time()
        ledger.read(passages)
        spent, first = time.process_time() - begun, entered - begun
        rate = f"{first:.1f} + {spent - first:.1f} s of CPU, {spent * 1e6 / number:.0f} s a million sentences"
        print(f"{len(pledges):,} commitments, {number:,} sentences: {rate}")


if __name__ == "__main__":
    main()
