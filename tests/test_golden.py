"""The sample pages give exactly their golden records, field for field."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from build_reader import reader
from golden import SAMPLES, golden_of, record_of, written

AGAIN = "`make golden` writes it anew where the change is meant"


@pytest.mark.parametrize("page", SAMPLES, ids=lambda p: p.name)
def test_page_gives_its_golden_record(page: Path) -> None:
    wanted = json.loads(golden_of(page).read_text(encoding="utf-8"))
    found = json.loads(written(record_of(page, reader())))
    for part in wanted:  # part by part, so that the difference shown is a small one
        assert found[part] == wanted[part], f"'{part}' differs from {golden_of(page).name}; {AGAIN}"
    assert set(found) == set(wanted)
