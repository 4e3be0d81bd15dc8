"""Spellings that are one key, and names that are not."""

from __future__ import annotations

import pytest

from dateline.places.fold import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Saint-Étienne", "St. Etienne"),
        ("Sana'a", "Sanaa"),
        ("U.S.", "US"),
        ("The Hague", "Hague"),
        ("Łódź", "Lodz"),
        ("Malmö", "Malmo"),
        ("Deir ez-Zor", "Deir ez Zor"),
        ("Mount Sinai", "Mt. Sinai"),
        ("Fort Hood", "Ft Hood"),
        ("Ta‘izz", "Taizz"),
    ],
)
def test_spellings_of_one_name_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("Niger", "Nigeria"), ("Fort", "Ft Hood"), ("Paris", "Parish")])
def test_other_names_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize("text", ["", " ", "’", "ß" * 3, "İ", "\u0301", "中国"])
def test_any_text_folds(text: str) -> None:
    assert fold(fold(text)) == fold(text)
