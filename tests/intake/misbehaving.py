"""A server on loopback that misbehaves in a way of its own at each address."""

from __future__ import annotations

import gzip
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

PAGE = "<html><body><p>The café envoy left for Rome on Monday.</p></body></html>"
STORY = (
    "<html><head><title>Envoys {n} meet</title></head><body><article><h1>Envoys {n} meet</h1>"
    "<p>The envoys of both states met on Monday in the old town hall and spoke for three hours of the road number {n}.</p>"
    "<p>The minister said on Tuesday that the talks would go on for a week and that nobody had left the table.</p>"
    "</article></body></html>"
)


class Misbehaving(BaseHTTPRequestHandler):
    """Answers `/name/...` by `answer_name`; keeps what was asked, with what headers, and when."""

    asked: list[tuple[str, dict[str, str], float]]
    items: list[int]

    def do_GET(self) -> None:
        self.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}, time.monotonic()))
        name = self.path.split("?")[0].strip("/").replace(".", "_").split("/")[0]
        with suppress(OSError):
            getattr(self, f"answer_{name}", self.answer_missing)()

    def send(self, data: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def times(self) -> int:
        """How often this address was asked for, this time included."""
        return sum(path == self.path for path, _, _ in self.asked)

    def here(self, path: str) -> str:
        return f"http://{self.headers['Host']}{path}"

    def answer_robots_txt(self) -> None:
        self.send(b"User-agent: *\nDisallow: /closed\nDisallow: /*.cgi$\n")

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

    def answer_pingpong(self) -> None:
        self.send(b"", 301, Location="/pingpong?" + "x" * (len(self.path) % 7))

    def answer_inward(self) -> None:
        self.send(b"", 302, Location="file:///etc/passwd")

    def answer_aside(self) -> None:
        self.send(b"", 302, Location="/closed/page")

    def answer_busy(self) -> None:
        self.send(b"", 429, Retry_After="120")

    def answer_busy_once(self) -> None:
        if self.times() == 1:
            self.send(b"", 429, Retry_After="1")
        else:
            self.answer_page()

    def answer_missing(self) -> None:
        self.send(b"", 404)

    def answer_slow(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(40):
            self.wfile.write(b"x")
            time.sleep(0.1)

    def answer_silent(self) -> None:
        time.sleep(4)

    def answer_endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        while True:
            self.wfile.write(b"x" * 1_000_000)

    def answer_headers(self) -> None:
        self.send_response(200)
        for n in range(1000):
            self.send_header(f"X-{n}", "y" * 1000)
        self.end_headers()

    def answer_longer(self) -> None:
        self.send(PAGE.encode(), Content_Type="text/html", Content_Length="100000")

    def answer_claims(self) -> None:
        self.send(PAGE.encode(), Content_Type="text/html", Content_Length="4294967296")

    def answer_half(self) -> None:
        self.send(gzip.compress(PAGE.encode() * 500)[:60], Content_Type="text/html", Content_Encoding="gzip")

    def answer_brotli(self) -> None:
        self.send(b"\x0b\x02\x80abc\x03", Content_Type="text/html", Content_Encoding="br")

    def answer_wrong_charset(self) -> None:
        self.send(PAGE.encode("utf-8"), Content_Type="text/html; charset=windows-1252")

    def answer_no_such_charset(self) -> None:
        self.send(PAGE.encode("cp1252"), Content_Type="text/html; charset=klingon")

    def answer_nonsense(self) -> None:
        self.wfile.write(b"this is no HTTP\r\n\r\n")

    def answer_same(self) -> None:
        if self.headers.get("If-None-Match") == '"one"' or self.headers.get("If-Modified-Since"):
            self.send(b"", 304)
        else:
            self.send(PAGE.encode(), ETag='"one"', Last_Modified="Fri, 16 Dec 2016 09:00:00 GMT")

    def answer_story(self) -> None:
        n = self.path.rsplit("/", 1)[-1].split("?")[0]
        if n == "13" and self.times() < 3:
            self.send(b"", 500)
        else:
            self.send(STORY.format(n=n).encode(), Content_Type="text/html")

    def answer_rss(self) -> None:
        """As many entries as `items` holds; unchanged where the asker has them all."""
        tag = f'"{len(self.items)}"'
        if self.headers.get("If-None-Match") == tag:
            self.send(b"", 304)
            return
        entries = "".join(
            f"<item><title>Envoys {n} meet</title><link>/story/{n}?utm_source=rss{len(self.items)}</link>"
            f"<guid isPermaLink='false'>g{n}</guid><pubDate>Fri, 16 Dec 2016 09:00:00 +0300</pubDate></item>"
            for n in self.items
        )
        self.send(f"<rss version='2.0'><channel>{entries}</channel></rss>".encode(), ETag=tag)

    def answer_sitemaps_xml(self) -> None:
        entries = "".join(f"<sitemap><loc>{self.here(f'/sitemap/{n}')}</loc></sitemap>" for n in (1, 2))
        xml = f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</sitemapindex>'
        self.send(xml.encode(), Content_Type="application/xml", ETag='"index"')

    def answer_sitemap(self) -> None:
        n = self.path.rsplit("/", 1)[-1]
        news = (
            "<n:news><n:publication><n:name>Paper</n:name><n:language>en</n:language></n:publication>"
            "<n:publication_date>2016-12-16T09:00:00+03:00</n:publication_date><n:title>Envoys meet</n:title></n:news>"
        )
        xml = (
            '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
            'xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">'
            f"<url><loc>{self.here(f'/story/{n}')}</loc>{news}</url></urlset>"
        )
        self.send(gzip.compress(xml.encode()) if n == "2" else xml.encode(), Content_Type="application/octet-stream")

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def serving() -> Iterator[tuple[str, type[Misbehaving]]]:
    """The address of a fresh server, and its handler, which keeps what was asked."""

    class Handler(Misbehaving):
        asked: list[tuple[str, dict[str, str], float]] = []  # noqa: RUF012 - one list a server is what is wanted
        items: list[int] = [1, 2]  # noqa: RUF012

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.block_on_close = False
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", Handler
    finally:
        server.shutdown()
        server.server_close()
