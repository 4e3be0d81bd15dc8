from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from dateline.intake import open_sources
from dateline.intake.fetch import Fetched, Fetcher, Unchanged, Validators
from dateline.record import Document, Problem
from intake.misbehaving import PAGE, Misbehaving, serving


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[str, type[Misbehaving]]]:
    with serving() as found:
        yield found


@pytest.fixture
def host(server: tuple[str, type[Misbehaving]]) -> str:
    return server[0]


@pytest.fixture
def fetcher() -> Fetcher:
    return Fetcher(allow_local=True, pause=0.0, timeout=1.5, longest_wait=2.0)


def test_a_page_is_fetched_and_says_who_asks(server: tuple[str, type[Misbehaving]], fetcher: Fetcher) -> None:
    host, handler = server
    found = fetcher.fetch(f"{host}/page")
    assert isinstance(found, Fetched)
    assert (found.kind, found.charset, found.data) == ("text/html", "windows-1252", PAGE.encode("cp1252"))
    assert handler.asked[-1][1]["user-agent"].startswith("dateline/")


def test_an_address_is_a_source(host: str) -> None:
    (found,) = open_sources([f"{host}/page"], allow_local=True)
    assert isinstance(found, Document)
    assert (found.html, found.url) == (PAGE, f"{host}/page")


@pytest.mark.parametrize("path", ["/zipped", "/moved", "/page/café?q=ö b", "/busy_once"])
def test_what_can_be_read_is_read(host: str, fetcher: Fetcher, path: str) -> None:
    assert isinstance(fetcher.fetch(host + path), Fetched)


@pytest.mark.parametrize("path", ["/wrong_charset", "/no_such_charset"])
def test_a_charset_that_is_wrong_is_noted(host: str, path: str) -> None:
    (found,) = open_sources([host + path], allow_local=True)
    assert isinstance(found, Document)
    assert "envoy left for Rome" in (found.html or "")
    assert "declared" in found.notes[0]


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("/closed/page", "robots.txt"),
        ("/a.cgi", "robots.txt"),
        ("/aside", "robots.txt"),
        ("/bomb", "larger"),
        ("/endless", "larger|seconds"),
        ("/claims", "larger"),
        ("/loop", "redirects"),
        ("/pingpong", "redirects"),
        ("/inward", "file"),
        ("/busy", "429"),
        ("/none", "404"),
        ("/slow", "seconds"),
        ("/silent", "seconds"),
        ("/headers", "headers"),
        ("/longer", "breaks off"),
        ("/half", "breaks off"),
        ("/brotli", "packed"),
        ("/nonsense", "fetched"),
    ],
)
def test_what_misbehaves_is_one_problem(host: str, fetcher: Fetcher, path: str, what: str) -> None:
    start = time.monotonic()
    found = fetcher.fetch(host + path)
    assert isinstance(found, Problem)
    assert any(w in found.what for w in what.split("|"))
    assert found.mend
    assert time.monotonic() - start < 5


def test_a_host_that_asks_to_be_left_alone_is(server: tuple[str, type[Misbehaving]], fetcher: Fetcher) -> None:
    host, handler = server
    fetcher.fetch(f"{host}/busy")
    before = len(handler.asked)
    found = fetcher.fetch(f"{host}/page")
    assert isinstance(found, Problem)
    assert "left alone" in found.what
    assert len(handler.asked) == before


@pytest.mark.parametrize("known", [Validators('"one"', None), Validators(None, "Fri, 16 Dec 2016 09:00:00 GMT")])
def test_what_is_unchanged_is_not_sent_again(host: str, fetcher: Fetcher, known: Validators) -> None:
    first = fetcher.fetch_if_new(f"{host}/same")
    assert isinstance(first, Fetched)
    assert first.validators == Validators('"one"', "Fri, 16 Dec 2016 09:00:00 GMT")
    assert isinstance(fetcher.fetch_if_new(f"{host}/same", known), Unchanged)


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:9/", "http://localhost/", "http://[::1]/", "http://10.0.0.1/", "http://169.254.1.1/"]
)
def test_local_addresses_are_not_asked(url: str) -> None:
    (found,) = open_sources([url])
    assert isinstance(found, Problem)
    assert "local address" in found.what


@pytest.mark.parametrize("url", ["http://", "http://[", "http://a:b/", "ftp://example.org/", "http://\x00/"])
def test_addresses_that_are_none_are_problems(fetcher: Fetcher, url: str) -> None:
    assert isinstance(fetcher.fetch(url), Problem)


def test_a_host_is_asked_with_pauses(host: str) -> None:
    polite = Fetcher(allow_local=True, pause=0.3, timeout=2)
    start = time.monotonic()
    polite.fetch(f"{host}/page")
    polite.fetch(f"{host}/page")
    assert time.monotonic() - start >= 0.6  # robots.txt, a page, a page
