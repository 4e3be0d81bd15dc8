"""Invented news for an archive that the pages are tried on: two neighbours over three years, and their like."""

from __future__ import annotations

from pathlib import Path

from build_archive import put
from dateline.record import Document

NEWS = {
    "2016-03-04": """Kenya and Uganda Sign Border Treaty

NAIROBI, March 4 (Example News) — Kenya and Uganda signed a border treaty in Nairobi on Friday. The Kenyan president
met the Ugandan president for two hours.

"This treaty ends forty years of quarrel," the Kenyan president said. The Ugandan president promised to withdraw
troops from the island by June 2016.""",
    "2016-06-20": """Uganda Pulls Troops Back

KAMPALA, June 20 (Example News) — Uganda withdrew its troops from the island in Lake Victoria on Monday, the Ugandan
army said. Kenya welcomed the withdrawal.

"We kept our word," said the spokesman for the Ugandan army.""",
    "2016-11-02": """Kenya Accuses Uganda of Shelling

NAIROBI, Nov. 2 (Example News) — Kenya accused Uganda of shelling a village near Busia on Tuesday. Ugandan soldiers
killed 12 Kenyan police officers in Busia on Tuesday, the Kenyan government said. Uganda denied the attack.

"We did not fire a single shot," the Ugandan defence minister said. Kenya threatened to close the border.""",
    "2017-01-15": """Norway Sends Aid to Kenya

OSLO, Jan. 15 (Example News) — Norway sent food aid to Kenya on Saturday. Norwegian Foreign Minister Ine Eriksen
Søreide said that Norway would send another ship in February 2017. The United Nations praised Norway.""",
    "2017-05-09": """Protest in Kampala

KAMPALA, May 9 (Example News) — Thousands of students protested against the government of Uganda in Kampala on
Tuesday. Police arrested 35 protesters.

Kenya urged Uganda to release the students.""",
    "2018-02-11": """Talks in Geneva

GENEVA, Feb. 11 (Example News) — Kenya and Uganda held talks in Geneva on Sunday. The two countries agreed to open
the border in March 2018. The United Nations hosted the talks.

The island, which Kenya calls Migingo and Uganda Bugingo, was not discussed. "Peace treaty talks go on," a United
Nations spokesman said.""",
    "2018-07-01": """<script>alert('title')</script> Minister's "Visit" & More

KAMPALA, July 1 (Example News) — Kenyan Foreign Minister Amina Mohamed visited Uganda on Sunday. "Trade <img src=x
onerror=alert(1)> is our aim," she said in Kampala, "and we will lift the ban on milk by August 2018." """,
}


def documents() -> list[Document]:
    """All of them, one a line of a file."""
    found = []
    for number, (day, text) in enumerate(NEWS.items(), 1):
        title, _, body = text.partition("\n\n")
        body = body.replace("\n\n", "\0").replace("\n", " ").replace("\0", "\n\n")
        url = f"https://example.org/{number}"
        source = f"news.jsonl:{number}"
        found.append(Document(source=source, id=f"d{number}", title=title, text=body, published=day, url=url))
    return found


def make_archive(folder: Path) -> Path:
    """The archive of all of them."""
    put(folder, documents())
    return folder
