"""The rules do what their own sentences say."""

from __future__ import annotations

from build_reader import reader
from dateline.rules import check_rules, check_tables, list_rules, try_sentence


def test_every_rule_does_what_its_sentences_say() -> None:
    assert list(check_rules(reader())) == []


def test_every_table_holds_what_its_columns_promise() -> None:
    assert list(check_tables(reader().tables)) == []


def test_trying_a_sentence_gives_its_record_and_what_nearly_fired() -> None:
    record, considered = try_sentence(reader(), "Chad accused Sudan, and the talks failed to begin.")
    assert record.events[0].type == "ACCUSE"
    assert all(c.missing for c in considered)


def test_rules_are_listed_with_their_place() -> None:
    ids = [(rule_id, where.split("/")[0]) for rule_id, _, where in list_rules(reader().tables)]
    assert len(ids) == len(set(ids))
    assert len(ids) > 300
