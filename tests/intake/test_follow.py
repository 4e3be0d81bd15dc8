from __future__ import annotations

from collections.abc import Iterator

import pytest

from dateline.intake.fetch import Fetched, Fetcher
from dateline.intake.follow import MOST_PAGES, follow_feed
from dateline.record import Document, Problem
from intake.misbehaving import Misbehaving, serving


@pytest.fixture
def server() -> Iterator[tuple[str, type[Misbehaving]]]:
    with serving() as found:
        yield found


@pytest.fixture
def fetcher() -> Fetcher:
    return Fetcher(allow_local=True, pause=0.0, timeout=2)


def read(fetcher: Fetcher, url: str) -> list[Document | Problem]:
    feed = fetcher.fetch(url)
    assert isinstance(feed, Fetched)
    return list(follow_feed(fetcher, feed, url))


def test_the_pages_of_a_feed_are_fetched(server: tuple[str, type[Misbehaving]], fetcher: Fetcher) -> None:
    host, _ = server
    found = read(fetcher, f"{host}/rss")
    assert [(d.id, d.published) for d in found if isinstance(d, Document)] == [("g1", "2016-12-16"), ("g2", "2016-12-16")]
    assert isinstance(found[0], Document)
    assert "road number 1" in (found[0].html or "")


def test_an_index_leads_to_sitemaps_zipped_or_not(server: tuple[str, type[Misbehaving]], fetcher: Fetcher) -> None:
    host, _ = server
    found = read(fetcher, f"{host}/sitemaps.xml")
    assert [(d.url, d.published) for d in found if isinstance(d, Document)] == [
        (f"{host}/story/1", "2016-12-16"),
        (f"{host}/story/2", "2016-12-16"),
    ]


def test_a_page_that_fails_is_one_problem(server: tuple[str, type[Misbehaving]], fetcher: Fetcher) -> None:
    host, handler = server
    handler.items[:] = [1, 13, 2]
    found = read(fetcher, f"{host}/rss")
    assert [isinstance(d, Document) for d in found] == [True, False, True]


def test_a_feed_is_read_up_to_a_bound(server: tuple[str, type[Misbehaving]], fetcher: Fetcher) -> None:
    host, handler = server
    handler.items[:] = range(100, 100 + MOST_PAGES + 5)
    *pages, note = read(fetcher, f"{host}/rss")
    assert len(pages) == MOST_PAGES
    assert isinstance(note, Problem)
    assert note.severity == "note"


LONG = "The envoys met on Monday and spoke of the road that is to be built. " * 20


@pytest.mark.parametrize(
    ("entry", "id"),
    [
        (f"<guid>g</guid><content><![CDATA[<p>{LONG}</p>]]></content>", "g"),
        (f"<guid>g</guid><link>http://example.org/</link><content>{LONG}</content>", "g"),
        (f"<description>{LONG}</description><title>Envoys</title>", None),
    ],
)
def test_an_entry_that_holds_its_article_is_not_fetched(fetcher: Fetcher, entry: str, id: str | None) -> None:
    feed = Fetched(
        "http://example.org/rss", "text/xml", None, f"<rss><channel><item>{entry}</item></channel></rss>".encode()
    )
    (found,) = follow_feed(fetcher, feed, "rss")
    assert isinstance(found, Document)
    assert found.id == id


@pytest.mark.parametrize(
    "link", ["", "<link>file:///etc/passwd</link>", "<link>javascript:alert(1)</link>", "<link>http://[</link>"]
)
def test_an_entry_that_leads_nowhere_is_a_problem(fetcher: Fetcher, link: str) -> None:
    data = f"<rss><channel><item><title>Envoys</title>{link}</item></channel></rss>".encode()
    (found,) = follow_feed(fetcher, Fetched("http://example.org/rss", "text/xml", None, data), "rss")
    assert isinstance(found, Problem)
