"""What a sentence is a matter of: politics, or sport, a disaster, business, entertainment, private crime.

The words of `tables/events/domains.toml` are counted in the sentence and, weaker, over the article.  An event told in a
sentence that speaks more of another matter than of politics is no political event, whatever its verb: "South Africa
attacked from the start of the second innings".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import msgspec

from dateline.events.phrases import Phrases
from dateline.events.sheet import Sheet
from dateline.lexicon import TableError, Tables
from dateline.record import Sentence

_POLITICS = "politics"
_TELLING, _HINTING = 3, 1
_MOST_HINTS = 2
_ENOUGH = 3.0  # what a sentence must say of a matter, its article's mean counted in, to be a matter of it
_MOST_FROM_ARTICLE = 3.0
_FIELDS = {"name", "means", "types", "spared", "needs_actor", "doers", "telling", "hinting"}


class Domain(msgspec.Struct, frozen=True):
    """One matter: which event types it takes, which parties make an event public all the same."""

    name: str
    types: frozenset[str]
    spared: frozenset[str]
    needs_actor: bool
    doers: Mapping[str, frozenset[str]]


class Domains(msgspec.Struct, frozen=True):
    """All matters, and the weight that words have for each by its number."""

    domains: tuple[Domain, ...]
    phrases: Phrases[tuple[int, int]]

    @classmethod
    def load(cls, tables: Tables) -> Domains:
        """From `tables/events/domains.toml`; none where an ontology has no such table.  Raises TableError."""
        name = "events/domains.toml"
        rows = tables.toml(name).get("domain", []) if tables.files(name) else []
        entries: list[tuple[str, tuple[int, int]]] = []
        for number, row in enumerate(rows):
            _check(row, name)
            for field, weight in (("telling", _TELLING), ("hinting", _HINTING)):
                entries += [(word, (number, weight)) for word in row.get(field, ())]
        return cls(tuple(_domain(row) for row in rows), Phrases(entries))


def _check(row: Mapping[str, Any], name: str) -> None:
    unknown = set(row) - _FIELDS
    if unknown or "name" not in row:
        what = f"unknown field '{sorted(unknown)[0]}'" if unknown else "a domain without a name"
        raise TableError(name, 0, what, f"fields are {', '.join(sorted(_FIELDS))}")


def _domain(row: Mapping[str, Any]) -> Domain:
    return Domain(
        row["name"],
        frozenset(row.get("types", ())),
        frozenset(row.get("spared", ())),
        row.get("needs_actor", False),
        {name: frozenset(sectors) for name, sectors in row.get("doers", {}).items()},
    )


class Matter(NamedTuple):
    """A matter that is no politics, and the words that say so."""

    domain: Domain
    words: tuple[str, ...]


class Matters:
    """The matters of one article, sentence by sentence, weighed when first asked for."""

    def __init__(self, sheet: Sheet, known: Domains) -> None:
        self._sheet = sheet
        self._known = known
        self._scores: list[list[float]] | None = None
        self._mean: list[float] = []

    def of(self, sentence: Sentence) -> list[Matter]:
        """The matters other than politics that a sentence speaks more of than of politics."""
        domains = self._known.domains
        if not domains:
            return []
        if self._scores is None:
            self._weigh()
        assert self._scores is not None
        own = [s + m for s, m in zip(self._scores[sentence.number], self._mean, strict=True)]
        politics = max((w for d, w in zip(domains, own, strict=True) if d.name == _POLITICS), default=0.0)
        return [
            Matter(d, self._words(sentence, n))
            for n, d in enumerate(domains)
            if d.name != _POLITICS and own[n] >= _ENOUGH and own[n] > politics
        ]

    def _weigh(self) -> None:
        sentences = self._sheet.reading.sentences
        self._scores = [self._score(s) for s in sentences]
        size = max(1, len(sentences))
        sums = [sum(s[n] for s in self._scores) for n in range(len(self._known.domains))]
        self._mean = [min(total / size, _MOST_FROM_ARTICLE) for total in sums]

    def _score(self, sentence: Sentence) -> list[float]:
        scores, hints = ([0.0] * len(self._known.domains) for _ in range(2))
        seen: set[tuple[str, int, int]] = set()
        tokens = self._sheet.tokens
        for i in range(sentence.first, sentence.last):
            for number, weight in self._known.phrases.at(tokens, i):
                if weight == _TELLING and tokens[i].pos == "VERB":  # "stormed the palace" tells of no weather
                    continue
                key = tokens[i].lemma, number, weight
                if key not in seen:
                    seen.add(key)
                    (hints if weight == _HINTING else scores)[number] += weight
        return [s + min(h, _MOST_HINTS) for s, h in zip(scores, hints, strict=True)]

    def _words(self, sentence: Sentence, number: int) -> tuple[str, ...]:
        tokens = self._sheet.tokens
        found = {
            tokens[i].lower: None
            for i in range(sentence.first, sentence.last)
            for n, _ in self._known.phrases.at(tokens, i)
            if n == number
        }
        return tuple(found)


def takes(matter: Matter, name: str, actors: Sequence[str], recipients: Sequence[str], *, acted: bool) -> bool:
    """Whether a matter takes an event of this type: not one that a public party has part in, or whose doer is named.

    `actors` and `recipients` are sectors, with "state" for a state; `acted`: somebody is named to have done it.
    """
    domain = matter.domain
    if domain.types and name not in domain.types:
        return False
    if domain.spared.intersection((*actors, *recipients)):
        return False
    if name in domain.doers:
        return not domain.doers[name].intersection(actors)
    return not (domain.needs_actor and acted)
