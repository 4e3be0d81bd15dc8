"""The floor of the figures on the project's own gold of statements."""

from __future__ import annotations

from collections import Counter

import pytest

from scorer import load_scorer, read_half

FLOORS = {0: 80, 1: 93}  # content F1: held half (even ids), tuning half


@pytest.mark.parametrize("half", sorted(FLOORS))
def test_content_f1_stays_above_its_floor(half: int) -> None:
    score = load_scorer("statements")
    tally: Counter[str] = Counter()
    for record, gold, text in read_half(score, half):
        score.count(record, gold, text, tally, show=False)
    assert score.rate(2 * tally["content"], tally["found"] + tally["gold"]) >= FLOORS[half]
