"""Names that are places, and names that are part of something else."""

from __future__ import annotations

import re

import pytest

from build import parsed, tables
from dateline.places import build
from dateline.record import Cast, Entity, Mention

FIND = build(tables())


def found(text: str) -> set[str]:
    return {m.text for p in FIND(parsed(text)) for m in p.mentions}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Shells fell on Mariupol overnight.", "Mariupol"),
        ("Turkey said it would answer in kind.", "Turkey"),
        ("Moscow-backed fighters left the town of Izium.", "Izium"),
        ("The Kentucky Governor vetoed the bill.", "Kentucky"),
        ("Pakistani troops moved into North Waziristan.", "North Waziristan"),
        ("She was born in Reading, near London.", "Reading"),
        ("Ann Hall, 45, of Tupelo, was charged.", "Tupelo"),
        ("They sailed through the Strait of Hormuz.", "Strait of Hormuz"),
        ("Talks will be held in Sharm el-Sheikh.", "Sharm el-Sheikh"),
        ("Rebels hold Hama, Homs and Salamiyah.", "Salamiyah"),
        ("A car bomb went off in al-Bab.", "al-Bab"),
        ("Prosecutors in Pike County filed the case.", "Pike County"),
        ("The family moved to Thornhill last year.", "Thornhill"),
    ],
)
def test_a_place_is_found(text: str, name: str) -> None:
    assert name in found(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mr Lincoln said the firm would sue.", "Lincoln"),
        ("Charlotte Jordan sang the anthem.", "Jordan"),
        ("The Treaty of Versailles was signed there.", "Versailles"),
        ("Researchers tested for West Nile virus.", "West Nile"),
        ("The Chicago Tribune first reported the deal.", "Chicago"),
        ("French officials met the Spanish minister.", "Spanish"),
        ("Mobile phones were banned.", "Mobile"),
        ("He fished in the Avon River.", "Avon"),
        ("Mario de Santiago drew the frogs.", "Santiago"),
        ("She flew with Air Canada.", "Canada"),
        ("WHO staff arrived on Monday.", "WHO"),
        ("Us and them, he wrote.", "Us"),
        ("Nice work, the coach said.", "Nice"),
    ],
)
def test_what_is_part_of_something_else_is_none(text: str, name: str) -> None:
    assert name not in found(text)


def test_a_person_named_like_a_town_stays_a_person_through_the_text() -> None:
    assert found("Brett Houston scored twice. Houston said he was tired.") == set()


def test_names_of_bodies_in_the_cast_are_none() -> None:
    reading = parsed("Workers at Honda in Marysville voted. Honda declined to comment.")
    spans = [(m.start(), m.end()) for m in re.finditer("Honda", reading.article.text)]
    mentions = tuple(Mention(start=a, end=b, text="Honda", kind="name") for a, b in spans)
    reading.cast = Cast(entities=(Entity(id="n1", name="Honda", kind="organization", mentions=mentions),))
    assert {m.text for p in FIND(reading) for m in p.mentions} == {"Marysville"}
