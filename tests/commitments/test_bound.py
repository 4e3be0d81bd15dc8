"""Who is bound: subjects, speakers, both sides, parties without a name."""

from __future__ import annotations

import pytest

from build_reader import reader


def parties(text: str) -> list[set[str]]:
    record = reader().read(text, published="2024-05-20")
    country = {e.id: e.country or e.name for e in record.entities}
    return [{country[i] for i in c.by} for c in record.commitments]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru met Chile in Lima. The two sides agreed to reopen the border.", {"PER", "CHL"}),
        ("Delhi and Islamabad agreed to extend the truce.", {"IND", "PAK"}),
        ("The Tunisian president said his country would leave the pact.", {"TUN"}),
        ("More than forty countries promised to close their mines.", set()),
        ("Peru and Chile signed a truce. Prisoners will be exchanged within a week.", {"PER", "CHL"}),
    ],
)
def test_the_last_commitment_binds(text: str, expected: set[str]) -> None:
    assert parties(text)[-1] == expected
