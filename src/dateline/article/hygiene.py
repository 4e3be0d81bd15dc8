"""Characters that no article should hold: controls, marks that turn the direction of writing, lone surrogates."""

from __future__ import annotations

import re

_BREAKS = "\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_TABLE: dict[int, str | None] = dict.fromkeys((*range(32), *range(127, 160)), " ")
_TABLE |= {ord(c): "\n" for c in _BREAKS}
_TABLE |= {ord("\n"): "\n", ord("\t"): "\t", ord("\r"): "\n", 0xFEFF: None, 0xAD: None}
# Overrides and isolates make a terminal or a page show letters in another order than they are stored.  They stand at the
# edges of words: a space in their place keeps the count of characters.
_TABLE |= dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), " ")
_TABLE |= dict.fromkeys(range(55296, 57344), "�")
_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def tidy_characters(text: str) -> str:
    """The text with controls replaced, so that every character can be shown and stored; most texts come back as they are.

    >>> tidy_characters("The\\x00 envoy\\r\\nleft.")
    'The  envoy\\nleft.'
    """
    return text.replace("\r\n", "\n").translate(_TABLE) if _ODD.search(text) else text
