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
    names: Sequence[Name],
    evidence: Sequence[Evidence],
    surnames: frozenset[str],
    qualified: frozenset[int],
    lists: Sequence[Sequence[int]],
    words: Words,
) -> list[bool]:
    """For each name whether it is a place.

    `qualified` numbers those that the text places ("X, Ohio"), `lists` those that stand together ("Homs, Hama and X").
    """
    people = surnames | {n.word for n, e in zip(names, evidence, strict=True) if e.why.startswith("a person")}
    takes = [
        _alone(name, found, people, number in qualified, words)
        for number, (name, found) in enumerate(zip(names, evidence, strict=True))
    ]
    strong = [t and (e.strength == "strong" or n in qualified) for n, (t, e) in enumerate(zip(takes, evidence, strict=True))]
    for members in lists:
        sure_list = any(strong[m] for m in members) or sum(takes[m] for m in members) > 1
        lands = {names[m].candidates[0].country for m in members if takes[m]}
        for m in members:
            meant = sure_list or any(c.country in lands and c.weight > 4 for c in names[m].candidates)
            takes[m] = takes[m] or (meant and evidence[m].strength != "no" and names[m].word not in people)
    sure = {name.word for name, is_strong in zip(names, strong, strict=True) if is_strong}
    return [t or (e.strength != "no" and n.word in sure) for n, e, t in zip(names, evidence, takes, strict=True)]


def _alone(name: Name, found: Evidence, surnames: frozenset[str], qualified: bool, words: Words) -> bool:
    if found.strength == "no":
        return False
    best = name.candidates[0]
    classes = words.ordinary.get(name.word, frozenset())
    if best.secondary and classes and best.weight < 7:
        return False  # "the Godfather of Soul" does not speak of Seoul
    if qualified:
        return True
    if best.kind in {"country", "world"} and "first" not in classes:
        return True
    if name.word in surnames and best.weight < 8.5:
        return found.strength == "strong" and found.why in {"'in'", "'near'", "'outside'"}
    if found.strength == "strong":
        return _fits(best, classes)
    return best.weight >= _needed(name, best, classes)


def _fits(best: Candidate, classes: frozenset[str]) -> bool:
    """Whether a preposition is enough: "in Marib" is, "in Focus" and "at Jacob's" are not."""
    if not classes:
        return True
    if "word" in classes:
        return best.weight >= 4.5
    return best.weight >= (4.3 if "first" in classes else 2.5)


def _needed(name: Name, best: Candidate, classes: frozenset[str]) -> float:
    if classes:
        return max(_ALONE[c] for c in classes)
    if name.word.count(" ") and (best.kind in {"admin2", "admin1"} or best.own):
        return 0.0  # "Jefferson Parish", "Golan Heights" mean nothing else
    return _OWN if best.own else _PLAIN
