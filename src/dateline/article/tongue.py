"""The language of a text, by its script and its small words; says another one than English only where that is sure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from dateline.lexicon import Tables

TellLanguage = Callable[[str], str]

_LEAST_WORDS = 12  # fewer are too few to tell by
_LOOKED_AT, _FIRST_LOOK = 2000, 600  # characters; the second is enough for most English texts
_WORD = re.compile(r"[^\W\d_]+")
_OTHER_SCRIPT = re.compile("[\u0370-\u1fff\u3040-\ud7ff]")
_SURE_ENGLISH = 0.2  # share of English small words; news has some 0.4


def build_tongue(tables: Tables) -> TellLanguage:
    """A function that gives the ISO 639-1 code of a text's language; `en` where a text is short or in doubt."""
    table = tables.toml("article/tongues.toml")
    small = {code: frozenset(words.split()) for code, words in table["words"].items()}
    english = small.pop("en")
    scripts = [(code, re.compile(letters)) for code, letters in table["scripts"].items()]
    letters = {code: re.compile(letter) for code, letter in table["letters"].items()}

    def tell_language(text: str) -> str:
        part = text[:_LOOKED_AT]
        if not part.isascii():
            other = _by_script(part, scripts, letters)
            if other:
                return other
        words = _WORD.findall(part[:_FIRST_LOOK].lower())
        if len(words) < _LEAST_WORDS or _share(words, english) >= _SURE_ENGLISH:
            return "en"
        words = _WORD.findall(part.lower())
        if _share(words, english) >= _SURE_ENGLISH:
            return "en"
        # Names are of no language: `Los Angeles`, `Rio de Janeiro`.
        plain = [w for w in _WORD.findall(part) if w[0].islower()]
        return _by_words(plain, small, english) or _by_words(words, small, english, names=True) or "en"

    return tell_language


def _share(words: Sequence[str], small: frozenset[str]) -> float:
    return len([w for w in words if w in small]) / len(words)


def _by_words(
    words: Sequence[str], small: dict[str, frozenset[str]], english: frozenset[str], *, names: bool = False
) -> str | None:
    """The language whose small words have the greatest share, if that is clearly greater than that of English ones."""
    if len(words) < _LEAST_WORDS:
        return None
    times = Counter(words)
    shares = {code: sum(map(times.__getitem__, own & times.keys())) / len(words) for code, own in small.items()}
    best = max(shares, key=lambda c: (shares[c], c))
    share, english_share = shares[best], _share(words, english)
    if share >= 0.2 and share >= english_share * 2 and len(words) >= (20 if names else _LEAST_WORDS):
        return best
    # Languages that say with endings what others say with small words have few of these: Finnish, Turkish, Hungarian.
    several = len(set(words) & (small[best] - english)) >= 3
    sure = several and not names and share >= 0.08 and share >= english_share * 2.5
    return best if sure else None


def _by_script(part: str, scripts: list[tuple[str, re.Pattern[str]]], letters: dict[str, re.Pattern[str]]) -> str | None:
    """The language of a text that is for the most part in another script than the Latin."""
    if len(_OTHER_SCRIPT.findall(part)) < 20:
        return None
    total = sum(c.isalpha() for c in part)
    counts = {code: len(pattern.findall(part)) for code, pattern in scripts}
    found = sum(counts.values())
    if found < 20 or found < total * 0.5:
        return None
    if counts["ja"] > found * 0.1:
        return "ja"
    best = max(counts, key=lambda c: (counts[c], c))
    if best == "ru":
        if len(letters["uk"].findall(part)) > found * 0.02:
            return "uk"
        return "bg" if len(letters["bg"].findall(part)) > found * 0.01 else "ru"
    if best == "ar":
        if len(letters["ur"].findall(part)) > found * 0.02:
            return "ur"
        return "fa" if len(letters["fa"].findall(part)) > found * 0.02 else "ar"
    return best
