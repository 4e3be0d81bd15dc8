"""The front door as requests see it."""

from __future__ import annotations

import re
from typing import Any

import msgspec
import pytest
from litestar.testing import TestClient

from build_room import SAMPLE, token
from dateline.record import Record, decode_record
from dateline.record.checker import check_record
from dateline.web.sheet import lay_out

TREATY = "Kenya and Uganda signed a border treaty in Nairobi on Friday, officials said."
# What a hostile page would like to see run, in every place that a page can name.
HOSTILE = """<html><head><title>"><script>alert(1)</script></title>
<meta name="author" content="'><img src=x onerror=alert(2)>"><meta property="og:site_name" content="<svg onload=alert(3)>">
<link rel="canonical" href="javascript:alert(4)"></head><body><article>
<h1>Kenya &lt;script&gt;alert(5)&lt;/script&gt; and Uganda sign</h1>
<p>Kenya and Uganda signed a treaty in Nairobi on Friday &lt;img src=x onerror=alert(6)&gt;,
said &quot;President&quot; Yoweri Museveni.</p>
<p>&lt;svg/onload=alert(7)&gt; Museveni promised to visit Kenya by March 2018 &#39;onmouseover=&#39;alert(8)
xx{{ 6*7 }}yy &lt;/textarea&gt;.</p>
</article></body></html>"""


def test_reads_a_page_into_the_record_it_would_have_elsewhere(asking: TestClient[Any]) -> None:
    answer = asking.post("/api/read", json={"text": TREATY, "published": "2017-11-15", "id": "k1"})
    assert answer.status_code == 200
    record = decode_record(answer.content)
    assert (record.id, record.events[0].type, check_record(record)) == ("k1", "SUPPORT", [])


def test_every_finding_of_the_sample_has_a_mark_and_a_card(asking: TestClient[Any]) -> None:
    page = asking.post("/read", data={"text": SAMPLE, "_csrf_token": token(asking)}).text
    record = decode_record(asking.post("/api/read", json={"text": SAMPLE}).content)
    found = [*record.events, *record.statements, *record.commitments, *record.entities, *record.places, *record.times]
    cards = set(re.findall(r'<article class="card [^"]*" id="(\w+)"', page))
    assert cards == {one.id for one in found} | {f"d{n}" for n, _ in enumerate(record.disputes, 1)}
    marked = {i for ids in re.findall(r'data-of="([^"]*)"', page) for i in ids.split()}
    assert cards <= marked


def test_the_marked_text_is_the_article_s_text(asking: TestClient[Any]) -> None:
    record = decode_record(asking.post("/api/read", json={"text": SAMPLE}).content)
    lines = ["".join(s.text for s in p.segments) for p in lay_out(record).paragraphs]
    assert lines == [line for line in record.article.text.split("\n") if line]


def test_a_form_s_line_ends_move_no_offset(asking: TestClient[Any]) -> None:
    sent = {"text": SAMPLE.replace("\n", "\r\n"), "_csrf_token": token(asking)}
    assert asking.post("/read", data=sent).text == asking.post("/read", data={**sent, "text": SAMPLE}).text


def test_only_the_part_that_changes_where_a_script_asked(asking: TestClient[Any]) -> None:
    sent = {"text": TREATY, "_csrf_token": token(asking)}
    assert "<html" not in asking.post("/read", data=sent, headers={"HX-Request": "true"}).text
    assert "<html" in asking.post("/read", data=sent).text


def test_a_hostile_page_does_nothing(asking: TestClient[Any]) -> None:
    sent = {"text": HOSTILE, "_csrf_token": token(asking)}
    for page in (asking.post("/read", data=sent).text, asking.post("/read", data=sent, headers={"HX-Request": "true"}).text):
        plain = re.sub(r"<textarea.*?</textarea>", "", page, flags=re.DOTALL)
        assert "Uganda" in plain
        assert not re.search(r"<(?!script src=\"/static)script|<img|<svg|onerror=alert\(\d\)>|href=\"javascript", plain)
        assert not re.search(r"<[^>]*\son\w+=", plain), "an attribute got out of its quotes"
        assert "xx42yy" not in plain
        assert page.count("</textarea>") == ("<html" in page)


def test_a_file_is_read_as_its_bytes_say(asking: TestClient[Any]) -> None:
    data = "Norwegian Foreign Minister Ine Eriksen Søreide arrived in Ankara on Monday.".encode("latin-1")
    page = asking.post("/read", files={"file": ("page.txt", data)}, data={"_csrf_token": token(asking)})
    assert "Søreide" in page.text
    assert "no encoding is declared" in page.text


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({}, "nothing to read"),
        ({"text": " \n "}, "nothing to read"),
        ({"text": TREATY, "published": "last week"}, "is no date"),
        ({"url": "file:///etc/passwd"}, "no address of a page"),
        ({"url": "http://127.0.0.1:1/"}, "leads to the local address"),
        ({"url": "http://[::ffff:10.0.0.1]/"}, "leads to the local address"),
        ({"text": "x" * 300_001}, "at most 300,000"),
    ],
)
def test_what_can_not_be_read_is_told_plainly(asking: TestClient[Any], sent: dict[str, str], told: str) -> None:
    answer = asking.post("/api/read", json=sent)
    assert answer.status_code == 400
    assert told in answer.json()["error"]
    page = asking.post("/read", data={**sent, "_csrf_token": token(asking)})
    assert page.status_code == 400
    assert told.split("'")[0] in page.text


@pytest.mark.parametrize("body", [b"", b"{", b'{"text": 1}', b'{"texts": "a"}', b"[]", b"\xff"])
def test_what_is_no_request_is_refused(asking: TestClient[Any], body: bytes) -> None:
    answer = asking.post("/api/read", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 400
    assert answer.json()["error"]


def test_the_sample_of_the_front_door_is_that_of_the_docs(asking: TestClient[Any]) -> None:
    from dateline.web.pages.front import sample_page

    assert sample_page() == SAMPLE
    assert "Lake Prespa" in asking.get("/sample").text


def test_the_api_describes_the_record(asking: TestClient[Any]) -> None:
    schema = asking.get("/api/openapi.json").json()
    described = schema["components"]["schemas"]["Record"]["properties"]
    assert set(described) == {f.encode_name for f in msgspec.structs.fields(Record)}
    assert schema["paths"]["/api/read"]["post"]["operationId"] == "read"
