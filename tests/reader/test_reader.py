"""Reading from Python: records are immutable, comparable, the same alone and in a stream; problems are told."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from msgspec.structs import replace

import dateline
from build_reader import reader
from dateline.lexicon import TableError, Tables
from dateline.reader import Reader, ReadError, as_document, keep_speech, ontology_of
from dateline.record import Document, Problem, Record, Span
from dateline.record.checker import check_record
from sound import RECORD

TEXT = "Norway's foreign minister arrived in Ankara on Monday. “We want trade,” she said after the talks."
OTHER = "Kenya and Uganda signed a border treaty in Nairobi on Friday, officials said."
FRENCH = (
    "Le ministre des Affaires étrangères du Sénégal a rencontré lundi à Ankara le président de la Turquie. Les deux "
    "hommes ont parlé de commerce et des frontières, mais ils ne sont pas parvenus à un accord."
)


@pytest.fixture(autouse=True)
def one_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dateline, "_reader", lambda any_language: reader())


def test_read_gives_a_sound_record() -> None:
    record = dateline.read(TEXT, id="a1", published="2018-05-15", url="https://example.org/a", title="A Visit")
    assert (record.id, record.article.url, record.article.title) == ("a1", "https://example.org/a", "A Visit")
    assert record.article.published is not None
    assert (record.article.published.value, record.article.published.from_) == ("2018-05-15", "given")
    assert len(record.sentences) == 2
    assert check_record(record, ontology_of(Tables())) == []


def test_id_is_the_hash_of_the_text_where_none_is_given() -> None:
    record = dateline.read(TEXT)
    assert record.id == hashlib.sha256(record.article.text.encode()).hexdigest()[:16]


def test_same_text_gives_equal_records_alone_again_and_among_others() -> None:
    alone = dateline.read(TEXT)
    first, _, last = dateline.read_many([TEXT, OTHER, TEXT])
    assert alone == first == last == dateline.read(TEXT)
    assert alone != dateline.read(OTHER)
    assert hash(alone) == hash(last)


def test_a_second_reader_gives_the_same_record() -> None:
    assert Reader(any_language=True).read(TEXT) == dateline.read(TEXT)


def test_record_cannot_be_changed() -> None:
    record = dateline.read(TEXT)
    with pytest.raises(AttributeError):
        record.sentences = ()  # type: ignore[misc]
    with pytest.raises(AttributeError):
        record.article.text = ""  # type: ignore[misc]


def test_html_is_known_by_its_look() -> None:
    assert as_document("<!DOCTYPE html><p>Talks</p>").html
    assert as_document(TEXT).text == TEXT


def test_read_many_streams_in_order_and_tells_problems() -> None:
    asked: list[int] = []

    def pages():
        for n in range(200):
            asked.append(n)
            yield f"{OTHER} It was number {n}." if n % 50 else ""

    problems: list[Problem] = []
    stream = dateline.read_many(pages(), on_problem=problems.append)
    first = next(stream)
    assert "number 1." in first.article.text
    assert len(asked) < 200, "the rest is not yet asked for"
    assert len(list(stream)) == 195
    assert len(problems) == 4


def test_problems_pass_through_in_their_place() -> None:
    problem = Problem(source="x.txt", what="there is no such file", mend="check the name")
    found = list(reader().read_documents([as_document(TEXT), problem, as_document(OTHER)]))
    assert [type(f) for f in found] == [Record, Problem, Record]
    assert found[1] is problem


def test_notes_of_a_document_are_told_and_are_no_errors() -> None:
    document = Document(source="x.txt", text=TEXT, notes=("it is UTF-8 although 'latin-1' is declared",))
    note, record = reader().read_documents([document])
    assert isinstance(note, Problem)
    assert (note.severity, str(note)) == ("note", "x.txt: it is UTF-8 although 'latin-1' is declared")
    assert isinstance(record, Record)


@pytest.mark.parametrize("text", ["", " \n ", "\ufeff"])
def test_text_with_nothing_in_it_is_an_error(text: str) -> None:
    with pytest.raises(ReadError, match="text"):
        dateline.read(text)


def test_another_language_is_an_error_unless_wanted() -> None:
    assert dateline.read(FRENCH).article.language == "fr"
    with pytest.raises(ReadError, match="not English"):
        Reader(check=False).read(FRENCH)


def test_a_step_that_fails_spoils_only_its_own_page(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(reading):
        if "Kenya" in reading.article.text:
            raise KeyError("nothing there")

    own = reader()
    monkeypatch.setattr(own, "_steps", [own._steps[0]._replace(name="times", run=run)])
    found = list(own.read_documents([as_document(TEXT), as_document(OTHER), as_document(TEXT)]))
    assert [type(f) for f in found] == [Record, Problem, Record]
    assert "the step 'times' failed with KeyError" in str(found[1])


def test_an_unsound_record_is_never_given(monkeypatch: pytest.MonkeyPatch) -> None:
    (reading,) = reader().readings([as_document(TEXT)])
    assert not isinstance(reading, Problem)
    reading.statements = [replace(RECORD.statements[0], content=(Span(0, 3, "xyz"),))]
    found = reader().finish(reading)
    assert isinstance(found, Problem)
    assert "statements[0].content[0] 0-3: the text is 'xyz', the article has 'Nor'" in found.what


def test_keep_speech_drops_the_others_and_what_refers_to_them() -> None:
    kept = keep_speech(RECORD)
    assert [s.id for s in kept.statements] == ["s1"]
    assert kept.commitments[0].statement is None
    assert kept.events[1].claimed_by == "s1"
    assert check_record(kept) == []


def test_tables_may_be_folders_or_tables(tmp_path: Path) -> None:
    with pytest.raises(TableError, match="no such folder"):
        Reader(tables=[tmp_path / "none"])
    assert Reader(tables=Tables()).made_by.tables == Tables().digest
