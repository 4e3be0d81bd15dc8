# ruff: noqa: E501
"""No text whatever breaks intake or the article room, and every block lies inside the text."""

from __future__ import annotations

import io

from hypothesis import given, settings
from hypothesis import strategies as st

from build import tables
from dateline.article import Clean, build
from dateline.intake.columns import open_csv
from dateline.intake.feed import open_feed
from dateline.intake.jsonl import open_jsonl
from dateline.intake.mail import open_eml, open_mbox
from dateline.intake.page import open_page
from dateline.record import Document, Problem

clean = build(tables())

PARTS = st.sampled_from(
    [
        "Share", "By Anna Roe", "MOSCOW (Roe) — ", "Read more: ", "Tags:", "Comments", "© 2020 ", "\n", "\n\n", " ", "\t", "\r\n",
        "The envoy said on Monday that the talks would go on for a week.", "GMT", "12:30", "March 3, 2022", "“Why?” he asked.",
        "- ", "1. ", ", ", "|", "Related stories", "Vienna, Oslo, Rome", "https://example.org/2020/01/02/x", "\u200b", "\u202e", "\x00",
        "\ud800", "و", "一", "<p>", "</p>", "<html>", "<script type='application/ld+json'>", "{\"@type\": \"Article\"", "</script>", "&amp;",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(PARTS, max_size=60).map("".join))


def check_sound(found: Clean | Problem) -> None:
    if isinstance(found, Problem):
        assert found.what
        return
    text = found.article.text
    text.encode("utf-8")
    last = 0
    for block in found.blocks:
        assert last <= block.start < block.end <= len(text)
        last = block.end
    for section in found.article.sections:
        assert 0 <= section.start < section.end <= len(text)
        assert text[section.start :].startswith(section.heading)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.one_of(st.none(), TEXTS), st.one_of(st.none(), TEXTS))
def test_no_text_breaks_the_room(text: str, title: str | None, url: str | None) -> None:
    check_sound(clean(Document(source="x", text=text, title=title, url=url)))


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_no_html_breaks_the_room(html: str) -> None:
    check_sound(clean(Document(source="x", html=f"<html><body>{html}</body></html>")))
    check_sound(clean(Document(source="x", html=html)))


@settings(max_examples=200, deadline=None)
@given(
    st.one_of(
        st.binary(), TEXTS.map(lambda t: t.encode("utf-8", "replace")), TEXTS.map(lambda t: t.encode("utf-16", "replace"))
    )
)
def test_no_bytes_break_intake(data: bytes) -> None:
    for opener in (open_page, open_jsonl, open_csv, open_eml, open_mbox, open_feed):
        for found in opener(io.BufferedReader(io.BytesIO(data)), "x"):  # type: ignore[arg-type]
            if isinstance(found, Document):
                (found.text or found.html or "").encode("utf-8")
                check_sound(clean(found))


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_the_same_text_gives_the_same_article(text: str) -> None:
    document = Document(source="x", text=text)
    assert clean(document) == clean(document)
