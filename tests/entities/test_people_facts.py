"""The tables of people hold who was in office when: known facts by country, office and day, and the form of rows."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

import pytest

from dateline.lexicon import Row, Tables

HEADER = ["name", "others", "country", "office", "sector", "from", "to", "note"]
REGIONS = [
    "africa_north_west", "africa_rest", "americas_north", "americas_south", "asia_east", "asia_south",
    "europe", "former_soviet", "middle_east", "oceania",
]  # fmt: skip
LEADERS = {"president", "prime minister", "chancellor", "king", "queen", "emir", "sultan", "general secretary", "leader"}
# Not in the tables: two captains regent every half year; the pope stands with the heads of organizations.
WITHOUT_LEADERS = {"SMR", "VAT"}


@cache
def rows() -> list[Row]:
    return Tables().all_rows("entities/people/*.tsv")


@cache
def leaders() -> list[Row]:
    return [row for region in REGIONS for row in Tables().rows(f"entities/people/{region}.tsv")]


def held(row: Row, day: str) -> bool:
    """Whether the office was held on a day, as far as the table's precision tells; both ends count."""
    since, until = row["from"], row["to"]
    return day[: len(since)] >= since and (not until or day[: len(until)] <= until)


def in_office(country: str, office: str, day: str) -> set[str]:
    return {r["name"] for r in rows() if (r["country"], r["office"]) == (country, office) and held(r, day)}


def offices(name: str, day: str) -> set[str]:
    return {r["office"] for r in rows() if name in {r["name"], *r.many("others")} and held(r, day)}


@pytest.mark.parametrize(
    ("country", "office", "day", "name"),
    [
        # heads of state and government
        ("USA", "president", "1991-01-16", "George H. W. Bush"),
        ("USA", "president", "1999-03-24", "Bill Clinton"),
        ("USA", "president", "2003-03-20", "George W. Bush"),
        ("USA", "president", "2021-01-06", "Donald Trump"),
        ("USA", "president", "2022-02-24", "Joe Biden"),
        ("GBR", "prime minister", "1990-08-02", "Margaret Thatcher"),
        ("GBR", "prime minister", "1998-04-10", "Tony Blair"),
        ("GBR", "prime minister", "2022-09-20", "Liz Truss"),
        ("FRA", "president", "1995-01-01", "François Mitterrand"),
        ("FRA", "prime minister", "2000-06-30", "Lionel Jospin"),
        ("DEU", "chancellor", "1998-09-27", "Helmut Kohl"),
        ("DEU", "chancellor", "2015-09-04", "Angela Merkel"),
        ("ITA", "prime minister", "2011-11-01", "Silvio Berlusconi"),
        ("POL", "president", "2010-04-09", "Lech Kaczyński"),
        ("CZE", "prime minister", "2003-05-01", "Vladimír Špidla"),
        ("GRC", "prime minister", "2015-07-05", "Alexis Tsipras"),
        ("SRB", "president", "1999-06-01", "Slobodan Milošević"),
        ("RUS", "president", "1993-10-04", "Boris Yeltsin"),
        ("RUS", "president", "2008-08-08", "Dmitry Medvedev"),
        ("RUS", "prime minister", "2008-08-08", "Vladimir Putin"),
        ("UKR", "president", "2014-02-01", "Viktor Yanukovych"),
        ("UKR", "president", "2022-02-24", "Volodymyr Zelenskiy"),
        ("GEO", "president", "2008-08-08", "Mikheil Saakashvili"),
        ("BLR", "president", "2020-08-09", "Alexander Lukashenko"),
        ("IRQ", "president", "1990-08-02", "Saddam Hussein"),
        ("IRQ", "prime minister", "2008-03-25", "Nouri al-Maliki"),
        ("IRN", "president", "2009-06-12", "Mahmoud Ahmadinejad"),
        ("IRN", "supreme leader", "2000-01-01", "Ali Khamenei"),
        ("ISR", "prime minister", "1993-09-13", "Yitzhak Rabin"),
        ("ISR", "prime minister", "2000-07-11", "Ehud Barak"),
        ("PSE", "president", "2006-01-25", "Mahmoud Abbas"),
        ("EGY", "president", "2013-01-25", "Mohamed Morsi"),
        ("LBY", "leader", "2003-12-19", "Muammar Gaddafi"),
        ("TUR", "prime minister", "1996-12-01", "Necmettin Erbakan"),
        ("SAU", "king", "2002-03-28", "Fahd"),
        ("YEM", "president", "2011-06-03", "Ali Abdullah Saleh"),
        ("SYR", "president", "2025-02-01", "Ahmed al-Sharaa"),
        ("AFG", "president", "2010-01-28", "Hamid Karzai"),
        ("PAK", "prime minister", "1998-05-28", "Nawaz Sharif"),
        ("PAK", "chief executive", "2001-09-12", "Pervez Musharraf"),
        ("IND", "prime minister", "1998-05-11", "Atal Bihari Vajpayee"),
        ("IND", "prime minister", "2010-01-01", "Manmohan Singh"),
        ("LKA", "president", "2009-05-18", "Mahinda Rajapaksa"),
        ("BGD", "prime minister", "2024-08-01", "Sheikh Hasina"),
        ("NPL", "king", "2005-02-01", "Gyanendra"),
        ("CHN", "president", "1997-10-29", "Jiang Zemin"),
        ("CHN", "general secretary", "2012-12-01", "Xi Jinping"),
        ("CHN", "premier", "2008-05-12", "Wen Jiabao"),
        ("TWN", "president", "2003-05-20", "Chen Shui-bian"),
        ("PRK", "leader", "2000-06-13", "Kim Jong Il"),
        ("KOR", "president", "2000-06-13", "Kim Dae-jung"),
        ("KOR", "president", "2024-12-03", "Yoon Suk Yeol"),
        ("JPN", "prime minister", "2002-09-17", "Junichiro Koizumi"),
        ("JPN", "prime minister", "2011-03-11", "Naoto Kan"),
        ("IDN", "president", "1998-05-01", "Suharto"),
        ("MYS", "prime minister", "1998-09-02", "Mahathir Mohamad"),
        ("THA", "prime minister", "2006-04-01", "Thaksin Shinawatra"),
        ("PHL", "president", "2001-01-01", "Joseph Estrada"),
        ("MMR", "chairman of the junta", "2007-09-26", "Than Shwe"),
        ("KHM", "prime minister", "2003-07-27", "Hun Sen"),
        ("AUS", "prime minister", "1999-09-20", "John Howard"),
        ("ZAF", "president", "1994-05-10", "Nelson Mandela"),
        ("ZWE", "president", "2008-06-27", "Robert Mugabe"),
        ("NGA", "president", "1995-11-10", "Sani Abacha"),
        ("RWA", "president", "1994-04-01", "Juvénal Habyarimana"),
        ("COD", "president", "1998-08-02", "Laurent-Désiré Kabila"),
        ("SDN", "president", "2009-03-04", "Omar al-Bashir"),
        ("ETH", "prime minister", "2018-07-09", "Abiy Ahmed"),
        ("LBR", "president", "2003-08-01", "Charles Taylor"),
        ("CIV", "president", "2004-11-06", "Laurent Gbagbo"),
        ("CUB", "president", "1996-02-24", "Fidel Castro"),
        ("VEN", "president", "2007-12-02", "Hugo Chávez"),
        ("BRA", "president", "2009-10-02", "Luiz Inácio Lula da Silva"),
        ("PER", "president", "1997-04-22", "Alberto Fujimori"),
        ("ARG", "president", "2001-12-10", "Fernando de la Rúa"),
        ("MEX", "president", "1994-12-20", "Ernesto Zedillo"),
        ("HND", "president", "2009-06-01", "Manuel Zelaya"),
        # ministers, officers and leaders of movements
        ("USA", "secretary of state", "1995-11-21", "Warren Christopher"),
        ("USA", "defense secretary", "2003-04-09", "Donald Rumsfeld"),
        ("USA", "secretary of state", "2012-09-11", "Hillary Clinton"),
        ("RUS", "foreign minister", "1995-01-01", "Andrei Kozyrev"),
        ("RUS", "defence minister", "2014-03-01", "Sergei Shoigu"),
        ("GBR", "foreign minister", "2002-11-08", "Jack Straw"),
        ("DEU", "foreign minister", "1999-03-24", "Joschka Fischer"),
        ("CHN", "foreign minister", "2023-03-01", "Qin Gang"),
        ("IRN", "foreign minister", "2015-07-14", "Mohammad Javad Zarif"),
        ("ISR", "foreign minister", "2008-01-01", "Tzipi Livni"),
        ("LBN", "leader of Hezbollah", "2006-07-12", "Hassan Nasrallah"),
        ("LKA", "leader of the Tamil Tigers", "2002-02-22", "Velupillai Prabhakaran"),
        ("MMR", "opposition leader", "1995-07-10", "Aung San Suu Kyi"),
        ("VAT", "pope", "2000-03-12", "John Paul II"),
    ],
)
def test_who_held_an_office_on_a_day(country: str, office: str, day: str, name: str) -> None:
    assert name in in_office(country, office, day)


@pytest.mark.parametrize(
    ("country", "office", "day", "name"),
    [
        ("USA", "president", "1993-02-01", "George H. W. Bush"),
        ("GBR", "prime minister", "1997-06-01", "John Major"),
        ("RUS", "president", "2010-01-01", "Vladimir Putin"),
        ("IRQ", "president", "2003-06-01", "Saddam Hussein"),
        ("ISR", "prime minister", "1996-01-01", "Yitzhak Rabin"),
        ("PAK", "prime minister", "2000-01-01", "Nawaz Sharif"),
        ("VEN", "president", "2013-04-01", "Hugo Chávez"),
        ("CHN", "president", "2013-04-01", "Hu Jintao"),
        ("EGY", "president", "2011-03-01", "Hosni Mubarak"),
        ("UKR", "president", "2014-03-15", "Viktor Yanukovych"),
    ],
)
def test_who_had_left_an_office_by_a_day(country: str, office: str, day: str, name: str) -> None:
    assert name not in in_office(country, office, day)


@pytest.mark.parametrize(
    ("body", "office", "day", "name"),
    [
        ("United Nations", "secretary general", "1994-04-07", "Boutros Boutros-Ghali"),
        ("United Nations", "secretary general", "2003-03-20", "Kofi Annan"),
        ("NATO", "secretary general", "1999-03-24", "Javier Solana"),
        ("European Union", "foreign policy chief", "2010-06-01", "Catherine Ashton"),
        ("International Atomic Energy Agency", "director general of the IAEA", "2003-02-14", "Mohamed ElBaradei"),
        ("UNHCR", "high commissioner for refugees", "1995-07-11", "Sadako Ogata"),
        ("Arab League", "secretary general of the Arab League", "2002-03-28", "Amr Moussa"),
        ("International Monetary Fund", "managing director of the IMF", "2008-09-15", "Dominique Strauss-Kahn"),
    ],
)
def test_who_led_a_body_on_a_day(body: str, office: str, day: str, name: str) -> None:
    fits = [r for r in rows() if not r["country"] and held(r, day) and body in r["note"]]
    assert name in {r["name"] for r in fits if r["office"] in {office, f"{office} of {body}"}}
    assert {r["sector"] for r in fits if r["name"] == name} == {"IGO"}


@pytest.mark.parametrize(
    ("written", "day", "office"),
    [
        ("Recep Tayyip Erdogan", "2005-10-03", "prime minister"),
        ("Moammar Gadhafi", "1999-04-05", "leader"),
        ("Abu Mazen", "2007-11-27", "president"),
        ("Kim Jong-un", "2018-06-12", "leader"),
        ("Volodymyr Zelensky", "2023-01-01", "president"),
        ("Slobodan Milosevic", "1995-12-14", "president"),
        ("Imomali Rakhmonov", "1997-06-27", "president"),
        ("Nguyễn Phú Trọng", "2015-07-07", "general secretary"),
        ("Usama bin Laden", "2001-09-11", "leader of al-Qaeda"),
        ("Xi*", "2020-01-01", "president"),
        ("Abiy*", "2020-11-04", "prime minister"),
        ("Suu Kyi", "1999-01-01", "opposition leader"),
        ("Lula*", "2023-01-08", "president"),
    ],
)
def test_other_spellings_and_short_names_lead_to_the_office(written: str, day: str, office: str) -> None:
    assert office in offices(written, day)


def test_every_table_has_the_agreed_columns_and_says_what_it_is() -> None:
    for name, paths in Tables().files("entities/people/*.tsv"):
        text = paths[0].read_text(encoding="utf-8")
        assert text.startswith("# "), name
        assert list(Tables().rows(name)[0]) == HEADER, name


def test_every_row_is_filled_in_and_its_dates_are_days_in_order() -> None:
    today = date.today().isoformat()
    for row in rows():
        where = f"{row.file}:{row.line}"
        assert row["name"] and row["office"] and row["sector"] and row["from"], where
        assert re.fullmatch(r"[A-Z]{3}|", row["country"]), where
        assert row["country"] or row["sector"] in {"IGO", "IMG", "NGO"}, where
        for value in (row["from"], row["to"]):
            assert re.fullmatch(r"((19|20)\d\d(-\d\d(-\d\d)?)?)?", value), where
            if value:
                date.fromisoformat(value + "-01-01"[len(value) - 4 :])  # raises for the 31st of June
        size = min(len(row["from"]), len(row["to"]))
        assert not row["to"] or row["from"][:size] <= row["to"][:size], where
        assert row["from"] <= today, where


def test_spellings_stand_once_and_a_star_only_ends_a_single_word() -> None:
    for row in rows():
        where = f"{row.file}:{row.line}"
        others = row.many("others")
        assert len(others) == len(set(others)) and row["name"] not in others, where
        assert "*" not in row["name"] and all(
            o and "*" not in o[:-1] and not (" " in o and o.endswith("*")) for o in others
        ), where
        assert all(cell == cell.strip() for cell in row.values()), where


def test_two_people_share_an_office_only_where_a_note_says_why() -> None:
    by_office: dict[tuple[str, str], list[Row]] = {}
    several = {row["code"] for row in Tables().rows("entities/codes.tsv") if row["class"] == "office"}
    for row in rows():
        if row["country"] and row["office"] not in several:
            by_office.setdefault((row["country"], row["office"]), []).append(row)
    shared = [
        (a["name"], b["name"], office)
        for office, held_by in by_office.items()
        for i, a in enumerate(held_by)
        for b in held_by[i + 1 :]
        if _later(a["to"], b["from"]) and _later(b["to"], a["from"]) and not a["note"] and not b["note"]
    ]
    assert shared == []


def _later(end: str, start: str) -> bool:
    """Whether an office ends after another starts; ends that touch do not count."""
    size = min(len(end), len(start))
    return not end or end[:size] > start[:size]


def test_every_state_has_leaders_from_1990_or_its_birth_until_lately() -> None:
    """A state whose table stops before 2020 or begins after 1996 was forgotten half-way."""
    mine: dict[str, list[Row]] = {}
    for row in leaders():
        if row["office"] in LEADERS or row["office"].split(" of ")[0] in {"prince", "grand duke", "head", "supreme leader"}:
            mine.setdefault(row["country"], []).append(row)
    for state in Tables().rows("entities/states.tsv"):
        if state["iso3"] in WITHOUT_LEADERS:
            continue
        own = mine.get(state["iso3"], [])
        assert own, state["name"]
        late = {"SSD": "2011", "TLS": "2002", "XKX": "2002"}.get(state["iso3"], "1996")
        assert min(r["from"] for r in own)[:4] <= late, state["name"]
        assert any(not r["to"] or r["to"] >= "2020" for r in own), state["name"]


def test_the_tables_are_broad() -> None:
    assert len(leaders()) > 2800
    assert len(rows()) > 18000
    ministers = [r for r in rows() if r["office"] == "foreign minister"]
    assert len(ministers) > 1000
    assert len({r["country"] for r in ministers}) > 100
