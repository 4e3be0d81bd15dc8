"""When: expressions of time with EDTF values."""

from __future__ import annotations

import msgspec


class Time(msgspec.Struct, frozen=True, kw_only=True):
    """One expression of time; `value` is EDTF (ISO 8601-2:2019): `2016-12-15/2016-12-16`, `2017`, `2016-21`, `201X`."""

    id: str
    value: str
    start: int
    end: int
    text: str
    why: str = ""
