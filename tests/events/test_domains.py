"""What is told of sport, disasters, business, entertainment and private crime in the words of politics."""

from __future__ import annotations

import pytest
from coded import main_events, record_of

from dateline.events.domains import Domains
from dateline.lexicon import TableError, Tables


@pytest.mark.parametrize(
    "text",
    [
        "Kenya attacked from the first over of the innings and Uganda lost three wickets before lunch.",
        "The Kenyan captain praised his goalkeeper after the semi-final against Uganda.",
        "France defeated Italy in straight sets to take the Davis Cup tie on Sunday.",
        "At least 30 homes were destroyed as the bushfire reached the outskirts of the town.",
        "Hundreds of residents were evacuated after the floods cut the highway.",
        "The retailer rejected a takeover bid from its rival, and shares fell by 4 percent.",
        "The singer attacked her critics at the film festival, where her album was praised by fans.",
    ],
)
def test_other_matters_give_no_main_event(text: str) -> None:
    assert main_events(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rebels attacked the army near a football stadium in Mogadishu.", "ASSAULT"),
        ("The Kenyan president praised the football team of Uganda.", "SUPPORT"),
        ("The army evacuated villagers from the slopes of the volcano.", "AID"),
        ("The finance minister criticised the takeover of the airline by its rival.", "ACCUSE"),
        ("Gunmen stormed a concert hall in Lagos and killed two policemen.", "ASSAULT"),
    ],
)
def test_politics_counts_in_whatever_place(text: str, kind: str) -> None:
    assert kind in {e.type for e in main_events(text)}


def test_the_article_counts_where_a_sentence_says_little() -> None:
    report = "The batsman scored a century on the opening day of the test match. The bowler took three wickets.\n\n"
    alone = "Australia attacked South Africa all day."
    assert main_events(alone)
    assert main_events(report + alone) == []


def test_a_finding_left_out_says_why() -> None:
    from build_reader import reader
    from dateline.record import Document, Reading

    [reading] = reader().readings(
        [Document(source="x", text="Kenya attacked Uganda in the second innings of the cricket final.")]
    )
    assert isinstance(reading, Reading)
    assert any("sport (" in c.missing for c in reading.considered)
    assert record_of("Kenya attacked Uganda.").events


def test_a_wrong_field_is_named(tmp_path) -> None:  # type: ignore[no-untyped-def]
    folder = tmp_path / "events"
    folder.mkdir()
    (folder / "domains.toml").write_text('[[domain]]\nname = "sport"\nwords = ["ball"]\n', encoding="utf-8")
    with pytest.raises(TableError, match="unknown field 'words'"):
        Domains.load(Tables(tmp_path))
