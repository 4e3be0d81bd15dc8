"""Who acts and who receives, however the sentence is built."""

from __future__ import annotations

import pytest
from coded import told

CASES = [
    # active and passive
    ("Chad attacked Libya.", "ASSAULT", ["Chad"], ["Libya"]),
    ("Libya was attacked by Chad.", "ASSAULT", ["Chad"], ["Libya"]),
    ("Libya was attacked on Monday.", "ASSAULT", [], ["Libya"]),
    # control, coordination, relatives, participles
    ("Norway agreed to send food to Mali.", "AGREE", ["Norway"], ["Mali"]),
    ("Peru said it would help Bolivia.", "AGREE", ["Peru"], ["Bolivia"]),
    ("Greece, which has accused Albania of espionage, closed schools.", "ACCUSE", ["Greece"], ["Albania"]),
    # parties of one act
    ("Egypt and Jordan held talks in Vienna.", "CONSULT", ["Egypt", "Jordan"], []),
    ("Talks between Egypt and Jordan began in Vienna.", "CONSULT", ["Egypt", "Jordan"], []),
    ("Egypt held talks with Jordan.", "CONSULT", ["Egypt"], ["Jordan"]),
    # carried by possessive and adjective
    ("Kenya rejected Uganda's offer.", "REJECT", ["Kenya"], ["Uganda"]),
    ("Kenya rejected the Ugandan offer.", "REJECT", ["Kenya"], ["Uganda"]),
    # somebody else asked to act
    ("Oman urged Iran to free the sailors.", "REQUEST", ["Oman"], ["Iran"]),
    ("France demanded that Iran free the sailors.", "REQUEST", ["France"], ["Iran"]),
    ("The French president said Iran must free the sailors.", "REQUEST", ["French president"], ["Iran"]),
    # the state whose town it is
    ("The Iranian president arrived in Muscat.", "CONSULT", ["Iranian president"], ["Oman"]),
    # on what the noun's own noun carries
    ("The easing of the sanctions by Norway began.", "CONCEDE", ["Norway"], []),
    ("The talks between Mali and Niger collapsed.", "REJECT", ["Mali", "Niger"], []),
    # clauses asked for, one's own intent, a bare verb
    ("Oman called for Iran to free the sailors.", "REQUEST", ["Oman"], ["Iran"]),
    ("Oman warned it might quit the pact with Yemen.", "THREATEN", ["Oman"], ["Yemen"]),
    ("Oman insisted that Yemen respect the treaty.", "REQUEST", ["Oman"], ["Yemen"]),
    # those coordinated with a party of last resort
    ("Peru expelled diplomats from Chile and Bolivia.", "SANCTION", ["Peru"], ["Bolivia", "diplomats"]),
    # what only tells when is no party
    ("Chad imposed a curfew after clashes between Libya and Sudan.", "COERCE", ["Chad"], []),
    # what befalls
    ("Ukraine came under attack on Friday.", "ASSAULT", [], ["Ukraine"]),
]


@pytest.mark.parametrize(("text", "type_", "actors", "recipients"), CASES)
def test_parties_stand_where_grammar_puts_them(text: str, type_: str, actors: list[str], recipients: list[str]) -> None:
    assert told(text) == (type_, actors, recipients)
