"""No mark put in or taken out anywhere makes the ledger or the contested names raise or point outside the text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from build_reader import reader
from dateline.record import Document, Record

MARKS = ['"', "“", "”", "'", "’", "«", "»", ":", ";", ",", "—", "(", ")", "\n", ".", "?", "!"]
ARTICLE = (
    "MANILA — The Philippines and Japan signed a pact on Monday to let troops train on each other's soil.\n"
    '"We will send five boats by June if the money comes," the Japanese minister said. "We will not sell them."\n'
    "China, which calls the shoal Huangyan Island, warned that it would answer and told both to keep out.\n"
    "LAVROV: We have promised to come.\n"
    "REPORTER: By when?\n"
    "Manila refused; the two sides agreed to meet within ten days."
)
PLACES = [i for i, c in enumerate(ARTICLE) if not c.isalnum() and c != " "]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, len(ARTICLE)), st.sampled_from(MARKS)), max_size=6),
    st.sets(st.sampled_from(PLACES), max_size=8),
)
def test_odd_marks_leave_a_sound_record(put: list[tuple[int, str]], taken: set[int]) -> None:
    letters = ["" if i in taken else c for i, c in enumerate(ARTICLE)]
    for at, mark in sorted(put, reverse=True):
        letters.insert(at, mark)
    document = Document(source="test", text="".join(letters), published="2025-05-15")
    (record,) = reader().read_documents([document])
    assert isinstance(record, Record)  # a Problem would name what broke
    assert record.statements
    assert record.commitments
