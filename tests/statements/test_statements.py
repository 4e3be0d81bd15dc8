"""Who said what: whole statements of short texts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import pytest

from build import parsed, tables
from dateline import entities
from dateline.record import Statement
from dateline.statements import build


@cache
def statements(text: str) -> Sequence[Statement]:
    return build(tables())(parsed(text))


def one(text: str, cue: str) -> Statement:
    return next(s for s in statements(text) if s.cue is not None and cue in s.cue.text)


@pytest.mark.parametrize(
    ("text", "cue", "kind", "content"),
    [
        ('"We go," she said. "Now."', "said", "direct", ['"We go,"', '"Now."']),
        (
            '"The port is shut," the captain said on Tuesday. "No ship has come."',
            "said",
            "direct",
            ['"The port is shut,"', '"No ship has come."'],
        ),
        (
            '"The port," the captain said, "is shut until further notice."',
            "said",
            "direct",
            ['"The port,"', '"is shut until further notice."'],
        ),
        (
            '"We came to talk.\n"We leave with a paper," the envoy told reporters.',
            "told",
            "direct",
            ['"We came to talk.', '"We leave with a paper,"'],
        ),
        (
            '"We are tired," said Anna Holm, a farmer near Odense.\n"Nobody listens to us."',
            "said",
            "direct",
            ['"We are tired,"', '"Nobody listens to us."'],
        ),
        ('The general said the raid was "an act of despair."', "said", "mixed", ['the raid was "an act of despair."']),
        ("The general said the raid had failed.", "said", "indirect", ["the raid had failed"]),
        ("Norway said the raid had failed, and recalled its envoy.", "said", "indirect", ["the raid had failed"]),
        (
            "The minister said the road was safe, adding that buses would run again.",
            "said",
            "indirect",
            ["the road was safe"],
        ),
        ("The minister said the road was safe, adding that buses would run again.", "adding", "indirect", None),
        ("The port said on Friday it would close two gates.", "said", "indirect", ["it would close two gates"]),
        ("The port said Friday it would close two gates.", "said", "indirect", ["it would close two gates"]),
        (
            "The mayor said he believed that the docks were full.",
            "said",
            "indirect",
            ["he believed that the docks were full"],
        ),
        ("The mayor said if elected he would sell the docks.", "said", "indirect", ["if elected he would sell the docks"]),
        (
            "The mayor said that the docks were full, and that ships would wait.",
            "said",
            "indirect",
            ["that the docks were full, and that ships would wait"],
        ),
        (
            "The mayor said the docks were full but no ship had waited.",
            "said",
            "indirect",
            ["the docks were full but no ship had waited"],
        ),
        ("The rebels claimed responsibility in a statement.", "claimed", "indirect", ["responsibility"]),
        ("Madrid praised the pact, which expires in May.", "praised", "indirect", ["the pact"]),
        (
            'The opposition, she said, "has nothing to offer."',
            "said",
            "mixed",
            ["The opposition", '"has nothing to offer."'],
        ),
        ("She vowed to stay unless the talks failed.", "vowed", "indirect", ["to stay unless the talks failed"]),
    ],
)
def test_content_is_whole_and_ends_where_the_words_end(text: str, cue: str, kind: str, content: list[str] | None) -> None:
    found = one(text, cue)
    assert found.kind == kind
    if content is not None:
        assert [c.text for c in found.content] == content


@pytest.mark.parametrize(
    ("text", "cue", "speaker"),
    [
        ("Foreign Minister Wang Yi said the talks had helped.", "said", "Foreign Minister Wang Yi"),
        ("The minister, who resigned on Monday, said the talks had helped.", "said", "The minister"),
        ("The minister said the road was safe, adding that buses would run again.", "adding", "The minister"),
        ("Rome issued a statement saying the ship was safe.", "saying", "Rome"),
        ("The pilot was quoted as saying the engine had failed.", "saying", "The pilot"),
        ("Officials said the vote would be held.", "said", "Officials"),
        ('"We go," said Anna Holm, a farmer near Odense.', "said", "Anna Holm, a farmer near Odense"),
        ("He spoke to Ito, who said the fleet was ready.", "said", "who"),
    ],
)
def test_speaker_is_the_mention_by_grammar(text: str, cue: str, speaker: str) -> None:
    span = one(text, cue).speaker_span
    assert span is not None
    assert span.text == speaker


@pytest.mark.parametrize(
    "text",
    [
        'The film "Gone to Sea" opened in Oslo.',
        'They met in the "green room" of the palace.',
        "The general drove to the coast.",
        "",
        "\n\n",
    ],
)
def test_titles_scare_quotes_and_plain_reports_are_no_statements(text: str) -> None:
    assert statements(text) == ()


def test_nested_statements_keep_both_levels_outer_first() -> None:
    found = statements("Lisbon said that Madrid had promised to open the dam.")
    assert [s.cue.text for s in found if s.cue] == ["said", "had promised"]
    assert found[0].content[0].covers(found[1].content[0])


@pytest.mark.parametrize(
    ("text", "cue", "class_"),
    [
        ("The envoy said the dam was full.", "said", "speech"),
        ("The envoy believes the dam is full.", "believes", "thought"),
        ("The envoy praised the engineers.", "praised", "attitude"),
        ("The poll shows that voters are tired.", "shows", "evidence"),
        ("The survey found that voters were tired.", "found", "evidence"),
        ("The judge found that voters were misled.", "found", "speech"),
    ],
)
def test_class_follows_cue_and_subject(text: str, cue: str, class_: str) -> None:
    assert one(text, cue).class_ == class_


def test_ids_run_in_order_of_content() -> None:
    found = statements("Oslo said it would wait. Then Stockholm said it would not.")
    assert [s.id for s in found] == [f"s{n}" for n in range(1, len(found) + 1)]
    assert [s.content[0].start for s in found] == sorted(s.content[0].start for s in found)


@pytest.mark.parametrize(
    ("text", "cue", "speaker"),
    [
        ("Nobody, said Abdullah, had the right to close the strait.", "said", "Abdullah"),
        ('The opposition, she said, "has nothing to offer," adding that voters knew it.', "adding", "she"),
        ("Zelensky has repeatedly called on Washington to lift the limits.", "called on", "Zelensky"),
        ("Beijing on Tuesday voiced its concern over the sanctions.", "concern", "Beijing"),
        ('"So," he went on, "we left."', "went on", "he"),
    ],
)
def test_speaker_in_odd_word_order(text: str, cue: str, speaker: str) -> None:
    span = one(text, cue).speaker_span
    assert span is not None
    assert span.text == speaker


@pytest.mark.parametrize(
    ("text", "cue", "told"),
    [
        ("Lavrov told Reuters that Moscow had not been asked.", "told", "Reuters"),
        ("In a letter to the United Nations, Iran said the strike had killed nine men.", "said", "United Nations"),
        ('"We are ready," Lavrov told the BBC.', "told", "BBC"),
        ("Lavrov said that Moscow had not been asked.", "said", None),
    ],
)
def test_addressee_is_an_entity_where_told(text: str, cue: str, told: str | None) -> None:
    reading = parsed(text)
    reading.cast = entities.build(tables())(reading)
    found = next(s for s in build(tables())(reading) if s.cue is not None and cue in s.cue.text)
    assert (reading.cast.get(found.addressee).name if found.addressee else None) == told


def test_a_state_that_attacks_with_guns_says_nothing() -> None:
    reading = parsed("Russia attacked Ukraine. Senator Smith attacked the budget.")
    reading.cast = entities.build(tables())(reading)
    assert [s.content[0].text for s in build(tables())(reading)] == ["the budget"]


def test_i_inside_a_quotation_is_whoever_is_quoted() -> None:
    reading = parsed('"I told the court that the map was false," Vladimir Putin said.')
    reading.cast = entities.build(tables())(reading)
    outer, inner = build(tables())(reading)
    assert outer.speaker is not None
    assert inner.speaker == outer.speaker
