"""The places of one article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from dateline.lexicon import Tables
from dateline.places.accept import accepted
from dateline.places.atlas import Atlas
from dateline.places.choose import Choice, choose
from dateline.places.evidence import Evidence, Witness
from dateline.places.filed import find_filed
from dateline.places.names import Name, chains, find_names, narrow_names
from dateline.places.people import find_bodies, find_surnames
from dateline.places.unknown import Unknown, find_unknown
from dateline.places.within import Within, find_within
from dateline.places.words import read_words
from dateline.record import Mention, Place, Reading


class Finder:
    """Finds places; keeps the compiled tables."""

    def __init__(self, tables: Tables) -> None:
        self.atlas = Atlas(tables)
        self.words = read_words(tables)

    def find(self, reading: Reading) -> Sequence[Place]:
        """The places of a reading, in order of first mention, each with all its mentions."""
        names = narrow_names(reading.tokens, find_names(reading, self.atlas, self.words), self.words)
        filed = find_filed(reading, self.atlas)
        if not names and not filed:
            return ()
        surnames = find_surnames(reading, self.words)
        witness = Witness(reading.tokens, names, find_bodies(reading), self.atlas, self.words)
        evidence = [witness.weigh(n) for n in names]
        within = find_within(reading.tokens, names, self.atlas, self.words)
        firm = [w for w in within if w.firm and evidence[w.inner].strength != "no"]
        said = frozenset(n for w in firm for n in (w.inner, w.outer))
        lists = chains(reading.tokens, names, self.words)
        keep = accepted(names, evidence, surnames, said, lists, self.words)
        kept = [n for n, keeps in zip(names, keep, strict=True) if keeps]
        within = find_within(reading.tokens, kept, self.atlas, self.words)
        lists = chains(reading.tokens, kept, self.words)
        demonyms = self._demonyms(reading)
        kept, within, lists = _after(filed, kept, within, lists)
        choices = choose(kept, within, lists, demonyms, self.atlas)
        evidence_of = {n.start: e for n, e in zip(names, evidence, strict=True)}
        kept, choices = self._without_strays(kept, choices, evidence_of, demonyms)
        unknown = find_unknown(reading, kept, choices, surnames, self.atlas.adjectives, self.words)
        return _gather(reading, kept, choices, unknown)

    def _without_strays(
        self, names: list[Name], choices: list[Choice], evidence: dict[int, Evidence], demonyms: Mapping[str, int]
    ) -> tuple[list[Name], list[Choice]]:
        """Drops small towns of countries that nothing else in the text points to, where no word beside them does either.

        "Zara opened a shop in Madrid" does not speak of a town in Turkey.
        """
        countries = {c.place.country for c in choices if not _is_small(c)} | set(demonyms)
        if not countries:
            return names, choices
        sure = {n.word for n in names if n.start not in evidence or evidence[n.start].strength == "strong"}
        kept = [
            (n, c)
            for n, c in zip(names, choices, strict=True)
            if not countries
            or n.word in sure
            or not _is_small(c)
            or c.place.country in countries
            or c.why.startswith("the text")
        ]
        return [n for n, _ in kept], [c for _, c in kept]

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


def _after(
    filed: list[Name], names: list[Name], within: list[Within], lists: list[list[int]]
) -> tuple[list[Name], list[Within], list[list[int]]]:
    """The dateline's names before all others, and the numbers moved to match."""
    n = len(filed)
    moved = [w._replace(inner=w.inner + n, outer=w.outer + n) for w in within]
    return [*filed, *names], moved, [[m + n for m in members] for members in lists]


def _is_small(choice: Choice) -> bool:
    return choice.place.weight < 5 and not choice.place.own


def _gather(reading: Reading, names: Sequence[Name], choices: Sequence[Choice], unknown: Sequence[Unknown]) -> list[Place]:
    """One place for all names that mean it, in order of first mention."""
    covered = [(u.start, u.end) for u in unknown]
    found: dict[tuple[object, ...], Place] = {}
    mentions: dict[tuple[object, ...], list[Mention]] = {}
    for name, choice in zip(names, choices, strict=True):
        if any(start < name.end and name.start < end for start, end in covered):
            continue
        identity = choice.place.identity
        mentions.setdefault(identity, []).append(_mention(reading, name.start, name.end))
        found.setdefault(identity, _place(choice))
    for u in unknown:
        identity = ("unknown", u.kind, u.key)
        mentions.setdefault(identity, []).append(_mention(reading, u.start, u.end))
        found.setdefault(identity, _unknown_place(u))
    order = sorted(found, key=lambda i: min(mentions[i]))
    return [
        replace(found[identity], id=f"p{number}", mentions=tuple(sorted(mentions[identity])))
        for number, identity in enumerate(order, 1)
    ]


def _mention(reading: Reading, start: int, end: int) -> Mention:
    span = reading.span(start, end)
    return Mention(start=span.start, end=span.end, text=span.text, kind="name")


def _place(choice: Choice) -> Place:
    p = choice.place
    return Place(
        id="",
        name=p.name,
        resolution=p.resolution,
        country=p.country,
        admin1=p.admin1,
        lat=p.lat,
        lon=p.lon,
        geonames=p.geonames,
        why=choice.why,
    )


def _unknown_place(u: Unknown) -> Place:
    p = u.beside.place
    return Place(
        id="",
        name=u.key,
        resolution="feature" if u.kind == "site" else "city",
        country=p.country,
        admin1=p.admin1 or (p.name if p.kind in {"division", "admin1"} else None),
        lat=p.lat,
        lon=p.lon,
        why=f"in no table; put at {p.name}, the place named beside it",
    )
