"""No quotation mark put in or taken out anywhere breaks the room or empties an article."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from build import parsed, tables
from dateline.statements import build

MARKS = ['"', "“", "”", "'", "’", "‘", "«", "»", "''", "``"]
ARTICLE = (
    "OSLO — The Norwegian government said on Monday that it would close two ports to foreign trawlers.\n"
    '"We have warned them often enough," Fisheries Minister Kari Lund told reporters. "Now we act."\n'
    "Iceland called the step “hasty and unkind” and urged its neighbour to wait for the autumn talks.\n"
    "According to the coast guard, nine boats had been boarded since May; none of the 'phantom' crews was charged.\n"
    "“Nobody asked the fishermen,” said Ole Vik, who runs a small boat out of Bodo. “We read it in the paper.\n"
    "“That isn't how friends behave.”"
)
FIND = build(tables())
PLACES = [i for i, c in enumerate(ARTICLE) if c in "\"“”'’"]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, len(ARTICLE)), st.sampled_from(MARKS)), max_size=6),
    st.sets(st.sampled_from(PLACES), max_size=6),
)
def test_odd_marks_neither_raise_nor_lose_the_article(put: list[tuple[int, str]], taken: set[int]) -> None:
    letters = ["" if i in taken else c for i, c in enumerate(ARTICLE)]
    for at, mark in sorted(put, reverse=True):
        letters.insert(at, mark)
    text = "".join(letters)
    found = FIND(parsed(text))
    assert found  # a mark inside `said` costs that statement, never the article
    for s in found:
        for span in (*s.content, s.cue, s.speaker_span):
            assert span is None or text[span.start : span.end] == span.text


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="ab \n.,:“”\"'‘’«»-—ABsaid", max_size=120))
def test_no_text_raises(text: str) -> None:
    FIND(parsed(text))
