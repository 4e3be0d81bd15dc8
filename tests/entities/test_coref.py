"""Coreference of persons and states against our own gold: a floor that may rise."""

from __future__ import annotations

from entities import coref_score

FLOOR = 0.88


def test_gold_marks_every_text() -> None:
    texts = list(coref_score.read_gold())
    assert len(texts) >= 40
    assert all(t.clusters for t in texts)


def test_same_clusters_score_one_and_none_score_nothing() -> None:
    gold = [frozenset({1, 2, 3}), frozenset({4})]
    assert coref_score.f1([(gold, gold)])[2] == 1
    assert coref_score.f1([(gold, [])])[2] == 0


def test_persons_and_states_are_linked() -> None:
    assert coref_score.read_all()[2] >= FLOOR
