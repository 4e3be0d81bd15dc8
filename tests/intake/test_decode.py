from __future__ import annotations

import codecs

import pytest

from dateline.intake.decode import decode, well_formed

TEXT = "The envoy’s café talks in Zürich ended, he said, and the two sides will meet again in the spring of next year."


@pytest.mark.parametrize(
    ("data", "declared", "noted"),
    [
        (TEXT.encode(), None, False),
        (TEXT.encode(), "utf-8", False),
        (codecs.BOM_UTF8 + TEXT.encode(), None, False),
        (TEXT.encode("utf-16"), None, False),
        (TEXT.encode("cp1252"), "iso-8859-1", False),  # browsers read that name as Windows-1252
        (TEXT.encode("cp1252"), None, True),
        (TEXT.encode("cp1252"), "utf-8", True),
        (TEXT.encode(), "windows-1252", True),
        (TEXT.encode("cp1252"), "no-such-code", True),
    ],
)
def test_reads_as_declared_or_as_detected_and_says_so(data: bytes, declared: str | None, noted: bool) -> None:
    found = decode(data, declared=declared)
    assert found.text == TEXT
    assert bool(found.notes) == noted


def test_a_declaration_inside_a_page_counts() -> None:
    text = '<html><head><meta charset="windows-1251"></head><body>Министры встретились</body></html>'
    found = decode(text.encode("cp1251"), html=True)
    assert found.text == text
    assert found.notes == ()


def test_a_byte_that_is_cut_does_not_change_the_encoding() -> None:
    found = decode((TEXT * 10).encode()[:-1] + b" \xe2\x80 end")
    assert "Zürich" in found.text
    assert "\ufffd" in found.text
    assert "replaced" in found.notes[0]


def test_line_ends_become_one_kind() -> None:
    assert decode(b"a\r\nb\rc").text == "a\nb\nc"


def test_lone_surrogates_are_replaced() -> None:
    assert well_formed("a\ud800b") == "a\ufffdb"
    assert well_formed("a\U0001f600b") == "a\U0001f600b"
