"""Fetches what a person names: politely, within bounds, and from public addresses only.

robots.txt is respected, a host is asked once a second at most and left alone as long as it asks for, redirects are bounded
and each is checked like the first address, size and time have limits, and the User-Agent says who asks.
"""

from __future__ import annotations

import http.client
import time
import zlib
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from typing import NamedTuple
from urllib.parse import quote, urljoin, urlsplit

from dateline.intake.answer import Answer, read_answer
from dateline.intake.connect import Connection, NotAllowedError
from dateline.intake.limits import MOST_PAGE
from dateline.intake.robots import NOTHING, Robots, parse_robots
from dateline.record import Problem

_AGENT = "dateline"
_REDIRECTS = 5
_MOST_ROBOTS = 500_000
_LONGEST_PAUSE = 30.0  # seconds; a robots.txt that asks for more is not waited for
_HOLDS, _HOLDS_FAILURE = 86_400.0, 600.0  # seconds that a robots.txt, and the lack of one, is taken to hold
_TRIES = 3  # times that an address is asked where the server says when to come again
_MOVED = {301, 302, 303, 307, 308}
_WAIT = {429, 503}


class Validators(NamedTuple):
    """By what a server tells that a page is still the one we have; both None where it gave none."""

    etag: str | None = None
    modified: str | None = None


class Fetched(NamedTuple):
    """What came back: where from in the end, its kind, its declared encoding, the bytes, and how to ask for news of it."""

    url: str
    kind: str
    charset: str | None
    data: bytes
    validators: Validators = Validators()


class Unchanged(NamedTuple):
    """The answer that an address holds what it held before."""

    url: str


class Fetcher:
    """Fetches pages one at a time, and remembers of each host what its robots.txt allows and when it may be asked."""

    def __init__(
        self, *, allow_local: bool = False, pause: float = 1.0, timeout: float = 20.0, longest_wait: float = 60.0
    ) -> None:
        """Units are seconds: `pause` between requests to a host, `timeout` for a whole answer, `longest_wait` for a server
        that asks to come again later; one that asks for more gives a problem, and is left alone until then."""
        self._allow_local = allow_local
        self._pause = pause
        self._timeout = timeout
        self._longest_wait = longest_wait
        self._robots: dict[str, tuple[Robots, float]] = {}  # and until when it holds, in monotonic time
        self._free: dict[str, float] = {}  # when a host may be asked again, in monotonic time
        self._shut: dict[str, float] = {}  # until when a host asked to be left alone

    def fetch(self, url: str) -> Fetched | Problem:
        """The page at an address, or a problem that says why there is none."""
        found = self.fetch_if_new(url)
        return _problem(url, "the server says 'unchanged' to a first request") if isinstance(found, Unchanged) else found

    def fetch_if_new(self, url: str, known: Validators = Validators()) -> Fetched | Unchanged | Problem:  # noqa: B008 - it can't change
        """The page at an address unless it is the one that `known` belongs to."""
        try:
            return self._follow(url, known)
        except NotAllowedError as e:
            return _problem(url, str(e), "give a public address, or allow local ones (--allow-local)")
        except TimeoutError:
            return _problem(url, f"no whole answer within {self._timeout:.0f} seconds", "try again later")
        except (OSError, http.client.HTTPException, ValueError, zlib.error) as e:
            return _problem(url, f"it can't be fetched ({str(e)[:200] or type(e).__name__})")

    def _follow(self, url: str, known: Validators) -> Fetched | Unchanged | Problem:
        at = url
        for _ in range(_REDIRECTS + 1):
            if not self._may(at):
                return _problem(url, "its robots.txt asks not to fetch it", "save the page by hand")
            answer = self._ask_in_time(at, known)
            if answer.status in _MOVED and answer.headers.get("Location"):
                at = urljoin(at, answer.headers["Location"])
                continue
            if answer.status == 304 and any(known):
                return Unchanged(at)
            if answer.status != 200:
                return _refused(url, answer)
            headers = answer.headers
            validators = Validators(_header(headers, "ETag"), _header(headers, "Last-Modified"))
            return Fetched(at, headers.get_content_type(), headers.get_content_charset(), answer.data, validators)
        return _problem(url, f"it redirects more than {_REDIRECTS} times", "give the page's final address")

    def _may(self, url: str) -> bool:
        parts = urlsplit(url)
        host = f"{parts.scheme}://{parts.netloc}"
        robots, until = self._robots.get(host, (NOTHING, 0.0))
        if time.monotonic() >= until:
            robots = self._read_robots(f"{host}/robots.txt")
            holds = _HOLDS_FAILURE if robots is NOTHING else _HOLDS
            self._robots[host] = (robots, time.monotonic() + holds)
        return robots.allows(url)

    def _read_robots(self, url: str) -> Robots:
        """RFC 9309: a server that fails allows nothing, one that has no such file everything."""
        for _ in range(_REDIRECTS + 1):
            answer = self._ask(url, {}, _MOST_ROBOTS, cut=True)
            if answer.status in _MOVED and answer.headers.get("Location"):
                url = urljoin(url, answer.headers["Location"])
            elif answer.status >= 500 or answer.status == 429:
                return NOTHING
            else:
                text = answer.data.decode("utf-8", "replace") if answer.status == 200 else ""
                return parse_robots(text, _AGENT)
        return Robots()

    def _ask_in_time(self, url: str, known: Validators) -> Answer:
        """The answer of an address, asked again where the server says when, if that is soon."""
        host = urlsplit(url).netloc
        asked = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
        headers = {name: value for name, value in asked.items() if value}
        for left in reversed(range(_TRIES)):
            answer = self._ask(url, headers, MOST_PAGE)
            wait = _retry_after(answer) if answer.status in _WAIT else None
            if wait is None:
                break
            self._shut[host] = time.monotonic() + wait
            if not left or wait > self._longest_wait:
                break
        return answer

    def _ask(self, url: str, headers: Mapping[str, str], most: int, *, cut: bool = False) -> Answer:
        """One request.  Raises TimeoutError, OSError, ValueError, http.client.HTTPException, zlib.error."""
        parts = urlsplit(url)
        if not parts.hostname:
            raise NotAllowedError(f"'{url[:200]}' is no address of a page")
        self._wait(parts.netloc, f"{parts.scheme}://{parts.netloc}")
        connection = Connection(
            parts.scheme, parts.hostname, parts.port, seconds=self._timeout, allow_local=self._allow_local
        )
        try:
            connection.handshake()
            path = quote((parts.path or "/") + (f"?{parts.query}" if parts.query else ""), safe="/?%:=&~#+!$,;'@()*[]|")
            connection.http.request("GET", path, headers={**_own_headers(), **headers})
            answer = read_answer(connection.http.getresponse(), most, cut=cut)
        except (OSError, http.client.HTTPException, ValueError, zlib.error):
            if connection.over:
                raise TimeoutError from None
            raise
        finally:
            connection.close()
        if connection.over:
            raise TimeoutError  # what was cut by us looks like a whole answer
        return answer

    def _wait(self, netloc: str, host: str) -> None:
        """Waits until a host may be asked.  Raises OSError where it asked to be left alone for long."""
        now = time.monotonic()
        shut = self._shut.get(netloc, now) - now
        if shut > self._longest_wait:
            raise OSError(f"the host asked to be left alone for {shut:.0f} seconds more")
        left = max(self._free.get(netloc, now) - now, shut)
        if left > 0:
            time.sleep(left)
        asked = min(self._robots[host][0].delay or 0.0, _LONGEST_PAUSE) if host in self._robots else 0.0
        self._free[netloc] = time.monotonic() + max(self._pause, asked)


def _own_headers() -> dict[str, str]:
    agent = f"{_AGENT}/{version('dateline')} (reads news pages and feeds that a person names)"
    kinds = "text/html,application/rss+xml,application/atom+xml,application/feed+json,*/*;q=0.5"
    return {"User-Agent": agent, "Accept": kinds, "Accept-Encoding": "gzip", "Connection": "close"}


def _header(headers: http.client.HTTPMessage, name: str) -> str | None:
    """A header that can be sent back as it is."""
    value = headers.get(name)
    return value if value and len(value) <= 500 and value.isascii() and value.isprintable() else None


def _retry_after(answer: Answer) -> float | None:
    """Seconds until the server wants to be asked again, where it says so: a number or a date."""
    value = (answer.headers.get("Retry-After") or "").strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        return max(parsedate_to_datetime(value).timestamp() - time.time(), 0.0)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _refused(url: str, answer: Answer) -> Problem:
    after = answer.headers.get("Retry-After")
    if answer.status in _WAIT and after:
        return _problem(url, f"the server asks to wait (status {answer.status})", f"try again after {after[:40]}")
    return _problem(url, f"the server answers with status {answer.status}")


def _problem(url: str, what: str, mend: str = "check the address") -> Problem:
    return Problem(source=url, what=what, mend=mend)
