"""Compiles the room's tables into lookups by first word."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from dateline.entities.named import Codes, Figure, Homonym, Modifier, Named, Noun, Office, Title, Use
from dateline.entities.phrases import Phrases
from dateline.entities.spelling import fold, keys_of, words_of
from dateline.lexicon import Row, Tables
from dateline.record.entity import EntityKind

_INTERNATIONAL = frozenset({"IGO", "NGO", "MNC", "IMG", "ISM", "UNO", "EUR"})
_NUMERAL = re.compile(r"[ivx]{1,4}")
_KEPT = frozenset({"dos", "das", "bin", "ibn"})  # "dos Santos" is never Santos, Khalifa bin Salman never Salman
_MINOR = "cabinets"  # how the files of lesser offices begin
_SHARED = ("shared", "of several states")  # how the note of such a row opens


@dataclass(slots=True)
class Knowledge:
    """All the room knows, compiled once a reader."""

    names: Phrases[Named] = field(default_factory=Phrases)
    surnames: dict[str, list[Figure]] = field(default_factory=dict)
    figures: dict[str, Figure] = field(default_factory=dict)
    states: dict[str, Named] = field(default_factory=dict)
    titles: Phrases[Title] = field(default_factory=Phrases)
    nouns: Phrases[Noun] = field(default_factory=Phrases)
    endings: dict[str, Noun] = field(default_factory=dict)
    modifiers: dict[str, Modifier] = field(default_factory=dict)
    homonyms: dict[str, Homonym] = field(default_factory=dict)
    given_names: dict[str, str] = field(default_factory=dict)
    words: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))  # an unknown list is empty


def load_knowledge(tables: Tables) -> Knowledge:
    """Reads every table of the room.  Raises TableError for a bad row."""
    know = Knowledge()
    _load_states(tables, know)
    _load_bodies(tables, know)
    _load_people(tables, know)
    _load_titles(tables, know)
    _load_nouns(tables, know)
    for row in tables.rows("entities/modifiers.tsv"):
        know.modifiers[fold(row["word"])] = Modifier(row["word"], row["effect"], row["sector"])
    for row in _rows(tables, "entities/homonyms.tsv"):
        cues, against = (frozenset(map(fold, row.many(c))) for c in ("cues", "against"))
        know.homonyms[fold(row["name"])] = Homonym(row["country"], cues, against)
    for row in _rows(tables, "entities/given_names.tsv"):
        know.given_names[fold(row["name"])] = row["gender"]
    for row in tables.rows("entities/words.tsv"):
        know.words[row["list"]][row["word"]] = row["value"]
    return know


def _rows(tables: Tables, name: str) -> list[Row]:
    """The rows of a table that a build may lack."""
    return tables.rows(name) if tables.files(name) else []


def _add(
    know: Knowledge,
    spelling: str,
    use: Use,
    kind: EntityKind,
    name: str,
    codes: Codes,
    *,
    figure: Figure | None = None,
    region: bool = False,
    shared: bool = False,
) -> None:
    words = words_of(spelling)
    if words and words[0] in {"The", "the"} and len(words) > 1:
        words = words[1:]
    if words and "led" not in words:  # "US-led coalition" is composed: its country is the leader's
        know.names.add([fold(w) for w in words], Named(use, kind, name, codes, tuple(words), figure, region, shared))


def _load_states(tables: Tables, know: Knowledge) -> None:
    for row in _rows(tables, "entities/states.tsv"):
        iso, name = row["iso3"], row["name"]
        codes = Codes(country=iso, why=f"states.tsv: {name}")
        uses: tuple[tuple[str, Use], ...] = (
            ("others", "name"), ("adjectives", "adjective"), ("people", "people"), ("capital", "capital"), ("seats", "seat"),
        )  # fmt: skip
        _add(know, name, "name", "state", name, codes)
        for column, use in uses:
            for spelling in row.many(column):
                _add(know, spelling, use, "state", name, codes)
        know.states[iso] = Named("name", "state", name, codes, tuple(words_of(name)))
    for row in _rows(tables, "entities/territories.tsv"):
        name = row["name"]
        codes = Codes(row["country"] or None, None, tuple(row.many("other_sectors")), f"territories.tsv: {name}")
        region = not codes.others  # what some states recognise acts as states do
        _add(know, name, "name", "state", name, codes, region=region)
        for column, use in uses[:3]:
            for spelling in row.many(column):
                _add(know, spelling, use, "state", name, codes, region=region)


def _load_bodies(tables: Tables, know: Knowledge) -> None:
    files: tuple[tuple[str, EntityKind], ...] = (
        ("organizations", "organization"),
        ("groups", "group"),
        ("peoples", "group"),
    )
    for file, kind in files:
        for row in _rows(tables, f"entities/{file}.tsv"):
            name = row["name"]
            why = f"{file}.tsv: {name}"
            sector = row["sector"] or (row["kind"] if row.get("kind") in _INTERNATIONAL else None)
            codes = Codes(row["country"] or None, sector or None, tuple(row.many("other_sectors")), why)
            use: Use = "people" if file == "peoples" else "name"
            shared = row.get("note", "").startswith(_SHARED)
            for spelling in (name, *row.many("others")):
                _add(know, spelling, use, kind, name, codes, shared=shared)


def _load_people(tables: Tables, know: Knowledge) -> None:
    offices: dict[str, list[Office]] = {}
    spellings: dict[str, dict[str, bool]] = {}
    for row in tables.all_rows("entities/people/*.tsv"):
        name = row["name"]
        office = Office(
            row["office"], row["country"] or None, row["sector"] or None, row["from"], row["to"], row.get("note", ""),
            minor=Path(row.file).name.startswith(_MINOR),
        )  # fmt: skip
        offices.setdefault(name, []).append(office)
        own = spellings.setdefault(name, {name: False})
        for other in row.many("others"):
            own[other.strip("*").strip()] = "*" in other
    for name, held in offices.items():
        short = {k for s, alone in spellings[name].items() for k in short_forms(keys_of(s), short=alone)}
        in_order = tuple(sorted(held, key=lambda o: (o.since, o.until or "9999")))
        alone_too = tuple(sorted(" ".join(keys_of(s)) for s, alone in spellings[name].items() if alone))
        figure = Figure(name, in_order, short=tuple(sorted(short)), alone=alone_too)
        for spelling, alone in spellings[name].items():
            keys = keys_of(spelling)
            if len(keys) > 1 and not alone:
                _add(know, spelling, "name", "person", name, Codes(), figure=figure)
        for key in figure.short:
            know.surnames.setdefault(key, []).append(figure)
        know.figures[name] = figure


def short_forms(keys: list[str], *, short: bool) -> Iterable[str]:
    """Keys of what the press may call a person alone: the last name, a short form that the table marks."""
    if len(keys) > 1 and _NUMERAL.fullmatch(keys[-1]):  # "Hassan II" is called Hassan too
        yield " ".join(keys)
        keys = keys[:-1]
    if short or len(keys) == 1:
        yield " ".join(keys)
    elif keys[-2] in _KEPT:
        yield " ".join(keys[-2:])
    elif keys:
        yield keys[-1]
        if len(keys) > 2 and keys[-2] == "-":  # "al-Assad" is filed as "assad" and as "al - assad"
            yield " ".join(keys[-3:])
        elif keys[-2] == "al":  # "Al Thani" is also written "Al-Thani"
            yield f"al - {keys[-1]}"


def _load_titles(tables: Tables, know: Knowledge) -> None:
    for row in tables.rows("entities/titles.tsv"):
        words = keys_of(row["title"])
        codes = Codes(row["country"] or None, row["sector"] or None, (), f"titles.tsv: {row['title']}")
        title = Title(tuple(row["title"].split()), codes, of=row["note"] == "of", honorific=row["note"] == "honorific")
        know.titles.add(words, title)


def _load_nouns(tables: Tables, know: Knowledge) -> None:
    for row in tables.rows("entities/actor_nouns.tsv"):
        kind: EntityKind = row["kind"]  # type: ignore[assignment]
        codes = Codes(None, row["sector"] or None, tuple(row.many("other_sectors")), f"actor_nouns.tsv: {row['noun']}")
        know.nouns.add(
            keys_of(row["noun"]),
            Noun(
                row["noun"],
                kind,
                codes,
                weak=row["note"] == "weak",
                state=row["note"] == "state",
                capital=row["note"] == "name",
            ),
        )
    for row in tables.rows("entities/endings.tsv"):
        kind = row["kind"]  # type: ignore[assignment]
        know.endings[row["ending"]] = Noun(
            row["ending"], kind, Codes(None, row["sector"], (), f"endings.tsv: -{row['ending']}")
        )
