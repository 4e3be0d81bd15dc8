from __future__ import annotations

import pytest

from dateline.intake.dates import edtf_day


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2016-12-16", "2016-12-16"),
        ("2016-12-16T09:30:00Z", "2016-12-16"),
        ("2016-12-16 09:30:00", "2016-12-16"),
        ("2016-12", "2016-12"),
        ("2016", "2016"),
        ("20161216", "2016-12-16"),
        ("2016/12/16", "2016-12-16"),
        ("Fri, 16 Dec 2016 23:30:00 +0300", "2016-12-16"),
        (1481889000, "2016-12-16"),
        ("1481889000000", "2016-12-16"),
        ("2016-13-16", None),
        ("2016-02-31", None),
        ("0001-01-01", None),
        ("soon", None),
        ("", None),
        (None, None),
        (True, None),
        (float("nan"), None),
        ([], None),
    ],
)
def test_edtf_day(value: object, day: str | None) -> None:
    assert edtf_day(value) == day
