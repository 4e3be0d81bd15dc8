"""Every frame's own sentences."""

from __future__ import annotations

from collections.abc import Sequence

from build import parsed, tables
from dateline.record import Reading
from dateline.statements.check import check_rules


def read(sentences: Sequence[str]) -> Sequence[Reading]:
    return [parsed(s) for s in sentences]


def test_frames_find_their_sentences_and_no_others() -> None:
    assert [str(fault) for fault in check_rules(tables(), read)] == []


def test_cues_stand_once_a_class_and_in_order() -> None:
    parts, classes = ["verb", "noun", "adjective"], ["speech", "thought", "attitude", "evidence"]
    rows = tables().rows("statements/cues.tsv")
    keys = [(parts.index(r["part_of_speech"]), r["cue"], classes.index(r["class"])) for r in rows]
    assert keys == sorted(set(keys))
