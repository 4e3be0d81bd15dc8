"""Which of those with one surname are one person.

Who has one full name, one country and one walk of life is one; who has not is another.  A surname alone is resolved where
one person only can be meant: of the same country, in the same months, in a fitting office.  In doubt people stay apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dateline.corpus.naming import Naming, PersonName
from dateline.corpus.seen import Decided, Seen, Span

_Named = tuple[PersonName, Seen]


class _Person(NamedTuple):
    """Somebody with a full name."""

    key: str
    name: PersonName
    country: str
    circle: str
    rows: list[Seen]


def decide_people(block: Iterable[Seen], naming: Naming) -> list[Decided]:
    """The persons of one surname, in order of key; the same whatever the order of rows."""
    rows = sorted(block, key=lambda r: (r.name, r.country or "", r.sector or "", r.role or "", r.combo))
    named = [(name, row) for row in rows if (name := naming.person(row.name, row.country)) is not None]
    persons: list[_Person] = []
    by_first: dict[str, list[_Named]] = {}
    for name, row in named:
        by_first.setdefault(name.first, []).append((name, row))
    for first, found in sorted(by_first.items()):
        if len(first) > 1:
            persons += _full_names(found, naming)
    left = [(name, row) for name, row in named if len(name.first) < 2]
    others = _short_names(left, persons, naming)
    return sorted(Decided(p.key, tuple(p.rows)) for p in (*persons, *others) if p.rows)


def _full_names(named: list[_Named], naming: Naming) -> list[_Person]:
    """Persons of one first name and surname."""
    countries = sorted({row.country for _, row in named if row.country})
    persons: list[_Person] = []
    homeless: list[_Named] = []
    for country in countries:
        persons += _of_country([(n, r) for n, r in named if r.country == country], country, naming)
    for name, row in named:
        if not row.country:
            fitting = [p for p in persons if _fits(name, row, p, naming)]
            if len(fitting) == 1:
                fitting[0].rows.append(row)
            else:
                homeless.append((name, row))
    return persons + _of_country(homeless, "", naming)


def _of_country(named: list[_Named], country: str, naming: Naming) -> list[_Person]:
    """Persons of one name and country, told apart by middle initials, walk of life and office."""
    middles = sorted({name.middle for name, _ in named if name.middle})
    persons: list[_Person] = []
    for middle in middles if len(middles) > 1 else []:
        rows = [r for n, r in named if n.middle == middle]
        persons += _walks(named[0][0]._replace(middle=middle), country, rows, naming)
    rest = [r for n, r in named if len(middles) < 2 or not n.middle]
    return persons + (_walks(named[0][0]._replace(middle=""), country, rest, naming) if rest else [])


def _walks(name: PersonName, country: str, rows: list[Seen], naming: Naming) -> list[_Person]:
    """One person, or several where the name is seen in several walks of life; who a table knows is one."""
    known = [r for r in rows if r.known]
    circles = sorted({naming.circle(r.sector) for r in rows if not r.known} - {""})
    if known:
        circles = [c for c in circles if c != "public"]
        persons = [_Person(_key(name, country, ""), name, country, "public", known)]
    else:
        persons = []
    if len(circles) < 2 and not known:
        return _offices(name, country, circles[0] if circles else "", rows, naming)
    for circle in circles:
        of_circle = [r for r in rows if not r.known and naming.circle(r.sector) == circle]
        persons += _offices(name, country, circle, of_circle, naming)
    return _give(persons, name, country, [r for r in rows if r not in {*_held(persons)}], naming)


def _offices(name: PersonName, country: str, circle: str, rows: list[Seen], naming: Naming) -> list[_Person]:
    """One person, or several where two offices are held side by side again and again."""
    offices = {role: [r for r in rows if r.role == role] for role in sorted({r.role or "" for r in rows}) if role}
    spans = {role: Span.of(found) for role, found in offices.items() if naming.is_office(role)}
    apart = {
        role
        for role, span in spans.items()
        for other, beside in spans.items()
        if role != other and span.first is not None and beside.first is not None and _interleaved(span, beside)
    }
    label = "" if circle in ("", "public") else circle
    if not apart:
        return [_Person(_key(name, country, label), name, country, circle, rows)]
    persons = [
        _Person(_key(name, country, role.replace(" ", "-")), name, country, circle, offices[role]) for role in sorted(apart)
    ]
    return _give(persons, name, country, [r for r in rows if r.role not in apart], naming)


def _interleaved(one: Span, other: Span) -> bool:
    """Whether each was seen again after the other had begun: an office handed on is not."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return False
    return one.first < other.last and other.first < one.last and one.last != one.first and other.last != other.first


def _give(persons: list[_Person], name: PersonName, country: str, rows: list[Seen], naming: Naming) -> list[_Person]:
    """Gives rows that say little to the one person that was seen in those months; the others are somebody unknown."""
    unknown: list[Seen] = []
    spans = [Span.of(p.rows) for p in persons]  # as they are before: the order of rows must not matter
    given: list[tuple[_Person, Seen]] = []
    for row in rows:
        near = [p for p, s in zip(persons, spans, strict=True) if s.meets(Span.of([row]), within=naming.near)]
        fitting = [p for p in near if not row.sector or not p.circle or naming.circle(row.sector) == p.circle]
        if len(fitting) == 1:
            given.append((fitting[0], row))
        else:
            unknown.append(row)
    for person, row in given:
        person.rows.append(row)
    if unknown:
        persons.append(_Person(_key(name, country, "unknown"), name, country, "", unknown))
    return persons


def _short_names(named: list[_Named], persons: list[_Person], naming: Naming) -> list[_Person]:
    """Initials and surnames alone: those of the persons that they can be, or somebody of that country and role."""
    given: list[tuple[_Person, Seen]] = []
    found: dict[str, _Person] = {}
    spans = {p.key: Span.of(p.rows) for p in persons}
    for name, row in named:
        fitting = [
            p
            for p in persons
            if _fits(name, row, p, naming)
            and (row.country or _same_role(row, p))
            and spans[p.key].meets(Span.of([row]), within=naming.near)
        ]
        if len(fitting) > 1 and row.role:
            fitting = [p for p in fitting if _same_role(row, p)]
        if len(fitting) == 1:
            given.append((fitting[0], row))
        elif row.known or (row.country and (row.role or name.first)):
            label = "" if row.known else (row.role or "").replace(" ", "-")
            key = _key(name, row.country or "", label)
            found.setdefault(key, _Person(key, name, row.country or "", naming.circle(row.sector), [])).rows.append(row)
    for person, row in given:
        person.rows.append(row)
    return list(found.values())


def _fits(name: PersonName, row: Seen, person: _Person, naming: Naming) -> bool:
    """Whether a row may be about a person: name, country and walk of life do not speak against it."""
    circle = naming.circle(row.sector)
    return (
        (not name.first or person.name.first.startswith(name.first))
        and (not name.middle or not person.name.middle or name.middle == person.name.middle)
        and (not row.country or row.country == person.country)
        and (not circle or not person.circle or circle == person.circle)
    )


def _same_role(row: Seen, person: _Person) -> bool:
    return bool(row.role) and any(r.role == row.role for r in person.rows)


def _held(persons: list[_Person]) -> Iterator[Seen]:
    for person in persons:
        yield from person.rows


def _key(name: PersonName, country: str, label: str) -> str:
    """`person:sergei-lavrov@RUS`, and `#` with what tells namesakes apart."""
    words = "-".join(part for part in (name.first, name.middle, name.surname) if part)
    return f"person:{words}@{country}{'#' + label if label else ''}"
