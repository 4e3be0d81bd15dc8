from __future__ import annotations

import pytest

from dateline.intake.looks import binary_kind, looks_like_html, looks_like_jsonl


@pytest.mark.parametrize(
    "text", ["<!DOCTYPE html><p>a", " \n<html>", "<div class='a'>b</div>", "<header><p>a</p><p>b</p><div>c</div></header>"]
)
def test_html(text: str) -> None:
    assert looks_like_html(text)


@pytest.mark.parametrize("text", ["", "The <b>envoy</b> left.", "<< Back | Next >>", "<The Hague> talks begin"])
def test_no_html(text: str) -> None:
    assert not looks_like_html(text)


@pytest.mark.parametrize("head", [b'{"text": "a"}\n', b'\n  { "id" : 1', b"{}"])
def test_jsonl(head: bytes) -> None:
    assert looks_like_jsonl(head)


@pytest.mark.parametrize("head", [b"", b"{Kerry} left", b"[1]", b"The envoy"])
def test_no_jsonl(head: bytes) -> None:
    assert not looks_like_jsonl(head)


@pytest.mark.parametrize("head", [b"%PDF-1.4", b"PK\x03\x04aa", b"a\0b\0\0\0\0c", b"\x89PNG\r\n"])
def test_binary(head: bytes) -> None:
    assert binary_kind(head)


@pytest.mark.parametrize(
    "head",
    [b"", b"The envoy left.", "Zürich".encode("utf-16"), "The envoy left Zürich.".encode("utf-16-le"), "北京".encode()],
)
def test_no_binary(head: bytes) -> None:
    assert binary_kind(head) is None
