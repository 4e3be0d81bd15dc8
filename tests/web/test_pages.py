"""The pages of an archive as requests see them."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import pytest
from litestar.testing import TestClient

PAGES = [
    "/actors",
    "/actors?q=amina",
    "/actor?who=Kenya",
    "/actor?who=Amina+Mohamed&type=CONSULT",
    "/pair?a=Kenya&b=Uganda",
    "/pair?a=KEN&b=UGA&type=ASSAULT&status=actual&from=2016&to=2016-11",
    "/happenings",
    "/happenings?q=treaty&from=2016-03",
    "/statements",
    "/statements?q=peace+treaty",
    "/statements?by=Kenya&about=Uganda&type=speech&kind=direct",
    "/promises",
    "/promises?due=1&type=promise",
    "/map",
    "/map?from=2016&to=2016",
    "/names",
]


@pytest.mark.parametrize("path", PAGES)
def test_every_page_has_its_address_and_says_how_to_cite_it(reading: TestClient[Any], path: str) -> None:
    answer = reading.get(path)
    assert answer.status_code == 200, answer.text
    cited = re.search(r'<span class="address">([^<]*)</span>', answer.text)
    assert cited
    assert cited[1].replace("&amp;", "&") == path


@pytest.mark.parametrize("path", [p for p in PAGES if "who=KEN" not in p])
def test_what_is_shown_can_be_taken_along(reading: TestClient[Any], path: str) -> None:
    page = reading.get(path).text
    links = [link.replace("&amp;", "&") for link in re.findall(r'href="(/download/[^"]+)"', page)]
    assert len(links) == 2
    table, lines = (reading.get(link) for link in links)
    rows = list(csv.DictReader(io.StringIO(table.text)))
    assert len(rows) == len([json.loads(line) for line in lines.text.splitlines()])
    assert "attachment" in table.headers["content-disposition"]
    shown = page.count('<li class="row') or page.count("<tr><td") + page.count("<tr data-lat")
    if not path.startswith(("/actor?", "/pair", "/names", "/map", "/actors")):
        assert len(rows) == shown


def test_a_month_opens_to_its_happenings_and_a_happening_to_its_sentence(reading: TestClient[Any]) -> None:
    page = reading.get("/pair?a=Kenya&b=Uganda").text
    month = next(link for link in re.findall(r'<a href="(/pair[^"]+)"', page) if "from=2018-02" in link)
    within = reading.get(month.replace("&amp;", "&")).text
    assert re.findall(r'<span class="row-day">(2018-02[^<]*)<', within)
    article, event = re.findall(r'href="(/article/[0-9a-f]+)#(e\d+)"', within)[0]
    assert f'id="{event}"' in reading.get(article).text


def test_words_that_were_looked_for_are_lit(reading: TestClient[Any]) -> None:
    assert "<mark>trea</mark>ty" in reading.get("/statements?q=trea").text


def test_titles_and_words_of_hostile_articles_are_only_words(reading: TestClient[Any]) -> None:
    for path in ("/happenings", "/statements", "/promises", "/actor?who=Uganda", "/statements?q=%3Cimg"):
        page = reading.get(path).text
        assert "&lt;script&gt;" in page or "&lt;" in page
        assert not re.search(r"<script>|<img|onerror=alert\(1\)>", page)


@pytest.mark.parametrize(
    "path", ["/article/nothing", "/article/' OR 1=1 --", "/happening/nothing", "/download/x.csv", "/download/names.exe"]
)
def test_what_is_not_there_is_said_plainly(reading: TestClient[Any], path: str) -> None:
    answer = reading.get(path)
    assert answer.status_code == 404
    assert "Nothing stands here" in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/happenings?from=yesterday",
        "/happenings?before=x",
        "/happenings?who=Nobody",
        "/statements?by=%00",
        "/promises?by=" + "x" * 400,
        "/happenings?from=../..",
    ],
)
def test_a_wrong_address_is_told_plainly(reading: TestClient[Any], path: str) -> None:
    assert reading.get(path).status_code == 400


@pytest.mark.parametrize("value", ["'; DROP TABLE events; --", "%' OR '1'='1", "$types", "\\", "(((", "[a-"])
def test_no_sql_comes_in_by_the_address(reading: TestClient[Any], value: str) -> None:
    for name in ("q", "place", "type", "status"):
        answer = reading.get("/happenings", params={name: value})
        assert answer.status_code == 200
        assert "Nothing of that kind" in answer.text
    assert reading.get("/happenings").text.count('<li class="row') > 10


def test_an_unknown_actor_leads_to_those_like_it(reading: TestClient[Any]) -> None:
    answer = reading.get("/actor?who=amina", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/actors?q=amina")


def test_without_an_archive_the_pages_say_how_to_get_one(asking: TestClient[Any]) -> None:
    answer = asking.get("/happenings")
    assert answer.status_code == 404
    assert "dateline serve RECORD_DIR" in answer.text


@pytest.mark.parametrize("name", ["happenings", "months", "statements", "promises", "actors", "places", "names"])
def test_the_api_gives_what_the_pages_give(reading: TestClient[Any], name: str) -> None:
    rows = reading.get(f"/api/{name}").json()
    assert rows
    taken = "months" if name == "months" else name
    if taken != "months":
        lines = reading.get(f"/download/{taken}.jsonl").text.splitlines()
        assert len(lines) == len(rows)


def test_an_article_s_record_is_given_whole(reading: TestClient[Any]) -> None:
    from dateline.record import decode_record
    from dateline.record.checker import check_record

    key = reading.get("/api/happenings").json()[0]["article"]
    assert check_record(decode_record(reading.get(f"/api/articles/{key}").content)) == []


def test_a_chart_page_is_light(reading: TestClient[Any]) -> None:
    import gzip

    page = reading.get("/map").text
    loaded = set(re.findall(r'(?:src|href|data-atlas)="(/static/[^"]+)"', page))
    sizes = [len(d) if p.endswith("woff2") else len(gzip.compress(d, 5)) for p in loaded if (d := reading.get(p).content)]
    assert len(gzip.compress(page.encode(), 5)) + sum(sizes) < 250_000
