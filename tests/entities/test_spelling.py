"""Words are compared without case, accents and full stops; capitals tell names from words."""

from __future__ import annotations

import pytest

from dateline.entities.spelling import fits_case, fold, words_of


@pytest.mark.parametrize(
    ("word", "key"),
    [("U.S.", "us"), ("Erdoğan", "erdogan"), ("Łódź", "lodz"), ("People’s", "people's"), (".", "."), ("...", ".")],
)
def test_fold(word: str, key: str) -> None:
    assert fold(word) == key


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Guinea-Bissau", ["Guinea", "-", "Bissau"]),
        ("People’s Republic", ["People", "'s", "Republic"]),
        ("Workers' Party", ["Workers", "'", "Party"]),
        ("Côte d'Ivoire", ["Côte", "d'Ivoire"]),
        ("St. John's", ["St.", "John", "'s"]),
    ],
)
def test_names_are_cut_as_texts_are(name: str, words: list[str]) -> None:
    assert words_of(name) == words


@pytest.mark.parametrize(
    ("written", "wanted", "fits"),
    [
        (["us"], ["US"], False),
        (["U.S."], ["US"], True),
        (["Nato"], ["NATO"], True),
        (["Who"], ["WHO"], False),
        (["white", "house"], ["White", "House"], False),
        (["WHITE", "HOUSE"], ["White", "House"], True),
        (["Al", "-", "Qaeda"], ["al", "-", "Qaeda"], True),
    ],
)
def test_capitals(written: list[str], wanted: list[str], fits: bool) -> None:
    assert fits_case(written, wanted) is fits
