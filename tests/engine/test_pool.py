"""Workers that die: what they had in hand is read again, and given up where it kills again."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from dateline.engine.keys import key_of
from dateline.engine.pool import read_in_pool
from dateline.engine.unit import Unit
from dateline.record import Document
from dateline.store import folder_at
from dying import DyingSettings

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="kills processes")


def told(tmp_path: Path, *texts: str, workers: int = 2) -> list[str]:
    """What is said of each unit, of one document each."""
    documents = [Document(source=f"d:{n}", text=t) for n, t in enumerate(texts)]
    units = [Unit(items=(d,), keys=(key_of(d),)) for d in documents]
    settings = DyingSettings(marks=str(tmp_path))
    return [
        p.what
        for done in read_in_pool(units, settings, folder_at(tmp_path / "record"), workers=workers)
        for p in done.problems
    ]


def test_units_come_back_in_their_order(tmp_path: Path) -> None:
    texts = [f"t{n}" for n in range(20)]
    assert told(tmp_path, *texts) == [f"seen {t}" for t in texts]
    assert len(list((tmp_path / "record" / "units").iterdir())) == 20


def test_a_unit_that_kills_once_is_read_again(tmp_path: Path) -> None:
    assert told(tmp_path, "a", "once", "b", "c") == ["seen a", "seen once", "seen b", "seen c"]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_unit_that_always_kills_is_given_up_and_the_others_are_read(tmp_path: Path, workers: int) -> None:
    found = told(tmp_path, "a", "always", "b", "always", "c", workers=workers)
    lost = "the process that read from here on (1 in all) was killed each time"
    assert found == ["seen a", lost, "seen b", lost, "seen c"]
    assert len(list((tmp_path / "record" / "units").iterdir())) == 3
