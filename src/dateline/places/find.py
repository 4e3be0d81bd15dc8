"""The places of one article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dateline.lexicon import Tables
from dateline.places.accept import accepted
from dateline.places.atlas import Atlas
from dateline.places.choose import Choice, choose
from dateline.places.evidence import Witness
from dateline.places.names import Name, find_names
from dateline.places.people import find_surnames
from dateline.places.within import find_within
from dateline.places.words import read_words
from dateline.record import Mention, Place, Reading


class Finder:
    """Finds places; keeps the compiled tables."""

    def __init__(self, tables: Tables) -> None:
        self.atlas = Atlas(tables)
        self.words = read_words(tables)

    def find(self, reading: Reading) -> Sequence[Place]:
        """The places of a reading, in order of first mention, each with all its mentions."""
        names = find_names(reading, self.atlas, self.words)
        if not names:
            return ()
        surnames = find_surnames(reading, self.words)
        witness = Witness(reading.tokens, names, self.atlas, self.words)
        evidence = [witness.weigh(n) for n in names]
        within = find_within(reading.tokens, names, self.atlas, self.words)
        said = frozenset(w.inner for w in within if w.firm and evidence[w.inner].strength != "no")
        keep = accepted(names, evidence, surnames, said, self.words)
        kept = [n for n, keeps in zip(names, keep, strict=True) if keeps]
        within = find_within(reading.tokens, kept, self.atlas, self.words)
        choices = choose(kept, within, self._demonyms(reading), self.atlas)
        return _gather(reading, kept, choices)

    def _demonyms(self, reading: Reading) -> Counter[str]:
        """How often the text uses each country's adjective or people."""
        adjectives = self.atlas.adjectives
        found: Counter[str] = Counter()
        for n, token in enumerate(reading.tokens):
            iso3 = adjectives.get(token.text)
            if iso3 is None and token.text[0].isupper() and n + 1 < len(reading.tokens):
                iso3 = adjectives.get(f"{token.text} {reading.tokens[n + 1].text}")
            if iso3 is not None:
                found[iso3] += 1
        return found


def _gather(reading: Reading, names: Sequence[Name], choices: Sequence[Choice]) -> list[Place]:
    """One place for all names that mean it."""
    mentions: dict[tuple[object, ...], list[Mention]] = {}
    first: dict[tuple[object, ...], Choice] = {}
    for name, choice in zip(names, choices, strict=True):
        span = reading.span(name.start, name.end)
        mentions.setdefault(choice.place.identity, []).append(
            Mention(start=span.start, end=span.end, text=span.text, kind="name")
        )
        first.setdefault(choice.place.identity, choice)
    places = []
    for number, (identity, choice) in enumerate(first.items(), 1):
        p = choice.place
        places.append(
            Place(
                id=f"p{number}",
                name=p.name,
                resolution=p.resolution,
                country=p.country,
                admin1=p.admin1,
                lat=p.lat,
                lon=p.lon,
                geonames=p.geonames,
                mentions=tuple(sorted(mentions[identity])),
                why=choice.why,
            )
        )
    return places
