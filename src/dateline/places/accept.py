"""Decides which names are meant as places at all."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.places.atlas import Candidate
from dateline.places.evidence import Evidence
from dateline.places.names import Name
from dateline.places.words import Words

# How well known (see `Candidate.weight`) a place must be to be taken without evidence, by what else its name means.
_ALONE = {"word": 6.3, "surname": 5.6, "first": 5.6}
_PLAIN = 4.3  # a name that means nothing else: a town of 20,000
_OWN = 5.0


def accepted(
    names: Sequence[Name], evidence: Sequence[Evidence], surnames: frozenset[str], qualified: frozenset[int], words: Words
) -> list[bool]:
    """For each name whether it is a place; `qualified` numbers those that the text places ("X, Ohio")."""
    sure: set[str] = set()
    first: list[bool] = []
    for number, (name, found) in enumerate(zip(names, evidence, strict=True)):
        takes = _alone(name, found, surnames, number in qualified, words)
        if takes and (found.strength == "strong" or number in qualified):
            sure.add(name.key)
        first.append(takes)
    return [
        takes or (found.strength != "no" and name.key in sure)
        for name, found, takes in zip(names, evidence, first, strict=True)
    ]


def _alone(name: Name, found: Evidence, surnames: frozenset[str], qualified: bool, words: Words) -> bool:
    if found.strength == "no":
        return False
    best = name.candidates[0]
    classes = words.ordinary.get(name.key, frozenset())
    if qualified:
        return True
    if best.kind in {"country", "world"} and "first" not in classes:
        return True
    if name.key in surnames and best.weight < 7:
        return found.strength == "strong" and found.why in {"'in'", "'near'", "'outside'"}
    if found.strength == "strong":
        return _fits(best, classes)
    return best.weight >= _needed(best, classes)


def _fits(best: Candidate, classes: frozenset[str]) -> bool:
    """Whether a preposition is enough: "in Marib" is, "in Focus" is not."""
    return "word" not in classes or best.weight >= 4.5


def _needed(best: Candidate, classes: frozenset[str]) -> float:
    if not classes:
        return _OWN if best.own else _PLAIN
    return max(_ALONE[c] for c in classes)
