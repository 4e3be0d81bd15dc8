"""On whose word an event stands."""

from __future__ import annotations

from coded import record_of


def test_an_event_inside_a_statement_is_claimed_by_it() -> None:
    record = record_of("The Ukrainian president said Russian troops had shelled the town.")
    event = next(e for e in record.events if e.type == "ASSAULT")
    statement = next(s for s in record.statements if s.id == event.claimed_by)
    assert statement.speaker_span is not None
    assert statement.speaker_span.text == "The Ukrainian president"


def test_an_event_told_by_the_paper_itself_is_nobodys_claim() -> None:
    record = record_of("Russian troops shelled the Ukrainian town.")
    assert [e.claimed_by for e in record.events] == [None]


def test_first_persons_in_a_quotation_are_the_speaker() -> None:
    record = record_of('"We have expelled the Dutch diplomats," the Turkish foreign minister said.')
    event = next(e for e in record.events if e.type == "SANCTION")
    assert [record.entities[int(i[1:]) - 1].role for i in event.actor] == ["foreign minister"]
