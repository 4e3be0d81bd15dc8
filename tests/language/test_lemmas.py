"""Lemmas of the forms news uses."""

from __future__ import annotations

import pytest

from build import parser


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("met", "VBD", "meet"),
        ("Met", "VBD", "meet"),
        ("visited", "VBD", "visit"),
        ("bombing", "VBG", "bomb"),
        ("withdrawn", "VBN", "withdraw"),
        ("denies", "VBZ", "deny"),
        ("are", "VBP", "be"),
        ("agree", "VB", "agree"),
        ("staged", "VBD", "stage"),
        ("left", "VBD", "leave"),
        ("troops", "NNS", "troop"),
        ("countries", "NNS", "country"),
        ("Sanctions", "NNS", "sanction"),
        ("talks", "NNS", "talk"),
        # names keep their form, other words only their case
        ("Netherlands", "NNP", "Netherlands"),
        ("Talks", "NNP", "Talks"),
        ("The", "DT", "the"),
        ("talk", "NN", "talk"),
    ],
)
def test_lemma(form: str, tag: str, lemma: str) -> None:
    assert parser()._lemmas(form, tag) == lemma
