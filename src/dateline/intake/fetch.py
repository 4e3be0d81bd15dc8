"""Fetches single pages that a person names: politely, within bounds, and from public addresses only.

robots.txt is respected, a host is asked once a second at most, redirects are bounded and each is checked like the first
address, size and time have limits, and the User-Agent says who asks.
"""

from __future__ import annotations

import http.client
import socket
import time
import zlib
from contextlib import suppress
from importlib.metadata import version
from threading import Timer
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from dateline.intake.connect import NotAllowedError, open_connection
from dateline.intake.limits import MOST_PAGE, in_words
from dateline.record import Problem

_AGENT = "dateline"
_REDIRECTS = 5
_MOST_ROBOTS = 500_000
_LONGEST_PAUSE = 30.0  # seconds; a robots.txt that asks for more is not waited for


class Fetched(NamedTuple):
    """What came back: where from in the end, its kind, its declared encoding, and the bytes."""

    url: str
    kind: str
    charset: str | None
    data: bytes


class _Answer(NamedTuple):
    status: int
    headers: http.client.HTTPMessage
    data: bytes


class Fetcher:
    """Fetches pages one at a time, and remembers of each host what its robots.txt allows and when it was asked."""

    def __init__(self, *, allow_local: bool = False, pause: float = 1.0, timeout: float = 20.0) -> None:
        """`pause`: seconds between requests to a host; `timeout`: seconds for a whole answer."""
        self._allow_local = allow_local
        self._pause = pause
        self._timeout = timeout
        self._robots: dict[str, RobotFileParser] = {}
        self._asked: dict[str, float] = {}

    def fetch(self, url: str) -> Fetched | Problem:
        """The page at an address, or a problem that says why there is none."""
        try:
            return self._follow(url)
        except NotAllowedError as e:
            return Problem(source=url, what=str(e), mend="give a public address, or allow local ones")
        except TimeoutError:
            what = f"no whole answer within {self._timeout:.0f} seconds"
            return Problem(source=url, what=what, mend="try again later")
        except (OSError, http.client.HTTPException, ValueError, zlib.error) as e:
            return Problem(source=url, what=f"it can't be fetched ({e or type(e).__name__})", mend="check the address")

    def _follow(self, url: str) -> Fetched | Problem:
        at = url
        for _ in range(_REDIRECTS + 1):
            if not self._may(at):
                return Problem(source=url, what="its robots.txt asks not to fetch it", mend="save the page by hand")
            answer = self._get(at, MOST_PAGE)
            where = answer.headers.get("Location")
            if answer.status in {301, 302, 303, 307, 308} and where:
                at = urljoin(at, where)
                continue
            if answer.status != 200:
                return _refused(url, answer)
            headers = answer.headers
            return Fetched(at, headers.get_content_type(), headers.get_content_charset(), answer.data)
        return Problem(source=url, what=f"it redirects more than {_REDIRECTS} times", mend="give the page's final address")

    def _may(self, url: str) -> bool:
        parts = urlsplit(url)
        host = f"{parts.scheme}://{parts.netloc}"
        if host not in self._robots:
            rules = RobotFileParser()
            answer = self._get(f"{host}/robots.txt", _MOST_ROBOTS)
            if answer.status >= 500:
                rules.parse(["User-agent: *", "Disallow: /"])  # RFC 9309: a server that fails allows nothing
            else:
                text = answer.data.decode("utf-8", "replace") if answer.status == 200 else ""
                rules.parse(text.splitlines())
            self._robots[host] = rules
        return self._robots[host].can_fetch(_AGENT, url)

    def _get(self, url: str, most: int) -> _Answer:
        parts = urlsplit(url)
        if not parts.hostname:
            raise NotAllowedError(f"'{url}' is no address of a page")
        self._wait(parts.netloc, f"{parts.scheme}://{parts.netloc}")
        end = time.monotonic() + self._timeout
        connection = open_connection(
            parts.scheme, parts.hostname, parts.port, timeout=self._timeout, allow_local=self._allow_local
        )
        # A server that sends a byte now and then never runs into the socket's own timeout.
        watch = Timer(self._timeout, _cut, [connection.sock])
        watch.start()
        try:
            path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
            connection.request("GET", path.replace(" ", "%20"), headers=_headers())
            response = connection.getresponse()
            data = _read(response, most)
            if time.monotonic() >= end:
                raise TimeoutError  # what was cut by us looks like a whole answer
            return _Answer(response.status, response.headers, data)
        except (OSError, http.client.HTTPException):
            if time.monotonic() >= end:
                raise TimeoutError from None
            raise
        finally:
            watch.cancel()
            connection.close()

    def _wait(self, netloc: str, host: str) -> None:
        rules = self._robots.get(host)
        asked = rules.crawl_delay(_AGENT) if rules is not None else None
        pause = max(self._pause, min(float(asked or 0), _LONGEST_PAUSE))
        left = self._asked.get(netloc, -pause) + pause - time.monotonic()
        if netloc in self._asked and left > 0:
            time.sleep(left)
        self._asked[netloc] = time.monotonic()


def _headers() -> dict[str, str]:
    agent = f"{_AGENT}/{version('dateline')} (reads single news pages at a person's request)"
    return {"User-Agent": agent, "Accept": "text/html,*/*;q=0.5", "Accept-Encoding": "gzip", "Connection": "close"}


def _cut(sock: socket.socket) -> None:
    with suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)


def _read(response: http.client.HTTPResponse, most: int) -> bytes:
    """The body, unzipped as it comes in, so that a small answer can't unpack into a huge one."""
    unzip = zlib.decompressobj(wbits=47) if "gzip" in response.headers.get("Content-Encoding", "") else None
    parts: list[bytes] = []
    size = 0
    while raw := response.read1(65_536):
        part = unzip.decompress(raw, most + 1 - size) if unzip else raw
        size += len(part)
        if size > most:
            raise ValueError(f"it is larger than {in_words(most)}")
        parts.append(part)
    return b"".join(parts)


def _refused(url: str, answer: _Answer) -> Problem:
    after = answer.headers.get("Retry-After")
    if answer.status in {429, 503} and after:
        return Problem(
            source=url, what=f"the server asks to wait (status {answer.status})", mend=f"try again after {after[:40]}"
        )
    return Problem(source=url, what=f"the server answers with status {answer.status}", mend="check the address")
