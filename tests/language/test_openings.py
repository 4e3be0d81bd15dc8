"""The first word of a sentence: a plural noun is none of the names its capital makes of it."""

from __future__ import annotations

import pytest

from build import parser
from dateline.language.lemmas import Lemmas
from dateline.language.openings import Openings
from dateline.lexicon import Tables
from dateline.record import Token


def token(i: int, text: str, tag: str) -> Token:
    return Token(i, i * 10, text, text.lower(), text, tag, "PROPN" if tag.startswith("NNP") else "VERB", "dep")


@pytest.mark.parametrize(
    ("words", "lemma", "pos"),
    [
        ([("Rebels", "NNPS"), ("laid", "VBD")], "rebel", "NOUN"),
        ([("Gunmen", "NNP"), ("fled", "VBD")], "gunman", "NOUN"),
        ([('"', "``"), ("Rebels", "NNP"), ("fled", "VBD")], "rebel", "NOUN"),
        ([("Rebels", "NNP"), ("International", "NNP")], "Rebels", "PROPN"),
        ([("Paris", "NNP"), ("agreed", "VBD")], "Paris", "PROPN"),
        ([("Athens", "NNP"), ("agreed", "VBD")], "Athens", "PROPN"),
        ([("REBELS", "NNP"), ("FLED", "NNP")], "REBELS", "PROPN"),
        ([("Rebel", "NNP"), ("fled", "VBD")], "Rebel", "PROPN"),
    ],
)
def test_a_plural_noun_of_people_is_mended(words: list[tuple[str, str]], lemma: str, pos: str) -> None:
    tables = Tables()
    tokens = [token(i, text, tag) for i, (text, tag) in enumerate(words)]
    Openings(tables, parser()._lemmas).mend(tokens)
    first = next(t for t in tokens if t.text.isalpha())
    assert (first.lemma, first.pos) == (lemma, pos)


def test_without_rules_of_lemmas_nothing_is_mended() -> None:
    tokens = [token(0, "Rebels", "NNPS"), token(1, "fled", "VBD")]
    Openings(Tables(), Lemmas(None, Tables())).mend(tokens)
    assert tokens[0].pos == "PROPN"
