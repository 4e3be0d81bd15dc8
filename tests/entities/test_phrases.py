"""A tree of phrases gives the longest first."""

from __future__ import annotations

from dateline.entities.phrases import Phrases


def test_longest_phrase_comes_first() -> None:
    tree: Phrases[str] = Phrases()
    tree.add(["united"], "a")
    tree.add(["united", "nations"], "b")
    tree.add(["united", "nations"], "c")
    words = ["the", "united", "nations", "said"]
    assert [(h.end, h.values) for h in tree.hits(words, 1)] == [(3, ("b", "c")), (2, ("a",))]
    assert tree.hits(words, 0) == []


def test_put_replaces_and_exactly_does_not_reach_further() -> None:
    tree: Phrases[int] = Phrases()
    tree.add(["red", "army"], 1)
    tree.put(["red", "army"], 2)
    assert tree.exactly(["red", "army"]) == (2,)
    assert tree.exactly(["red"]) == ()
    assert tree.singles() == frozenset()
