"""Checks that a record is sound: spans, ids, ranges, enumerations, dates."""

from __future__ import annotations

from dateline.record.record import Record


def check_record(record: Record) -> list[str]:
    """What is wrong, each with article, field and offset; empty where the record is sound."""
    return []
