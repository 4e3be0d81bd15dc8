"""Records to and from JSON."""

from __future__ import annotations

from typing import Any

import msgspec

from dateline.record.record import Record

_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(Record)


def encode_record(record: Record) -> bytes:
    """One line of UTF-8 JSON without a line end."""
    return _ENCODER.encode(record)


def decode_record(line: bytes | str) -> Record:
    """The record in a line of JSON.

    Raises msgspec.ValidationError where a field is missing or of the wrong kind, msgspec.DecodeError for bad JSON.
    """
    return _DECODER.decode(line)


def record_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a record, as `dateline schema` prints it."""
    return msgspec.json.schema(Record)
