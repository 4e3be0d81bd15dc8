"""Descriptions take up whom they mean."""

from __future__ import annotations

import pytest

from entities.casts import linked


@pytest.mark.parametrize(
    ("text", "first", "second", "same"),
    [
        ("Vladimir Putin arrived. The Russian leader smiled.", "Vladimir Putin", "The Russian leader", True),
        ("Vladimir Putin arrived. The French leader smiled.", "Vladimir Putin", "The French leader", False),
        ("Health Minister Ana Rojas resigned. The minister gave no reason.", "Ana Rojas", "The minister", True),
        ("Health Minister Ana Rojas resigned. The bishop gave no reason.", "Ana Rojas", "The bishop", False),
        ("Burmese troops crossed. The troops then left.", "Burmese troops", "The troops", True),
        ("Burmese troops crossed. Thai troops then left.", "Burmese troops", "Thai troops", False),
        ("A fisherman was saved. The man drank rain.", "A fisherman", "The man", True),
        ("A fisherman was saved. The woman drank rain.", "A fisherman", "The woman", False),
        ("Peru recalled its envoy. The country is angry.", "Peru", "The country", True),
        ("The president spoke. President John Mahama had slept.", "The president", "John Mahama", True),
        ("Ellen Larsson won. The 52-year-old said little.", "Ellen Larsson", "The 52-year-old", True),
    ],
)
def test_description(text: str, first: str, second: str, same: bool) -> None:
    assert linked(text, first, second) is same


def test_his_country_is_the_speakers() -> None:
    text = "Egyptian President Abdel Fattah al-Sisi spoke. Ethiopia listened. Sisi said his country is dry. Egypt is."
    assert linked(text, "Egypt", "his country")
