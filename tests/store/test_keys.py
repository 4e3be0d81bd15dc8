"""Keys by the million."""

from __future__ import annotations

from dateline.store import KeySet, as_keys
from dateline.store.keys import among, as_written, joined, pack, place_of, unpack


def test_keys_come_back_as_they_were_in_order_and_once() -> None:
    written = ["ffffffffffffffff", "0000000000000000", "8000000000000001", "0000000000000000"]
    keys = unpack(pack(as_keys(written)))
    assert as_written(keys) == sorted(set(written))
    assert [place_of(int(k, 16), keys) for k in sorted(set(written))] == [0, 1, 2]
    assert place_of(7, keys) is None


def test_keys_are_joined_and_found_among_others() -> None:
    few, more = as_keys(["1", "3"]), as_keys(["2", "3", "f"])
    assert as_written(joined([few, more])) == [f"{k:016x}" for k in (1, 2, 3, 15)]
    assert among(few, more).tolist() == [False, True]
    assert among(more, as_keys([])).tolist() == [False] * 3
    assert len(joined([])) == 0


def test_a_set_of_keys_knows_what_was_put_in_also_when_there_is_much() -> None:
    found = KeySet(["7"])
    assert [found.add(k) for k in ("7", "8", "8")] == [False, True, False]
    assert all(found.add(f"{n:x}") for n in range(100, 250_100))
    assert not any(found.add(f"{n:x}") for n in range(100, 250_100, 997))
    assert ("64" in found, "63" in found, len(found)) == (True, False, 250_002)
    assert len(found.keys()) == 250_002
