"""A gazetteer built from a few places is read back as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.places.gazetteer import Gazetteer
from dateline.places.gazetteer_build import BuildPlace, bare_names, pack


def test_what_is_packed_is_found_again(tmp_path: Path) -> None:
    town = BuildPlace("Öbertal", 47.25, 11.5, 1, 12_000, 123456)
    town.others = ["Upper Vale"]
    twin = BuildPlace("Obertal", -33.0, -70.0, 0, 90)
    land = BuildPlace("Tirolia", 47.0, 11.0, 1, 500_000)
    path = tmp_path / "gazetteer.bin"
    path.write_bytes(pack([town, twin], [land], [], [], [("CHL", "", ""), ("AUT", "07", "Tirolia")]))
    gazetteer = Gazetteer(path)
    found = {e.country: e for e in gazetteer.find("obertal")}
    assert found["AUT"].geonames == 123456
    assert found["CHL"].geonames is None
    assert (round(found["AUT"].lat, 3), round(found["CHL"].lon, 3)) == (47.25, -70.0)
    assert found["AUT"].size == pytest.approx(4.08, abs=0.05)
    assert [e.secondary for e in gazetteer.find("upper vale")] == [True]
    assert [e.kind for e in gazetteer.find("tirolia")] == ["admin1"]


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "gazetteer.bin"
    path.write_bytes(b"something else" * 40)
    with pytest.raises(ValueError, match="gazetteer"):
        Gazetteer(path)


@pytest.mark.parametrize(
    ("name", "bare"),
    [("Sokoto State", "Sokoto"), ("Perm Krai", "Perm"), ("Republic of Tyva", "Tyva"), ("Anbar", "Anbar")],
)
def test_a_division_is_known_without_its_kind_too(name: str, bare: str) -> None:
    assert bare_names(name) == {bare}
