"""The floor of the figures on the project's own gold of commitments."""

from __future__ import annotations

from collections import Counter

import pytest

from scorer import load_scorer, read_half

FLOORS = {0: 77, 1: 93}  # held half (even ids), tuning half


@pytest.mark.parametrize("half", sorted(FLOORS))
def test_f1_stays_above_its_floor(half: int) -> None:
    score = load_scorer("commitments")
    tally: Counter[str] = Counter()
    for record, gold, _ in read_half(score, half):
        score.count(record, gold, tally, show=False)
    assert score.f1(tally["right"], tally["found"], tally["gold"])[2] >= FLOORS[half]
