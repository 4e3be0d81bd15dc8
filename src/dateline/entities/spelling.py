"""Words as tables and texts can be compared: without case, accents, full stops and typographic marks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

# Letters that Unicode does not take apart into a plain letter and a mark.
_PLAIN = str.maketrans("ıłøđðþßæœŁØĐ’‘ʼ`´‐‑–—", "ilodd" + "t" + "sao" + "LOD" + "'''''" + "----")
_QUOTES = str.maketrans("’‘–—", "''--")
_MARKED = re.compile(r"[^A-Za-z0-9 ]")
_MARKS = re.compile(r"(?<=\w)([-/])(?=\w)|([,;():])")


def fold(word: str) -> str:
    """The form under which a word is looked up: `U.S.` -> `us`, `Erdoğan` -> `erdogan`; a lone mark stays itself."""
    if not word.isascii():
        word = unicodedata.normalize("NFKD", word.translate(_PLAIN))
        word = "".join(c for c in word if not unicodedata.combining(c))
    word = word.lower()
    if "." in word and len(word) > 1:
        return word.replace(".", "") or "."
    return word


def words_of(name: str) -> list[str]:
    """A table's name cut as the language room cuts text: at spaces and hyphens, `'s` and commas by themselves."""
    if not _MARKED.search(name):
        return name.split()
    words: list[str] = []
    for word in _MARKS.sub(r" \1\2 ", name.translate(_QUOTES)).split():
        if len(word) > 2 and word[-2:] in {"'s", "'S"}:
            words += [word[:-2], word[-2:]]
        elif len(word) > 1 and word[-1] == "'":
            words += [word[:-1], "'"]
        else:
            words.append(word)
    return words


def keys_of(name: str) -> list[str]:
    """The folded words of a name."""
    return [fold(w) for w in words_of(name)]


def is_capitalised(word: str) -> bool:
    """Whether a word opens with a capital: `Putin`, `eBay` does not."""
    return word[:1].isupper()


def fits_case(written: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether words of a text may be a table's name by their capitals.

    `us` is not US and `who` not WHO, but `Nato` is NATO, `UNITED NATIONS` in a heading the United Nations, and words that
    the table writes small may stand either way (`Al-Qaeda`).
    """
    for word, model in zip(written, wanted, strict=False):
        if not model[:1].isupper():
            continue
        if len(model) > 1 and model.isupper():
            plain = word.replace(".", "")
            if not (plain.isupper() or (len(model.replace(".", "")) > 3 and plain[:1].isupper() and len(wanted) == 1)):
                return False
        elif not word[:1].isupper():
            return False
    return True
