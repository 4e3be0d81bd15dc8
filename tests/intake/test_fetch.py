from __future__ import annotations

import gzip
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from dateline.intake import open_sources
from dateline.intake.fetch import Fetched, Fetcher
from dateline.record import Document, Problem

PAGE = "<html><body><p>The café envoy left for Rome on Monday.</p></body></html>"
ASKED: list[tuple[str, str]] = []


class Server(BaseHTTPRequestHandler):
    """A server that misbehaves in a way of its own at each address."""

    def do_GET(self) -> None:
        ASKED.append((self.path, self.headers.get("User-Agent", "")))
        name = self.path.strip("/").replace(".", "_").split("/")[0]
        getattr(self, f"answer_{name}", self.answer_missing)()

    def send(self, data: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def answer_robots_txt(self) -> None:
        self.send(b"User-agent: *\nDisallow: /closed\n")

    def answer_page(self) -> None:
        self.send(PAGE.encode("cp1252"), Content_Type="text/html; charset=windows-1252")

    def answer_zipped(self) -> None:
        self.send(gzip.compress(PAGE.encode()), Content_Type="text/html", Content_Encoding="gzip")

    def answer_bomb(self) -> None:
        self.send(gzip.compress(b"x" * 60_000_000), Content_Type="text/html", Content_Encoding="gzip")

    def answer_moved(self) -> None:
        self.send(b"", 302, Location="/page")

    def answer_loop(self) -> None:
        self.send(b"", 302, Location="/loop")

    def answer_inward(self) -> None:
        self.send(b"", 302, Location="file:///etc/passwd")

    def answer_busy(self) -> None:
        self.send(b"", 429, Retry_After="120")

    def answer_missing(self) -> None:
        self.send(b"", 404)

    def answer_slow(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(40):
            try:
                self.wfile.write(b"x")
            except OSError:
                return
            time.sleep(0.1)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture
def fetcher() -> Fetcher:
    return Fetcher(allow_local=True, pause=0.0, timeout=1.5)


def test_a_page_is_fetched_and_says_who_asks(host: str, fetcher: Fetcher) -> None:
    found = fetcher.fetch(f"{host}/page")
    assert isinstance(found, Fetched)
    assert (found.kind, found.charset, found.data) == ("text/html", "windows-1252", PAGE.encode("cp1252"))
    assert ASKED[-1][1].startswith("dateline/")


def test_an_address_is_a_source(host: str) -> None:
    (found,) = open_sources([f"{host}/page"], allow_local=True)
    assert isinstance(found, Document)
    assert (found.html, found.url) == (PAGE, f"{host}/page")


@pytest.mark.parametrize("path", ["/zipped", "/moved"])
def test_zipped_and_moved_pages_are_read(host: str, fetcher: Fetcher, path: str) -> None:
    assert isinstance(fetcher.fetch(host + path), Fetched)


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("/closed/page", "robots.txt"),
        ("/bomb", "larger"),
        ("/loop", "redirects"),
        ("/inward", "file"),
        ("/busy", "429"),
        ("/none", "404"),
        ("/slow", "seconds"),
    ],
)
def test_what_misbehaves_is_one_problem(host: str, fetcher: Fetcher, path: str, what: str) -> None:
    start = time.monotonic()
    found = fetcher.fetch(host + path)
    assert isinstance(found, Problem)
    assert what in found.what
    assert found.mend
    assert time.monotonic() - start < 5


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:9/", "http://localhost/", "http://[::1]/", "http://10.0.0.1/", "http://169.254.1.1/"]
)
def test_local_addresses_are_not_asked(url: str) -> None:
    (found,) = open_sources([url])
    assert isinstance(found, Problem)
    assert "local address" in found.what


def test_a_host_is_asked_with_pauses(host: str) -> None:
    polite = Fetcher(allow_local=True, pause=0.3, timeout=2)
    start = time.monotonic()
    polite.fetch(f"{host}/page")
    polite.fetch(f"{host}/page")
    assert time.monotonic() - start >= 0.6  # robots.txt, a page, a page
