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


@pytest.mark.usefixtures("fastwarc")
def test_damage_is_one_problem_and_what_stands_before_is_read(tmp_path: Path) -> None:
    good, second = gzip.compress(record()), gzip.compress(record(number=2))
    bad = second[:60] + b"XXXXXXXX" + second[68:]
    found = read(tmp_path / "a.warc.gz", good + bad)
    assert isinstance(found[0], Document)
    assert any(isinstance(f, Problem) and "damaged" in f.what for f in found)
    (none, *_) = read(tmp_path / "b.warc", b"no archive " * 50)
    assert isinstance(none, Problem)


@pytest.mark.usefixtures("fastwarc")
def test_a_length_that_lies_costs_nothing(tmp_path: Path) -> None:
    found = read(tmp_path / "a.warc", record().replace(b"Content-Length: ", b"Content-Length: 4294967"))
    assert isinstance(found[0], Document)
