"""The words of an action, and how much of it a later sentence has, whatever the form and the synonym."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from dateline.lexicon import TableError, Tables

_WORD = re.compile(r"[^\W\d_]+(?:'t)?|\d[\d,.]*\d|\d")
_ENDINGS = re.compile(r"(?:ing|ied|ies|ed|es|s|y|e)$")
_STEM = 6
_SHORTEST = 3
_NAME = 2.0  # names and figures tell more than other words
_DEED = 1.5


class Cue(msgspec.Struct, frozen=True):
    """What says that a promise was kept, broken, overtaken or made again."""

    id: str
    says: str
    spoken: bool
    pattern: re.Pattern[str]


class Wording(msgspec.Struct, frozen=True):
    """The tables of what promises and their outcomes are told with."""

    settings: Mapping[str, Any]
    cues: tuple[Cue, ...]
    deeds: Mapping[str, frozenset[str]]
    past: frozenset[str]
    plain: frozenset[str]
    numbers: Mapping[str, int]
    official: frozenset[str]

    @classmethod
    def load(cls, tables: Tables) -> Wording:
        """From `tables/corpus`.  Raises TableError."""
        settings = tables.toml("corpus/promises.toml")
        words = tables.toml("corpus/words.toml")
        deeds: dict[str, set[str]] = {}
        past: set[str] = set()
        for name, forms in tables.toml("corpus/deeds.toml").items():
            for form in forms:
                deeds.setdefault(form, set()).add(name)
            past.update(f for f in forms[1:] if not f.endswith(("ing", "s", "y", "al", "ion", "ure")))
        cues = tuple(_cue(rule.fields, settings["word_given"]) for rule in tables.rules("corpus/promises.toml"))
        shared = frozenset(words["plain"]) | set(words["short"]) | set(words["numbers"])
        return cls(
            settings,
            cues,
            {f: frozenset(n) for f, n in deeds.items()},
            frozenset(past),
            shared,
            words["numbers"],
            frozenset(words["official"]),
        )

    def weigh(self, action: str) -> dict[str, float]:
        """The telling words of an action, each as a stem or a deed's name, with its weight."""
        found: dict[str, float] = {}
        for number, word in enumerate(_WORD.findall(action)):
            low = word.lower()
            value = self.numbers.get(low)
            if number == 0 and low in self.deeds:
                found["|".join(sorted(self.deeds[low]))] = _DEED
            elif low[0].isdigit() or (value and value > 1):
                found[str(value) if value else low] = _NAME
            elif low not in self.plain and len(low) >= _SHORTEST:
                found[stem(word)] = _NAME if word[0].isupper() else 1.0
        return found

    def terms(self, text: str) -> set[str]:
        """All stems and deeds of a sentence."""
        found: set[str] = set()
        for word in _WORD.findall(text):
            low = word.lower()
            found.add(stem(low))
            found.update(self.deeds.get(low, ()))
            if low in self.numbers or low[0].isdigit():
                found.add(str(self.numbers.get(low, low)))
        return found


def share(weights: Mapping[str, float], terms: set[str]) -> float:
    """The part of an action's weight that a sentence has."""
    total = sum(weights.values())
    return sum(w for word, w in weights.items() if has(word, terms)) / total if total else 0.0


def has(word: str, terms: set[str]) -> bool:
    """Whether a stem, or one of the names of a deed, is among the terms."""
    return word in terms or ("|" in word and any(name in terms for name in word.split("|")))


def stem(word: str) -> str:
    """Enough of a word to know its forms as one."""
    low = word.lower()
    cut = _ENDINGS.sub("", low)
    return (cut if len(cut) >= _SHORTEST else low)[:_STEM]


def tokens(text: str) -> list[tuple[int, str]]:
    """The words of a text in lower case, with their beginnings."""
    return [(m.start(), m.group().lower()) for m in _WORD.finditer(text)]


def _cue(fields: Mapping[str, Any], word_given: Iterable[str]) -> Cue:
    if fields.get("says") not in ("kept", "broken", "overtaken", "restated"):
        raise TableError(
            "corpus/promises.toml",
            0,
            f"rule {fields['id']} says '{fields.get('says')}'",
            "kept, broken, overtaken or restated",
        )
    given = "|".join(word_given)
    patterns = []
    for phrase in fields["words"]:
        parts: list[str] = []
        for word in phrase.split():
            if word == "...":
                parts[-1] += r"(?:\W+[\w'’]+){0,4}?"
            else:
                parts.append(f"(?:{given if word == '$word_given' else word})")
        patterns.append(r"\W+".join(parts))
    return Cue(
        fields["id"], fields["says"], bool(fields.get("spoken")), re.compile(rf"\b(?:{'|'.join(patterns)})\b", re.IGNORECASE)
    )
