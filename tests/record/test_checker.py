"""A sound record has no fault; each kind of fault is found and named with article, field and offset."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from dateline.record import Act, Record, Section, Size, Span
from dateline.record.checker import Ontology, check_record
from sound import RECORD, TEXT, span

ONTOLOGY = Ontology(
    types={"CONSULT": {"visit"}, "AGREE": set(), "RETREAT": {"withdraw"}},
    contexts={"diplomatic"},
    sectors={"GOV"},
)


def changed(field: str, number: int | None = None, **new: Any) -> Record:
    """The sound record with one of its parts changed."""
    part = getattr(RECORD, field)
    if number is None:
        return replace(RECORD, **{field: replace(part, **new)})
    parts = list(part)
    parts[number] = replace(parts[number], **new)
    return replace(RECORD, **{field: tuple(parts)})


def test_sound_record_has_no_fault() -> None:
    assert check_record(RECORD) == []
    assert check_record(RECORD, ONTOLOGY) == []


def test_record_without_findings_has_no_fault() -> None:
    assert check_record(Record(id="a2", article=RECORD.article, made_by=RECORD.made_by)) == []


OUTSIDE = Span(len(TEXT) - 1, len(TEXT) + 4, "\nmore")
SHIFTED = Span(span("arrived").start + 1, span("arrived").end + 1, "arrived")

FAULTS = [
    # spans: a text that is not the slice, a range outside, an empty one
    (changed("events", 0, trigger=SHIFTED), "article 'a1': events[0].trigger", "'arrived'"),
    (changed("events", 0, actor_spans=(OUTSIDE,)), f"events[0].actor_spans[0] {OUTSIDE.start}-{OUTSIDE.end}", "inside"),
    (changed("events", 0, recipient_spans=(Span(9, 9, ""),)), "events[0].recipient_spans[0] 9-9", "empty"),
    (changed("times", 0, start=3), "times[0].span 3-", "the article has"),
    (
        changed("places", 0, mentions=(replace(RECORD.places[0].mentions[0], text="Londres"),)),
        "places[0].mentions[0]",
        "Londres",
    ),
    (
        changed("entities", 0, mentions=(replace(RECORD.entities[0].mentions[0], start=-2),)),
        "entities[0].mentions[0] -2-",
        "in",
    ),
    (changed("statements", 0, cue=Span(0, 4, "talk")), "statements[0].cue[0] 0-4", "'Talk'"),
    (changed("statements", 0, speaker_span=Span(0, 4, "talk")), "statements[0].speaker_span[0] 0-4", "'Talk'"),
    (changed("statements", 0, content=RECORD.statements[0].content[::-1]), "statements[0].content[1]", "begins before"),
    (changed("statements", 0, content=()), "statements[0].content", "none"),
    (changed("commitments", 0, action=OUTSIDE), "commitments[0].action", "inside"),
    (changed("commitments", 0, condition=OUTSIDE), "commitments[0].condition[0]", "inside"),
    (changed("commitments", 0, told=(OUTSIDE,)), "commitments[0].told[0]", "inside"),
    (
        changed("disputes", 0, names=(replace(RECORD.disputes[0].names[1], span=OUTSIDE),)),
        "disputes[0].names[0].span",
        "inside",
    ),
    # ids that resolve to nothing, or to two things
    (changed("events", 0, actor=("n9",)), "events[0].actor", "'n9'"),
    (changed("events", 0, actor=("p1",)), "events[0].actor", "'p1'"),
    (changed("events", 0, recipient=("n9",)), "events[0].recipient", "'n9'"),
    (changed("events", 0, place="p9"), "events[0].place", "'p9'"),
    (changed("events", 0, time="t9"), "events[0].time", "'t9'"),
    (changed("events", 0, claimed_by="s9"), "events[0].claimed_by", "'s9'"),
    (changed("statements", 0, speaker="n9"), "statements[0].speaker", "'n9'"),
    (changed("statements", 0, addressee="n9"), "statements[0].addressee", "'n9'"),
    (changed("commitments", 0, by=("n9",)), "commitments[0].by", "'n9'"),
    (changed("commitments", 0, to=("n9",)), "commitments[0].to", "'n9'"),
    (changed("commitments", 0, due="t9"), "commitments[0].due", "'t9'"),
    (changed("commitments", 0, event="e9"), "commitments[0].event", "'e9'"),
    (changed("commitments", 0, statement="s9"), "commitments[0].statement", "'s9'"),
    (changed("disputes", 0, place="p9"), "disputes[0].place", "'p9'"),
    (changed("disputes", 0, parts=("p9",)), "disputes[0].parts", "'p9'"),
    (changed("disputes", 0, names=(replace(RECORD.disputes[0].names[1], by="n9"),)), "disputes[0].names[0].by", "'n9'"),
    (replace(RECORD, commitments=RECORD.commitments * 2), "commitments[1].id", "twice"),
    # sentences and sections
    (replace(RECORD, sentences=((0, 20), (10, 30)), events=(), commitments=()), "sentences[1] 10-30", "begins before"),
    (replace(RECORD, sentences=((5, 5),), events=(), commitments=()), "sentences[0] 5-5", "empty"),
    (replace(RECORD, sentences=((5, len(TEXT) + 1),), events=(), commitments=()), "sentences[0]", "inside"),
    (changed("events", 0, sentence=4), "events[0].sentence", "no sentence 4"),
    (changed("events", 0, sentence=-1), "events[0].sentence", "no sentence -1"),
    (changed("events", 0, sentence=2), "events[0].trigger", "not in sentence 2"),
    (changed("article", sections=(Section(heading="x", start=5, end=2),)), "article.sections[0] 5-2", "inside"),
    (
        changed("article", sections=(Section(heading="x", start=0, end=9), Section(heading="y", start=5, end=12))),
        "article.sections[1] 5-12",
        "begins before",
    ),
    # enumerations and ranges
    (changed("events", 0, status="likely"), "events[0].status", "'likely' is none of actual, historical"),
    (changed("events", 0, salience="major"), "events[0].salience", "'major'"),
    (changed("events", 0, quad=5), "events[0].quad", "5"),
    (changed("events", 0, score=-10.5), "events[0].score", "-10.5"),
    (changed("events", 0, cameo="4x"), "events[0].cameo", "'4x'"),
    (changed("events", 1, size=Size(dead=-1)), "events[1].size.dead", "-1"),
    (changed("entities", 0, kind="ship"), "entities[0].kind", "'ship'"),
    (changed("entities", 0, country="AR"), "entities[0].country", "'AR'"),
    (
        changed("entities", 0, mentions=(replace(RECORD.entities[0].mentions[0], kind="x"),)),
        "entities[0].mentions[0].kind",
        "x",
    ),
    (changed("places", 0, resolution="village"), "places[0].resolution", "'village'"),
    (changed("places", 0, country="England"), "places[0].country", "'England'"),
    (changed("places", 0, lat=91.0), "places[0].lat", "91"),
    (changed("places", 0, lon=-181.0), "places[0].lon", "-181"),
    (changed("places", 0, lat=None), "places[0].lat", "together"),
    (changed("statements", 0, kind="oral"), "statements[0].kind", "'oral'"),
    (changed("statements", 0, class_="song"), "statements[0].class", "'song'"),
    (changed("commitments", 0, kind="wish"), "commitments[0].kind", "'wish'"),
    # dates
    (changed("times", 0, value="13 December 2016"), "times[0].value", "not EDTF"),
    (changed("times", 0, value="2016-13-01"), "times[0].value", "not EDTF"),
    (changed("article", published=replace(RECORD.article.published, value="Friday")), "article.published.value", "not EDTF"),
    (changed("article", published=replace(RECORD.article.published, from_="guess")), "article.published.from", "'guess'"),
]


@pytest.mark.parametrize(("record", "where", "what"), FAULTS, ids=[f"{n}-{f[1]}" for n, f in enumerate(FAULTS)])
def test_fault_is_found_and_placed(record: Record, where: str, what: str) -> None:
    faults = check_record(record)
    assert len(faults) == 1, faults
    assert where in faults[0]
    assert what in faults[0]
    assert faults[0].startswith("article 'a1': ")


@pytest.mark.parametrize(
    ("record", "where"),
    [
        (changed("events", 0, type="DANCE", mode=None), "events[0].type: 'DANCE'"),
        (changed("events", 0, mode="strike"), "events[0].mode: 'strike' is no mode of CONSULT"),
        (changed("events", 0, contexts=("sport",)), "events[0].contexts: 'sport'"),
        (changed("events", 1, act=Act("DANCE")), "events[1].act.type: 'DANCE'"),
        (changed("events", 1, act=Act("RETREAT", "run")), "events[1].act.mode: 'run'"),
        (changed("entities", 0, sector="XYZ"), "entities[0].sector: 'XYZ'"),
        (changed("entities", 0, other_sectors=("XYZ",)), "entities[0].sector: 'XYZ'"),
    ],
)
def test_codes_are_held_against_the_ontology(record: Record, where: str) -> None:
    assert check_record(record) == []
    faults = check_record(record, ONTOLOGY)
    assert len(faults) == 1
    assert where in faults[0]
