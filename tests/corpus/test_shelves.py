"""Accounts put by come back in the order of their days."""

from __future__ import annotations

from corpus.build_told import told
from dateline.corpus.shelves import Shelved, Shelves


def test_accounts_come_back_in_the_order_of_their_days() -> None:
    anchors = [738950, 738000, 738949, 738951, 738500] * 900
    with Shelves() as shelves:
        for number, anchor in enumerate(anchors):
            shelves.put("force", Shelved(anchor, [told(f"a{number:05d}", "2024-03-04")], [(anchor, anchor, 0)]))
        shelves.put("aid", Shelved(1, [told("z", "2024-03-04")], [(1, 1, 0)]))
        assert shelves.families == ["aid", "force"]
        back = list(shelves.take("force"))
    assert [a.anchor for a in back] == sorted(anchors)
    assert [a.tolds[0].article for a in back[:3]] == ["a00001", "a00006", "a00011"]
