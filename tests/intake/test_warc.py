# ruff: noqa: E501
from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from dateline.intake import open_sources
from dateline.record import Document, Problem

PAGE = "<html><body><p>The café envoy left.</p></body></html>".encode("cp1252")


def record(
    kind: str = "response", number: int = 1, *, content: str = "text/html; charset=windows-1252", extra: str = ""
) -> bytes:
    body = f"HTTP/1.1 200 OK\r\nContent-Type: {content}\r\n\r\n".encode() + PAGE
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://example.org/{number}\r\nWARC-Date: 2021-05-04T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{number}>\r\nContent-Type: application/http; msgtype=response\r\n{extra}"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def read(path: Path, data: bytes) -> list[Document | Problem]:
    path.write_bytes(data)
    return list(open_sources([str(path)]))


def test_without_fastwarc_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "fastwarc.warc", None)
    (found,) = read(tmp_path / "a.warc", record())
    assert isinstance(found, Problem)
    assert "dateline[warc]" in found.mend


@pytest.fixture
def fastwarc() -> None:
    pytest.importorskip("fastwarc")


@pytest.mark.usefixtures("fastwarc")
@pytest.mark.parametrize("zipped", [False, True])
def test_pages_are_read_and_others_passed_over(tmp_path: Path, zipped: bool) -> None:
    records = [record(), record("request", 2), record(number=3, content="image/png"), record(number=4)]
    data = b"".join(gzip.compress(r) if zipped else r for r in records)
    found = read(tmp_path / ("a.warc.gz" if zipped else "a.warc"), data)
    assert [d.url for d in found if isinstance(d, Document)] == ["https://example.org/1", "https://example.org/4"]
    assert isinstance(found[0], Document)
    assert "café" in (found[0].html or "")


@pytest.mark.usefixtures("fastwarc")
def test_cut_and_revisit_records_are_counted(tmp_path: Path) -> None:
    found = read(tmp_path / "a.warc", record(extra="WARC-Truncated: length\r\n") + record("revisit", 2))
    note = found[-1]
    assert isinstance(note, Problem)
    assert note.severity == "note"
    assert note.what.startswith("1 pages were cut off")
    assert isinstance(found[0], Document)
    assert "cut off" in found[0].notes[0]


RAW = [record(number=n) for n in range(1, 6)]
ZIPPED = [gzip.compress(r) for r in RAW]
FOUR_GB = RAW[1].replace(b"Content-Length: ", b"Content-Length: 4294967")


def spoilt(member: int, at: int) -> bytes:
    """The archive with twenty bytes of a member written over."""
    members = list(ZIPPED)
    members[member] = members[member][:at] + b"X" * 20 + members[member][at + 20 :]
    return b"".join(members)


@pytest.mark.usefixtures("fastwarc")
@pytest.mark.parametrize(
    ("data", "pages", "what"),
    [
        (spoilt(2, 60), "1245", "damaged"),
        (spoilt(2, 0), "1245", "damaged"),
        (b"".join(ZIPPED)[:600], "12", "breaks off"),
        (gzip.compress(b"".join(RAW))[:-40], "", "archive"),
        (b"".join(RAW)[: len(RAW[0]) + 40], "1", "breaks off"),
        (b"".join(RAW[:2])[:-40], "12", "breaks off"),
        (RAW[0] + FOUR_GB + RAW[2] + RAW[3], "1234", "length"),
        (ZIPPED[0] + gzip.compress(FOUR_GB) + ZIPPED[2], "123", "length"),
        (RAW[0] + FOUR_GB, "12", "breaks off"),
        (RAW[0].replace(b"Content-Length: ", b"Content-Length: -") + RAW[1], "2", "damaged"),
        (RAW[0] + b"noise\r\n" * 10 + RAW[1] + RAW[2], "13", "damaged"),
        (b"\x1f\x8b\x08\x00" * 2000, "", "damaged"),
        (b"no archive " * 50, "", "damaged"),
    ],
)
def test_damage_is_one_problem_and_what_stands_round_it_is_read(tmp_path: Path, data: bytes, pages: str, what: str) -> None:
    found = read(tmp_path / "a.warc", data)
    numbers = [(d.url or "")[-1] for d in found if isinstance(d, Document)]
    assert "".join(numbers).startswith(pages)
    (damage,) = [f for f in found if isinstance(f, Problem) and "no HTML page" not in f.what]
    assert what in damage.what
    assert damage.source.startswith(str(tmp_path / "a.warc") + ":")


@pytest.mark.usefixtures("fastwarc")
@pytest.mark.parametrize("data", [b"".join(RAW), b"".join(ZIPPED), gzip.compress(b"".join(RAW))])
def test_sound_archives_have_no_damage(tmp_path: Path, data: bytes) -> None:
    found = read(tmp_path / "a.warc", data)
    assert [(d.url or "")[-1] for d in found if isinstance(d, Document)] == list("12345")
    assert len(found) == 5


@pytest.mark.usefixtures("fastwarc")
def test_a_page_that_is_too_large_is_passed_over(tmp_path: Path) -> None:
    length = len(RAW[0].split(b"\r\n\r\n", 1)[1]) - 4
    large = RAW[0].replace(PAGE, b"x" * 60_000_000)
    large = large.replace(b"Content-Length: %d" % length, b"Content-Length: %d" % (length - len(PAGE) + 60_000_000))
    found = read(tmp_path / "a.warc.gz", gzip.compress(large) + ZIPPED[1])
    assert [f.what[:18] if isinstance(f, Problem) else (f.url or "")[-1] for f in found] == ["the page is larger", "2"]


@pytest.mark.usefixtures("fastwarc")
def test_an_answer_is_unpacked_that_was_archived_as_sent(tmp_path: Path) -> None:
    zipped = gzip.compress(PAGE)
    sent = b"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n" % (len(zipped), zipped)
    length = len(RAW[0].split(b"\r\n\r\n", 1)[1]) - 4
    data = RAW[0].replace(b"windows-1252\r\n\r\n" + PAGE, b"windows-1252\r\n" + sent)
    data = data.replace(b"Content-Length: %d" % length, b"Content-Length: %d" % (length - 2 - len(PAGE) + len(sent)))
    (found,) = read(tmp_path / "a.warc", data)
    assert isinstance(found, Document)
    assert found.html == PAGE.decode("cp1252")
