"""Places that parties call by different names."""

from __future__ import annotations

import pytest

from build_reader import reader


def names(text: str) -> list[tuple[str | None, str]]:
    record = reader().read(text, published="2024-05-20")
    by = {e.id: e.country for e in record.entities}
    return [(by.get(n.by or ""), n.name) for d in record.disputes for n in d.names]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police guard the rocks, which Seoul calls Dokdo and Tokyo Takeshima.", [("KOR", "Dokdo"), ("JPN", "Takeshima")]),
        (
            "The rocks, called Dokdo by South Korea and Takeshima by Japan, are bare.",
            [("KOR", "Dokdo"), ("JPN", "Takeshima")],
        ),
        ("Ships passed what Beijing calls the Nansha Islands.", [("CHN", "Nansha Islands")]),
        ("Ships crossed the sea, known in Vietnam as the East Sea.", [("VNM", "East Sea")]),
        ("Argentina claims the islands, which it calls the Malvinas.", [("ARG", "Malvinas")]),
        ("Fishermen sailed to the Senkaku Islands, or the Diaoyus as China calls them.", [("CHN", "Diaoyus")]),
        ("Shells fell on Bakhmut (Artyomovsk to Russians).", [("RUS", "Artyomovsk")]),
        ("Maps show Guayana Esequiba, Venezuela's name for the region.", [("VEN", "Guayana Esequiba")]),
        ("China calls it Huangyan Island, while the Philippines calls it Bajo de Masinloc.", [("CHN", "Huangyan Island")]),
        ("The islands are called Nansha in Chinese.", [("CHN", "Nansha")]),
        ("It lies near the rocks that Tokyo calls the Senkakus and that China claims as the Diaoyu.", [("CHN", "Diaoyu")]),
        ("Hanoi sent a ship to the Paracels, which it calls Hoang Sa and Beijing calls Xisha.", [("VNM", "Hoang Sa")]),
        ("The river, called the Tsangpo in Tibet and the Brahmaputra in India, rose.", [("IND", "Brahmaputra")]),
        ("India terms the valley Pakistan-occupied Kashmir.", [("IND", "Pakistan-occupied Kashmir")]),
        ("Manila sent boats to Sabina Shoal, called Xianbin Jiao by China.", [("CHN", "Xianbin Jiao")]),
    ],
)
def test_who_calls_it_what(text: str, expected: list[tuple[str, str]]) -> None:
    assert set(expected) <= set(names(text))


@pytest.mark.parametrize(
    "text",
    [
        "He met a man known as Bob in London.",
        "The band, which the singer calls Thunder, played in Oslo.",
        "Argentina called the raid an outrage.",
        "Ships left the Senkaku Islands on Monday.",
        "Kyiv calls it aggression.",
        "The plane, known as Air Force One, landed in Jeddah.",
        "The minister, known to his friends as the Bear, flew to Seoul.",
    ],
)
def test_other_names_are_no_dispute(text: str) -> None:
    assert names(text) == []


def test_parts_are_listed() -> None:
    calls = "islands which Moscow calls the Southern Kurils and Tokyo the Northern Territories"
    record = reader().read(f"The quarrel is over {calls}, made up of Iturup and Shikotan.")
    places = {p.id: p.name for p in record.places}
    assert [places[i] for d in record.disputes for i in d.parts] == ["Iturup", "Shikotan"]
