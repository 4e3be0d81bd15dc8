"""No text whatever breaks the reader or the checker, and the same text always gives the same record."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from build_reader import reader
from dateline.reader import as_document
from dateline.record import Problem, Record, decode_record, encode_record
from dateline.record.checker import check_record

# Pieces that wake the rooms, to be strewn among whatever characters hypothesis thinks of.
PIECES = """
The foreign minister|Erdogan|President Niinistö|U.S.|Kenya's|Turkish|the rebels|they|he|her|who|Washington|South Sudan
met|visited|accused|has agreed to|will not|signed|were killed in|bombed|denied that|promised|said|told reporters|believes
“|”|"|'|’|‘|«|(|)|[|]|--|—|-|,|.|?|!|;|:|…|&|according to|and|of|if|at least 30 people|12,000|$5.5 million|@name|#tag
on Friday|December 15-16|next year|2016|30 February|99/99/9999|in the 1990s|two days ago|at 25:61|0000-00-00|Feb. 29
Ankara|the Falkland Islands, which Argentina calls the Malvinas|North|Republic of|https://x.org/a?b=c|e\u0301|ﬁ|ß|İ|ǅ|🇫🇮|𝒳
OSLO (NTB) —|OSLO, March 3 (Reuters) -|By A. Writer|Read more:|Share on|Updated at 18:42 GMT 09 April 2020
"""
PIECES = [piece for line in PIECES.strip().split("\n") for piece in line.split("|")]
PIECES += ["\n", "\n\n", "\n- ", "\u202e", "\u200f", "\u200b", "\ufeff", "\x00", "\x1b", "\x85", "\u2028", "\ufffd"]
HTML = ["<p>", "</p>", "<h1>", "<article>", "<title>", "<time datetime='2016-13-45'>", "<!--", "&#0;", "<script>", "<"]

characters = st.characters(exclude_categories=["Cs"])
newsy = st.lists(st.one_of(st.sampled_from(PIECES), st.text(characters, max_size=6)), max_size=40).map(" ".join)
pages = st.lists(st.one_of(st.sampled_from(HTML), newsy), max_size=12).map(lambda parts: "<html><body>" + "".join(parts))
SETTINGS = settings(
    deadline=None, max_examples=150, suppress_health_check=list(HealthCheck), derandomize=True, database=None
)


def read(text: str) -> Record | None:
    """The record, or None where the text was rightly refused; fails where a step broke."""
    *_, found = reader().read_documents([as_document(text)])
    if isinstance(found, Problem):
        assert "defect" not in found.mend, found
        return None
    assert check_record(found) == []
    assert all(0 <= start < end <= len(found.article.text) for start, end in found.sentences)
    assert decode_record(encode_record(found)) == found
    return found


@SETTINGS
@given(st.text(characters, max_size=300))
@example("")
@example("\x00")
@example("\u202e\u2066")
@example("a" * 5_000)
@example("\n" * 5_000)
@example("“" * 400)
@example("said " * 400)
@example("1-2-3-" * 300)
def test_any_characters(text: str) -> None:
    read(text)


@SETTINGS
@given(newsy)
def test_news_gone_wrong(text: str) -> None:
    read(text)


@settings(SETTINGS, max_examples=60)
@given(pages)
def test_pages_gone_wrong(page: str) -> None:
    read(page)


@settings(SETTINGS, max_examples=20)
@given(st.lists(newsy, min_size=2, max_size=5))
def test_a_text_reads_the_same_alone_again_and_among_others(texts: list[str]) -> None:
    together = [r for r in reader().read_documents(map(as_document, texts)) if isinstance(r, Record)]
    alone = [r for r in map(read, texts) if r is not None]
    assert together == alone


@pytest.mark.parametrize("fields", [{"title": "\ud83d"}, {"url": "\udc00"}, {"id": "\ud800x"}, {"text": "Oslo \ud800 met."}])
def test_half_characters_are_replaced(fields: dict[str, str]) -> None:
    document = msgspec.structs.replace(as_document("The envoy met the rebels in Nairobi."), **fields)
    (found,) = reader().read_documents([document])
    assert isinstance(found, Record)
    assert "\ufffd" in encode_record(found).decode()
