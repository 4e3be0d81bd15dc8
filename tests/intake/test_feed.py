# ruff: noqa: E501
from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.intake import open_sources
from dateline.intake.entries import looks_like_feed
from dateline.record import Document, Problem

LONG = "The envoys of both states met on Monday in the old town hall and spoke for three hours of the road."
RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Paper</title>
<item><title>Envoys meet</title><link>https://example.org/1</link><guid>g1</guid><pubDate>Fri, 16 Dec 2016 23:30:00 +0300</pubDate>
<description>Short.</description><content:encoded><![CDATA[<p>{LONG}</p>]]></content:encoded></item>
<item><title>Only a headline</title><link>https://example.org/2</link></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Paper</title><entry><title>Envoys meet</title>
<link rel="self" href="https://example.org/self"/><link href="https://example.org/1"/><published>2016-12-16T10:00:00Z</published>
<content type="text">{LONG}</content></entry></feed>"""
JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "items": [
            {
                "id": "1",
                "url": "https://example.org/1",
                "title": "Envoys meet",
                "content_text": LONG,
                "date_published": "2016-12-16T10:00:00Z",
            }
        ],
    }
)
SITEMAP = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://example.org/1</loc></url></urlset>'


def read(path: Path, data: str) -> list[Document | Problem]:
    path.write_text(data, encoding="utf-8")
    return list(open_sources([str(path)]))


@pytest.mark.parametrize(
    ("name", "data"), [("a.rss", RSS), ("a.xml", RSS), ("a.atom", ATOM), ("feed", ATOM), ("feed", JSON)]
)
def test_entries_with_a_text_are_documents(tmp_path: Path, name: str, data: str) -> None:
    found = read(tmp_path / name, data)
    assert isinstance(found[0], Document)
    assert (found[0].title, found[0].url, found[0].published) == ("Envoys meet", "https://example.org/1", "2016-12-16")
    assert LONG in (found[0].text or found[0].html or "")


def test_entries_that_are_headlines_only_are_counted(tmp_path: Path) -> None:
    note = read(tmp_path / "a.rss", RSS)[-1]
    assert isinstance(note, Problem)
    assert note.severity == "note"
    assert note.what.startswith("1 of 2")
    (sitemap,) = read(tmp_path / "b.xml", SITEMAP)
    assert isinstance(sitemap, Problem)
    assert sitemap.what.startswith("1 of 1")


@pytest.mark.parametrize(
    "data", ["<rss><channel>", "no feed", '<!DOCTYPE r [<!ENTITY a "b">]><rss>&a;</rss>', "<rss></rss>"]
)
def test_what_is_no_feed_is_a_problem(tmp_path: Path, data: str) -> None:
    (found,) = read(tmp_path / "a.rss", data)
    assert isinstance(found, Problem)


def test_looks() -> None:
    assert looks_like_feed(RSS.encode())
    assert looks_like_feed(JSON.encode())
    assert not looks_like_feed(b"<html><body><rss></body>")
    assert not looks_like_feed(b'{"text": "a"}')
