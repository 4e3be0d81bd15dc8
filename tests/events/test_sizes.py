"""How many were killed, hurt, arrested."""

from __future__ import annotations

import pytest
from coded import main_events


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("Rebels killed 12 soldiers in Mali.", {"dead": 12}),
        ("Rebels killed at least two hundred civilians in Mali.", {"dead": 200}),
        ("Police in Kenya arrested dozens of students.", {}),
        ("Two Turkish soldiers were killed and three wounded in an attack by rebels.", {"dead": 2, "injured": 3}),
        ("An attack by rebels left 80 civilians dead and 150 wounded in Mali.", {"dead": 80, "injured": 150}),
        ("Two people were killed in the raids by Malian troops and around 120 injured.", {"dead": 2, "injured": 120}),
        ("The pope condemned the attack on Malian troops in which 10 people were killed.", {}),
        ("Rebels attacked the Malian army with 12 rockets.", {}),
        ("Police in Kenya arrested 1,400 protesters.", {"arrested": 1400}),
    ],
)
def test_figures_are_read_beside_the_words_that_count(text: str, size: dict[str, int]) -> None:
    found = main_events(text)[0].size
    given = {k: v for k in ("dead", "injured", "arrested") if found and (v := getattr(found, k)) is not None}
    assert given == size
