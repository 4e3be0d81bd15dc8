from __future__ import annotations

import pytest

from build import tables
from dateline.article.datelines import build_dateline
from dateline.record import Dateline

find = build_dateline(tables())


@pytest.mark.parametrize(
    ("line", "place", "agency", "date", "rest"),
    [
        ("OSLO (Roe News) — Envoys met.", "OSLO", "Roe News", None, "Envoys met."),
        ("GENEVA, March 4 (Reuters) - Talks went on.", "GENEVA", "Reuters", "March 4", "Talks went on."),
        ("BEIJING, Oct. 6, 2021 (Xinhua) -- China voted.", "BEIJING", "Xinhua", "Oct. 6, 2021", "China voted."),
        (
            "Kuala Lumpur, 5 March 2021 (Bernama) — Malaysia agreed.",
            "Kuala Lumpur",
            "Bernama",
            "5 March 2021",
            "Malaysia agreed.",
        ),
        ("Minsk. May 3. INTERFAX - Both sides met.", "Minsk", "INTERFAX", "May 3", "Both sides met."),
        ("LONDON/PARIS (Reuters) - Two cabinets resigned.", "LONDON/PARIS", "Reuters", None, "Two cabinets resigned."),
        ("ABOARD AIR FORCE ONE (AP) — The president spoke.", "ABOARD AIR FORCE ONE", "AP", None, "The president spoke."),
        ("WASHINGTON, D.C. (AP) — Aid was cut.", "WASHINGTON, D.C.", "AP", None, "Aid was cut."),
        ("KYIV, Ukraine, April 4 (UPI) -- Shells fell.", "KYIV, Ukraine", "UPI", "April 4", "Shells fell."),
        ("MAE SOT, Thailand —Rebels crossed.", "MAE SOT, Thailand", None, None, "Rebels crossed."),
        ("NEW DELHI: The minister flew home.", "NEW DELHI", None, None, "The minister flew home."),
        ("THE HAGUE — Judges ruled.", "THE HAGUE", None, None, "Judges ruled."),
        ("Vienna - Inspectors left.", "Vienna", None, None, "Inspectors left."),
        ("MOSCOW, May 4. /TASS/. Exports fell.", "MOSCOW", "TASS", "May 4", "Exports fell."),
        ("LONDON, March 4, 2021 /PRNewswire/ -- A firm grew.", "LONDON", "PRNewswire", "March 4, 2021", "A firm grew."),
        ("Tehran, May 4, IRNA – Deputies voted.", "Tehran", "IRNA", "May 4", "Deputies voted."),
        ("(CNN)Voters queued.", None, "CNN", None, "Voters queued."),
        ("BRUSSELS (AP) _ Ministers met.", "BRUSSELS", "AP", None, "Ministers met."),
        ("(AP) — Troops withdrew.", None, "AP", None, "Troops withdrew."),
        ("March 6 (Reuters) - Oil fell.", None, "Reuters", "March 6", "Oil fell."),
        ("JERUSALEM -- “We wait,” he said.", "JERUSALEM", None, None, "“We wait,” he said."),
    ],
)
def test_finds_a_dateline(line: str, place: str | None, agency: str | None, date: str | None, rest: str) -> None:
    found = find(line)
    assert found is not None
    assert found.dateline == Dateline(place=place, agency=agency, date=date)
    assert line[found.length :] == rest


@pytest.mark.parametrize(
    "line",
    [
        "(UN) The council met.",
        "BREAKING: The cabinet fell.",
        "NATO - The alliance grew.",
        "PUTIN: I think so.",
        "US - Iran talks go on in Oman.",
        "The EU (European Union) — a bloc of states",
        "HIV - The virus spread.",
        "Ministers met in Oslo — Norway's capital — on Monday.",
        "On Monday (May 3) - The day of the vote",
        "",
    ],
)
def test_leaves_other_openings_alone(line: str) -> None:
    assert find(line) is None
