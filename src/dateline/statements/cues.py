"""The compiled table of cues: which words introduce content, of what class, in which frames."""

from __future__ import annotations

from typing import NamedTuple, get_args

from dateline.lexicon import Row, Tables
from dateline.record.statement import StatementClass

_CLASSES = get_args(StatementClass)


class Cue(NamedTuple):
    """All that one lemma licenses: frame -> class, preposition -> class, and the same with its particles."""

    lemma: str
    frames: dict[str, StatementClass]
    prepositions: dict[str, StatementClass]
    object_prepositions: dict[str, StatementClass]
    particles: dict[str, Cue]


class Cues(NamedTuple):
    """Cues by lemma, a mapping for each part of speech."""

    verbs: dict[str, Cue]
    nouns: dict[str, Cue]
    adjectives: dict[str, Cue]


class Words(NamedTuple):
    """Words that decide about a statement beside its cue."""

    evidence: frozenset[str]
    documents: frozenset[str]
    no_speakers: frozenset[str]
    light_verbs: frozenset[str]
    first_person: frozenset[str]
    stand_ins: frozenset[str]
    anybody: frozenset[str]
    words_of: frozenset[str]
    wordings: frozenset[str]
    of_two: tuple[str, ...]
    relations: frozenset[str]
    days: frozenset[str]
    times: frozenset[str]
    terms: frozenset[str]
    conditions: frozenset[str]


def load_words(tables: Tables) -> Words:
    """The lists of `statements/words.toml`.  Raises TableError."""
    lists = tables.toml("statements/words.toml")
    return Words(
        evidence=frozenset(lists["evidence_nouns"]),
        documents=frozenset(lists["document_nouns"]),
        no_speakers=frozenset(lists["no_speakers"]),
        light_verbs=frozenset(lists["light_verbs"]),
        first_person=frozenset(lists["first_person"]),
        stand_ins=frozenset(lists["stand_ins"]),
        anybody=frozenset(lists["anybody"]),
        words_of=frozenset(lists["words_of"]),
        relations=frozenset(lists["relations"]),
        of_two=tuple(lists["of_two"]),
        wordings=frozenset(lists["wordings"]),
        days=frozenset(lists["days"]),
        times=frozenset(lists["times"]),
        terms=frozenset(lists["terms"]),
        conditions=frozenset(lists["conditions"]),
    )


def load_cues(tables: Tables) -> Cues:
    """The table `statements/cues.tsv`, indexed.  Raises TableError for an unknown class, frame or part of speech."""
    known = {str(rule.fields["id"]) for rule in tables.rules("statements/frames.toml")}
    known |= {str(mark["id"]) for mark in tables.toml("statements/frames.toml").get("mark", ())}
    kinds: dict[str, dict[str, Cue]] = {"verb": {}, "noun": {}, "adjective": {}}
    for row in tables.rows("statements/cues.tsv"):
        cues = kinds.get(row["part_of_speech"])
        if cues is None:
            raise row.fault(f"part of speech '{row['part_of_speech']}' is none of {', '.join(kinds)}")
        _add(cues, row, known)
    return Cues(kinds["verb"], kinds["noun"], kinds["adjective"])


def _add(cues: dict[str, Cue], row: Row, known: set[str]) -> None:
    class_ = next((c for c in _CLASSES if c == row["class"]), None)
    if class_ is None:
        raise row.fault(f"class '{row['class']}' is none of {', '.join(_CLASSES)}")
    lemma, _, particle = row["cue"].partition("_")
    cue = cues.setdefault(lemma, Cue(lemma, {}, {}, {}, {}))
    if particle:
        cue = cue.particles.setdefault(particle, Cue(row["cue"], {}, {}, {}, {}))
    for frame in row.many("frames"):
        if f"{row['part_of_speech']}-{frame}" not in known:
            raise row.fault(f"no frame '{row['part_of_speech']}-{frame}'", "see statements/frames.toml")
        cue.frames.setdefault(frame, class_)
    for preposition in row.many("prepositions"):
        cue.prepositions.setdefault(preposition, class_)
    for preposition in row.many("object_prepositions"):
        cue.object_prepositions.setdefault(preposition, class_)
