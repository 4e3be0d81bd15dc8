"""Lemmas by rule, looked up once a word form.

The rules and lists are the pipeline's own (spaCy's English lookup tables); a table of ours mends its errors
(`staged` is not a form of `stag`).  spaCy runs them for every token; a form is the same however often it stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dateline.lexicon import Tables

# Penn tags whose form may differ from the lemma, and the class under which the rules file them.
_INFLECTED = {
    "VBZ": "verb", "VBD": "verb", "VBN": "verb", "VBG": "verb", "VBP": "verb", "VB": "verb", "MD": "verb",
    "NNS": "noun", "JJR": "adj", "JJS": "adj", "RBR": "adv", "RBS": "adv",
}  # fmt: skip
_CLASSES = ("verb", "noun", "adj", "adv")
_BASE = {"VB", "VBP"}  # base forms unless an exception is listed ("are" -> "be")


class Lemmas:
    """`lemma(text, tag)` for one pipeline."""

    def __init__(self, lookups: Any | None, tables: Tables) -> None:
        """`lookups` is spaCy's table store of the lemmatizer, or None where the pipeline has none."""
        self._known: dict[tuple[str, str], str] = {}
        self._mended = {(r["form"], r["class"]): r["lemma"] for r in tables.rows("language/lemmas.tsv")}
        self._rules: Mapping[str, list[tuple[str, str]]] = lookups.get_table("lemma_rules") if lookups else {}
        self._index: Mapping[str, Any] = (
            {c: frozenset(lookups.get_table("lemma_index").get(c, ())) for c in _CLASSES} if lookups else {}
        )
        self._exceptions: Mapping[str, Any] = lookups.get_table("lemma_exc") if lookups else {}

    def __call__(self, text: str, tag: str) -> str:
        """The lemma of a word form under a Penn tag; names keep their form."""
        key = (text, tag)
        found = self._known.get(key)
        if found is None:
            if len(self._known) > 500_000:  # a reader kept for an archive must not grow without end
                self._known.clear()
            found = self._known[key] = self._find(text, tag)
        return found

    def _find(self, text: str, tag: str) -> str:
        word_class = _INFLECTED.get(tag)
        if word_class is None:
            return text if tag in {"NNP", "NNPS"} else text.lower()
        form = text.lower()
        mended = self._mended.get((form, word_class))
        if mended is not None:
            return mended
        exceptions = self._exceptions.get(word_class, {}).get(form)
        if exceptions:
            return str(exceptions[0])
        if tag in _BASE:
            return form
        return self._by_rule(form, word_class)

    def _by_rule(self, form: str, word_class: str) -> str:
        index = self._index.get(word_class, frozenset())
        guesses: list[str] = []
        for old, new in self._rules.get(word_class, ()):
            if form.endswith(old):
                base = form[: len(form) - len(old)] + new
                if base in index:
                    return base
                if base:
                    guesses.append(base)
        if form in index:
            return form
        return guesses[0] if guesses else form
