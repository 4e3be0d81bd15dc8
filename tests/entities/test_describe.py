"""Phrases give country and sector by composition: modifiers, titles, nouns, `of X`, `in X`."""

from __future__ import annotations

import pytest

import build
from entities.casts import at, cast

# sentence, head word, country, sector (None: any)
PHRASES: list[tuple[str, str, str | None, str | None]] = [
    ("A Pakistani Taliban commander arrived on Monday.", "commander", "PAK", "REB"),
    ("The UN refugee agency said on Monday.", "agency", None, "IGO"),
    ("Chechen separatists attacked on Monday.", "separatists", "RUS", "REB"),
    ("Hamas officials said on Monday.", "officials", "PSE", None),
    ("EU foreign ministers met on Monday.", "ministers", None, "IGO"),
    ("Ethnic Albanian rebels fought on Monday.", "rebels", None, "REB"),
    ("Israeli settlers attacked on Monday.", "settlers", "ISR", "CVL"),
    ("Shiite militia fought on Monday.", "militia", None, "PRM"),
    ("Iraqi Kurdish leaders met on Monday.", "leaders", "IRQ", None),
    ("The US-led coalition struck on Monday.", "coalition", "USA", "MIL"),
    ("The NATO-led force fired on Monday.", "force", None, None),
    ("Opposition lawmakers left on Monday.", "lawmakers", None, "LEG"),
    ("Turkish opposition leader spoke on Monday.", "leader", "TUR", "OPP"),
    ("A Russian army spokesman said on Monday.", "spokesman", "RUS", "MIL"),
    ("The British foreign secretary said on Monday.", "secretary", "GBR", "GOV"),
    ("A UN envoy met rebels on Monday.", "envoy", None, "IGO"),
    ("Moscow's ambassador to Washington said on Monday.", "ambassador", "RUS", "GOV"),
    ("The Afghan Taliban attacked on Monday.", "Taliban", "AFG", "REB"),
    ("Syrian rebels attacked on Monday.", "rebels", "SYR", "REB"),
    ("A former Thai prime minister said on Monday.", "minister", "THA", "ELI"),
    ("Egypt's military rulers said on Monday.", "rulers", "EGY", None),
    ("Striking French railway workers marched on Monday.", "workers", "FRA", "LAB"),
    ("Nigerian oil unions said on Monday.", "unions", "NGA", "LAB"),
    ("A Chinese state newspaper said on Monday.", "newspaper", "CHN", "JRN"),
    ("Colombian drug traffickers fled on Monday.", "traffickers", "COL", "CRM"),
    ("A spokesman for the Iranian foreign ministry said on Monday.", "spokesman", "IRN", "GOV"),
    ("Members of the Somali parliament voted on Monday.", "members", "SOM", "LEG"),
    ("Kenyan opposition supporters marched on Monday.", "supporters", "KEN", "OPP"),
    ("The head of the Ukrainian security service said on Monday.", "head", "UKR", "SPY"),
    ("Georgian peacekeepers died on Monday.", "peacekeepers", "GEO", "MIL"),
    ("Roman Catholic bishops in Poland protested on Monday.", "bishops", "POL", "REL"),
    ("The Pentagon said on Monday.", "Pentagon", "USA", "MIL"),
    ("The White House said on Monday.", "House", "USA", "GOV"),
    ("Downing Street said on Monday.", "Street", "GBR", "GOV"),
    ("The State Department said on Monday.", "Department", "USA", "GOV"),
    ("The Palestinian Authority said on Monday.", "Authority", "PSE", "GOV"),
    ("Amnesty International said on Monday.", "International", None, "NGO"),
    ("Doctors in Sudan protested on Monday.", "doctors", "SDN", "MED"),
    ("Bolivian coca farmers protested on Monday.", "farmers", "BOL", "AGR"),
    ("Rohingya refugees fled on Monday.", "refugees", "MMR", "REF"),
    ("Basque separatists attacked on Monday.", "separatists", "ESP", "REB"),
    ("Government troops fired on Monday.", "troops", None, "MIL"),
    ("The Congolese army said on Monday.", "army", "COD", "MIL"),
    ("Indian-controlled Kashmir police fired on Monday.", "police", "IND", "COP"),
    ("A Saudi prince said on Monday.", "prince", "SAU", "GOV"),
    ("North Korea's leader said on Monday.", "leader", "PRK", "GOV"),
    ("A senior US official said on Monday.", "official", "USA", "GOV"),
    ("Two Western diplomats said on Monday.", "diplomats", None, "GOV"),
    ("Venezuela's supreme court ruled on Monday.", "court", "VEN", "JUD"),
    ("An Indonesian court jailed on Monday.", "court", "IDN", "JUD"),
    ("The International Criminal Court ruled on Monday.", "Court", None, "IGO"),
    ("The Red Cross said on Monday.", "Cross", None, "NGO"),
    ("Greek Cypriot leaders met on Monday.", "leaders", "CYP", None),
    ("Bosnian Serb troops fired on Monday.", "troops", "BIH", None),
    ("Sudanese refugees in Chad fled on Monday.", "refugees", "SDN", "REF"),
    ("Maoist rebels in Nepal attacked on Monday.", "rebels", "NPL", "REB"),
    ("The ruling party of Japan voted on Monday.", "party", "JPN", "PTY"),
    ("Unidentified gunmen in Iraq killed on Monday.", "gunmen", "IRQ", "UAF"),
    ("Suspected Islamic militants attacked on Monday.", "militants", None, "REB"),
    ("Anti-government protesters in Thailand marched on Monday.", "protesters", "THA", "CVL"),
    ("Human rights activists in Belarus said on Monday.", "activists", "BLR", None),
    ("Exxon Mobil said on Monday.", "Mobil", None, None),
    ("A Lebanese newspaper reported on Monday.", "newspaper", "LBN", "JRN"),
    ("The Arab League said on Monday.", "League", None, "IGO"),
    ("OPEC ministers met on Monday.", "ministers", None, "IGO"),
    ("African Union peacekeepers died on Monday.", "peacekeepers", None, "IGO"),
    ("UN peacekeepers in Haiti fired on Monday.", "peacekeepers", None, "IGO"),
    ("The French and German defense ministers met on Monday.", "ministers", "FRA", "GOV"),
    ("Spanish fishermen protested on Monday.", "fishermen", "ESP", "AGR"),
    ("Interior Minister Kofi Mensah of Ghana said on Monday.", "Mensah", "GHA", "GOV"),
    ("Vietnam's deputy prime minister said on Monday.", "minister", "VNM", "GOV"),
    ("Soldiers loyal to the president fired on Monday.", "soldiers", None, "MIL"),
    ("The country's military said on Monday.", "military", None, "MIL"),
    ("Baghdad said on Monday.", "Baghdad", "IRQ", None),
    ("Mexican federal police arrested on Monday.", "police", "MEX", "COP"),
    ("Danish intelligence said on Monday.", "intelligence", "DNK", "SPY"),
    ("British troops in Basra fired on Monday.", "troops", "GBR", "MIL"),
    ("A Turkish-backed militia fired on Monday.", "militia", None, "PRM"),
    ("Iranian-backed rebels attacked on Monday.", "rebels", None, "REB"),
    ("A Philippine Muslim rebel group said on Monday.", "group", "PHL", "REB"),
    ("Zimbabwean war veterans occupied on Monday.", "veterans", "ZWE", None),
    ("The Dutch government said on Monday.", "government", "NLD", "GOV"),
]


@pytest.mark.parametrize(("text", "head", "country", "sector"), PHRASES)
def test_phrase(text: str, head: str, country: str | None, sector: str | None) -> None:
    found = cast(text)
    token = next(t for t in build.parsed(text).tokens if t.lower == head.lower() and t.i in found.by_token)
    entity = found.get(found.by_token[token.i][0])
    assert entity.country == country
    if sector is not None:
        assert entity.sector == sector


@pytest.mark.parametrize(
    ("text", "words", "others"),
    [
        ("Former Kenyan ministers met.", "Former Kenyan ministers", ("GOV",)),
        ("Opposition lawmakers left.", "Opposition lawmakers", ("OPP",)),
        ("Turkish-backed militia fled.", "Turkish-backed militia", ()),
    ],
)
def test_further_sectors(text: str, words: str, others: tuple[str, ...]) -> None:
    assert [e.other_sectors for e in at(text, words)] == [others]


def test_every_entity_says_why() -> None:
    assert all(e.why for e in cast("Turkish police arrested a Kurdish mayor. Boris Ivanov, a lawyer, protested.").entities)
