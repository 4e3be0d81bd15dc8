"""The passes that join events into happenings and follow promises, over the whole archive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from dateline.corpus.families import Families
from dateline.corpus.happenings import rows_of as happening_rows
from dateline.corpus.joining import find_happenings
from dateline.corpus.promises import Ledger
from dateline.corpus.promises import rows_of as promise_rows
from dateline.corpus.rows import Row, passage_of, pledge_of, told_of
from dateline.corpus.wording import Wording
from dateline.lexicon import Tables
from dateline.store import Linking


def join_happenings(linking: Linking) -> None:
    """Fills `happenings` and `tellings`."""
    families = Families.load(Tables())
    for portrait in find_happenings(map(told_of, linking.rows("told_events")), families):
        happening, told = happening_rows(portrait, families.phrases)
        linking.put("happenings", [happening])
        linking.put("tellings", told)


def follow_promises(linking: Linking) -> None:
    """Fills `promises` and `outcomes`, as they stand on the last day of the archive."""
    wording = Wording.load(Tables())
    ledger = Ledger(wording)
    ledger.enter(map(pledge_of, linking.rows("pledges")))
    last = date.min

    def dated(rows: Iterable[Row]) -> Iterator[Row]:
        nonlocal last
        for row in rows:
            last = max(last, row["day"])
            yield row

    ledger.read(map(passage_of, dated(linking.rows("passages"))))
    days = [f.pledge.day for p in ledger.promises for f in p.told if f.pledge.day]
    asof = max([last, *days])
    for promise in ledger.promises:
        entries, outcomes = promise_rows(promise, asof, wording)
        linking.put("promises", entries)
        linking.put("outcomes", outcomes)
