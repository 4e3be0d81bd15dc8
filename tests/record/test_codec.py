"""Records survive JSON; what is no record is refused with the place of the fault."""

from __future__ import annotations

import json

import msgspec
import pytest

from dateline.record import decode_record, encode_record, record_schema
from sound import RECORD


def test_record_survives_json() -> None:
    assert decode_record(encode_record(RECORD)) == RECORD


def test_json_is_one_line_with_the_documented_names() -> None:
    line = encode_record(RECORD)
    assert b"\n" not in line
    row = json.loads(line)
    assert row["article"]["published"] == {"value": "2016-12-16", "from": "inferred", "why": "'Tuesday' has passed"}
    assert row["statements"][1]["class"] == "attitude"
    assert row["events"][0]["trigger"] == {"start": 64, "end": 71, "text": "arrived"}
    assert row["sentences"][0] == [0, 15]


def test_record_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        RECORD.id = "other"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda r: r.pop("article"), "article"),
        (lambda r: r["events"][0].update(status="likely"), "$.events[0].status"),
        (lambda r: r["events"][0]["trigger"].update(start="68"), "$.events[0].trigger.start"),
        (lambda r: r["statements"][0].update({"class": None}), "$.statements[0].class"),
    ],
)
def test_what_is_no_record_is_refused_with_its_place(change, place) -> None:
    row = json.loads(encode_record(RECORD))
    change(row)
    with pytest.raises(msgspec.ValidationError, match=r"\$|article") as refused:
        decode_record(json.dumps(row))
    assert place in str(refused.value)


def test_broken_json_is_refused() -> None:
    with pytest.raises(msgspec.DecodeError):
        decode_record(b'{"id": "a1", ')


def test_schema_describes_every_field_of_the_record() -> None:
    schema = record_schema()
    row = json.loads(encode_record(RECORD))
    assert set(schema["$defs"]["Record"]["properties"]) == set(row)
    assert set(schema["$defs"]["Event"]["properties"]) == set(row["events"][0])
    assert schema["$defs"]["Statement"]["properties"]["class"]["enum"] == ["attitude", "evidence", "speech", "thought"]
